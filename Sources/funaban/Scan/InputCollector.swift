import Glibc
import SourceText
import Syntax
import Templates
import Workspace

/// The files of one scan, each once, in the order in which the user named them.
struct InputCollector {
  /// A file to read.
  struct Input: Sendable {
    let path: String
    /// The path by which two spellings of it are one file.
    let key: String
    /// Whether the user named the file itself, so that it must be something we know.
    let isNamed: Bool
  }

  private(set) var inputs: [Input] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<String> = []
  private let walker: FileWalker

  init(_ paths: [String], walker: FileWalker) {
    self.walker = walker
    for path in paths { add(path) }
    keepAssembledTemplates()
  }

  private mutating func add(_ path: String) {
    guard path != "-", InputCollector.isFolder(path) else {
      return add(path, isNamed: true)
    }
    let found = FileWalker.walk(path, walker)
    diagnostics += found.problems.map { $0.diagnostic() }
    for file in found.files { add(file, isNamed: false) }
  }

  private mutating func add(_ path: String, isNamed: Bool) {
    let key = RelativePath.normalized(path)
    guard seen.insert(key).inserted else { return }
    inputs.append(Input(path: path, key: key, isNamed: isNamed))
  }

  /// Where the CDK left a manifest, only the templates that it lists count: others are left-overs.
  private mutating func keepAssembledTemplates() {
    for manifest in inputs where manifest.key.split(separator: "/").last == "manifest.json" {
      guard case .success(let file) = FileReader.read(manifest.path),
        let assembly = CloudAssembly.read(JSONParser.parse(file), loader: DiskLoader())
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
