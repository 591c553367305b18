import SourceText
import Synchronization
import Syntax

/// The Terraform files that were parsed so far, so that modules shared by many are parsed once.
package final class TerraformFiles: Sendable {
  /// One parsed file.
  struct Parsed: Sendable {
    let file: SourceFile
    let diagnostics: [Diagnostic]
    fileprivate let tree: Tree

    /// What stands in the file.
    var body: TerraformBody {
      switch tree {
      case .native(let tree): TerraformBody(.native(tree.body))
      case .json(let root): TerraformBody(.json(root))
      }
    }
  }

  fileprivate enum Tree: Sendable {
    case native(HCLTree)
    case json(Node)
  }

  private let files: Mutex<[String: Parsed]>

  /// Starts without files.
  package convenience init() { self.init([:]) }

  private init(_ files: [String: Parsed]) { self.files = Mutex(files) }

  /// The same files but for those whose path is out of date.
  func copy(without isOutdated: (_ path: String) -> Bool) -> TerraformFiles {
    TerraformFiles(files.withLock { files in files.filter { !isOutdated($0.key) } })
  }

  /// The file at `path`, loaded and parsed unless that was done before.
  func parsed(_ path: String, _ loader: any SourceLoader) -> Result<Parsed, LoadError> {
    if let known = files.withLock({ $0[path] }) { return .success(known) }
    return loader.load(path).map { file in
      let parsed = Self.parse(file)
      files.withLock { $0[path] = parsed }
      return parsed
    }
  }

  /// Forgets the files whose path is out of date, so that they are loaded anew.
  package func forget(where isOutdated: (_ path: String) -> Bool) {
    files.withLock { files in files = files.filter { !isOutdated($0.key) } }
  }

  /// Parses `file` by its name.
  static func parse(_ file: SourceFile, anchor: SourceLocation? = nil) -> Parsed {
    guard TerraformFileName(file.path)?.isJSON == true else {
      let tree = HCLParser.parse(file, anchor: anchor)
      return Parsed(file: file, diagnostics: tree.diagnostics, tree: .native(tree))
    }
    let tree = JSONParser.parse(file)
    guard let root = tree.root else {
      let empty = HCLParser.parse(SourceFile(path: file.path, text: ""))
      return Parsed(file: file, diagnostics: tree.diagnostics, tree: .native(empty))
    }
    return Parsed(file: file, diagnostics: tree.diagnostics, tree: .json(root))
  }
}
