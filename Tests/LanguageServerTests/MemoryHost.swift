import LanguageServer
import Posture
import SourceText
import Templates

/// A machine whose files are in memory.
struct MemoryHost: ServerHost {
  var files: [String: String] = [:]
  var setup = ServerSetup(catalogue: .embedded())

  func enter(_ folder: String?) -> String { folder ?? "/home" }

  func setup(_ loader: any SourceLoader) -> ServerSetup { setup }

  func loader(around path: String) -> any SourceLoader { MemoryLoader(files: files) }

  func terraformFiles() -> [String] { files.keys.filter { $0.hasSuffix(".tf") }.sorted() }
}

/// Reads the files of a `MemoryHost` by the path from its folder.
struct MemoryLoader: SourceLoader {
  let files: [String: String]

  func load(_ path: String) -> Result<SourceFile, LoadError> {
    guard let text = files[RelativePath.normalized(path)] else {
      return .failure(LoadError(path: path, reason: "no such file"))
    }
    return .success(SourceFile(path: path, text: text))
  }

  func list(_ folder: String) -> Result<[String], LoadError> {
    let folder = RelativePath.normalized(folder)
    return .success(
      files.keys.filter { RelativePath.folder(of: $0) == folder }.map(RelativePath.name)
    )
  }
}
