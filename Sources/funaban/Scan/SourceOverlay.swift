import Inventory
import SourceText
import Templates

/// Files that stand in the place of what is on disk.
struct SourceOverlay: SourceLoader {
  private let files: [String: SourceFile]
  private let base: any SourceLoader

  /// Lays `files` over what `base` reads.
  init(_ files: [String: SourceFile], over base: any SourceLoader) {
    self.files = Dictionary(files.map { (RelativePath.normalized($0.key), $0.value) }) { $1 }
    self.base = base
  }

  /// The file that stands for the one at `path`; `nil` where the disk counts.
  func file(at path: String) -> SourceFile? { files[RelativePath.normalized(path)] }

  func load(_ path: String) -> Result<SourceFile, LoadError> {
    file(at: path).map { .success($0) } ?? base.load(path)
  }

  func list(_ folder: String) -> Result<[String], LoadError> { base.list(folder) }

  /// `options` with the overlay in the place of its loader and of the files that were read before.
  func applied(to options: TemplateOptions) -> TemplateOptions {
    var options = options.reading(through: self) { file(at: $0) != nil }
    options.parameters = parameters(options.parameters)
    options.variableFiles = options.variableFiles.map { file(at: $0.path) ?? $0 }
    return options
  }

  /// The values of parameters, those from files that the overlay has read anew.
  private func parameters(_ values: [String: Value]) -> [String: Value] {
    var read: [String: [String: Value]] = [:]
    return values.reduce(into: [:]) { result, entry in
      let path = entry.value.origin?.file.path
      guard let path, let file = file(at: path) else {
        result[entry.key] = entry.value
        return
      }
      let fresh = read[path] ?? ParameterFile.read(Templates.parse(file))
      read[path] = fresh
      result[entry.key] = fresh[entry.key] ?? entry.value
    }
  }
}
