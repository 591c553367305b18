import SourceText
import Syntax
import TerraformLanguage

/// What functions may ask of the module that calls them.
struct ModuleFunctions: FunctionContext {
  /// The most bytes of a file that a function reads.
  static let maximumFileSize = 10_000_000

  private let module: ModuleInstance

  init(_ module: ModuleInstance) { self.module = module }

  func file(at path: String) throws(TerraformError) -> SourceFile {
    let place = try location(of: path)
    switch module.reading.options.loader.load(place) {
    case .failure(let error): throw .unreadFile(path, reason: error.reason)
    case .success(let file):
      guard file.bytes.count <= Self.maximumFileSize else { throw .fileTooLarge(path) }
      module.reading.include(place)
      return file
    }
  }

  func files(in folder: String, matching pattern: String) throws(TerraformError) -> [String] {
    let below = RelativePath.folder(of: pattern)
    let name = FilePattern(RelativePath.name(of: pattern))
    guard let name, FilePattern(below)?.isPlain == true else { throw .unreadFolder(pattern) }
    let place = try location(of: RelativePath.join(folder, below))
    switch module.reading.options.loader.list(place) {
    case .failure(let error): throw .unreadFile(folder, reason: error.reason)
    case .success(let names):
      return names.filter(name.matches).map { RelativePath.join(below, $0) }.sorted()
    }
  }

  func render(
    _ template: SourceFile,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue {
    let tree = HCLParser.parseTemplate(template)
    for diagnostic in tree.diagnostics { module.reading.log.add(diagnostic) }
    guard let expression = tree.expression else { return TerraformValue(.text("")) }
    return module.render(expression, variables)
  }

  /// The path as the loader knows it; refused where it leaves the folders that are scanned.
  private func location(of path: String) throws(TerraformError) -> String {
    let root = module.reading.options.root.map(RelativePath.normalized)
    let isAbsolute = path.hasPrefix("/")
    let place =
      isAbsolute
      ? RelativePath.normalized(path) : RelativePath.join(module.reading.folder, path)
    guard let root else {
      if isAbsolute { throw .outsideFile(path) }
      return place
    }
    guard RelativePath.isWithin(place, root) else { throw .outsideFile(path) }
    return place
  }
}
