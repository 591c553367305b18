import Glibc
import SourceText
import Syntax
import Templates
import Workspace

/// The files of one scan, each once, in the order in which the user named them.
struct InputCollector {
  /// A file to read, or a folder that is a Terraform module.
  struct Input: Sendable {
    let path: String
    /// The path by which two spellings of it are one file.
    let key: String
    /// Whether the user named the file itself, so that it must be something we know.
    let isNamed: Bool
    let role: SourceRole
    /// How many files it stands for.
    var fileCount = 1
  }

  private(set) var inputs: [Input] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var positions: [String: Int] = [:]
  private let ignoresUnrecognised: Bool
  private let walker: FileWalker
  private let loader: any SourceLoader

  init(
    _ paths: [String],
    ignoresUnrecognised: Bool,
    walker: FileWalker,
    loader: any SourceLoader
  ) {
    self.ignoresUnrecognised = ignoresUnrecognised
    self.walker = walker
    self.loader = loader
    for path in paths { add(path) }
    keepAssembledTemplates()
    dropFilesOfModules()
  }

  private mutating func add(_ path: String) {
    guard path != "-", InputCollector.isFolder(path) else {
      if ignoresUnrecognised, path != "-" { return addFound(path) }
      return add(path, as: SourceRole(path) ?? .document, isNamed: true)
    }
    let found = FileWalker.walk(path, walker)
    diagnostics += found.problems.map { $0.diagnostic() }
    for file in found.files { addFound(file) }
  }

  /// A file of a folder: the whole module where it is a part of one.
  private mutating func addFound(_ file: String) {
    let role = SourceRole(file) ?? .document
    add(role == .terraform ? RelativePath.folder(of: file) : file, as: role, isNamed: false)
  }

  private mutating func add(_ path: String, as role: SourceRole, isNamed: Bool) {
    let key = RelativePath.normalized(path)
    if let position = positions[key] {
      if role == .terraform, !isNamed { inputs[position].fileCount += 1 }
      return
    }
    positions[key] = inputs.count
    inputs.append(Input(path: path, key: key, isNamed: isNamed, role: role))
  }

  /// A file that the user named does not count where its whole module is scanned, too.
  private mutating func dropFilesOfModules() {
    let modules = Set(inputs.lazy.filter { $0.role == .terraform && !$0.isNamed }.map(\.key))
    inputs.removeAll {
      $0.role == .terraform && $0.isNamed && modules.contains(RelativePath.folder(of: $0.key))
    }
  }

  /// Where the CDK left a manifest, only the templates that it lists count: others are left-overs.
  private mutating func keepAssembledTemplates() {
    for manifest in inputs where manifest.key.split(separator: "/").last == "manifest.json" {
      guard case .success(let file) = FileReader.read(manifest.path),
        let assembly = CloudAssembly.read(JSONParser.parse(file), loader: loader)
      else { continue }
      diagnostics += assembly.diagnostics
      let folder = String(manifest.key.dropLast("manifest.json".count))
      let templates = Set(assembly.templates)
      inputs.removeAll { input in
        !input.isNamed && input.key.hasPrefix(folder) && !templates.contains(input.key)
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
