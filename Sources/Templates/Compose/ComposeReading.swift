import Inventory
import SourceText
import Syntax

/// What all files of one Compose project share while they are read.
final class ComposeReading {
  /// The most files that one project may consist of.
  static let maximumFiles = 200
  /// The longest chain of services that extend each other, and of files that include each other.
  static let maximumDepth = 32

  let options: TemplateOptions
  var log = DiagnosticLog()
  var budget: ValueBudget
  /// The paths of the files whose services belong to the project.
  var included: [String] = []
  /// The bytes of files of variables, which no report may show.
  private(set) var hidden: [SourceLocation] = []
  /// The variables that the files speak of.
  var variables: Set<String> = []
  private var documents: [String: Node?] = [:]
  private var variableFiles: [String: SourceFile?] = [:]
  private var services: [SourceFile: [String: Node]] = [:]

  init(_ options: TemplateOptions) {
    self.options = options
    self.budget = ValueBudget(options.maximumValues)
  }

  /// The first document of the file at `path`, each file read once; reported where it is missing.
  func document(at path: String, namedAt place: SourceLocation) -> Node? {
    if let known = documents[path] { return known }
    guard documents.count < Self.maximumFiles else {
      log.add(.composeFileUnread(path, reason: .tooManyFiles, at: place))
      return nil
    }
    switch options.loader.load(path) {
    case .failure(let error):
      log.add(.composeFileUnread(path, reason: .reason(error), at: place))
      documents[path] = .some(nil)
      return nil
    case .success(let file):
      let root = parsed(file)
      documents[path] = .some(root)
      return root
    }
  }

  /// The service `name` of the file with this `root`.
  func service(_ name: String, of root: Node) -> Node? {
    if let known = services[root.file] { return known[name] }
    var found: [String: Node] = [:]
    for entry in ComposeFile.services(of: root) {
      if let name = entry.key.string { found[name] = entry.value }
    }
    services[root.file] = found
    return found[name]
  }

  /// The first document of the file at `path`, if there is such a file.
  func existingDocument(at path: String) -> Node? {
    guard case .success(let file) = options.loader.load(path) else { return nil }
    return parsed(file)
  }

  private func parsed(_ file: SourceFile) -> Node? {
    let tree = Templates.parse(file)
    for diagnostic in tree.diagnostics { log.add(diagnostic) }
    return tree.root
  }

  /// The file of variables at `path`, read once; `nil` where there is none.
  func variableFile(at path: String) -> SourceFile? {
    if let known = variableFiles[path] { return known }
    let file = try? options.loader.load(path).get()
    variableFiles[path] = .some(file)
    if let file { hidden += VariableFile.hidden(in: file) }
    return file
  }
}
