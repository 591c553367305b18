package import SourceText
package import Syntax

/// What the AWS CDK put into its output folder (`cdk.out`).
package struct CloudAssembly: Sendable {
  /// The paths of the stacks' templates, those of nested assemblies included.
  ///
  /// Templates of nested stacks are not among them: they are read through their parents.
  package private(set) var templates: [String] = []
  /// The paths of the manifests that were read besides the first.
  package private(set) var included: [String] = []
  /// What could not be read.
  package private(set) var diagnostics: [Diagnostic] = []

  private static let maximumDepth = 10

  /// Reads the assembly that `manifest` (`cdk.out/manifest.json`) describes.
  ///
  /// - Returns: `nil` if the file is no manifest of a cloud assembly.
  package static func read(
    _ manifest: SyntaxTree,
    loader: any SourceLoader
  ) -> CloudAssembly? {
    guard let root = manifest.root, root["version"]?.string != nil,
      let artifacts = root["artifacts"], artifacts.kind == .mapping
    else { return nil }
    var assembly = CloudAssembly()
    assembly.add(artifacts, of: manifest.file.path, loader: loader, depth: 0)
    return assembly
  }

  private mutating func add(
    _ artifacts: Node,
    of path: String,
    loader: any SourceLoader,
    depth: Int
  ) {
    let folder = RelativePath.folder(of: path)
    for artifact in artifacts.entries {
      let properties = artifact.value["properties"]
      switch artifact.value["type"]?.string {
      case "aws:cloudformation:stack":
        guard let file = properties?["templateFile"]?.string else { continue }
        templates.append(RelativePath.join(folder, file))
      case "cdk:cloud-assembly":
        guard let name = properties?["directoryName"]?.string else { continue }
        let path = RelativePath.join(RelativePath.join(folder, name), "manifest.json")
        addNested(path, loader: loader, depth: depth + 1)
      default: continue
      }
    }
  }

  private mutating func addNested(_ path: String, loader: any SourceLoader, depth: Int) {
    guard depth < Self.maximumDepth, !included.contains(path) else {
      diagnostics.append(.assemblyUnread(path, reason: .nestedTooDeep))
      return
    }
    switch loader.load(path) {
    case .failure(let error):
      diagnostics.append(.assemblyUnread(path, reason: .reason(error)))
    case .success(let file):
      included.append(path)
      let tree = JSONParser.parse(file)
      diagnostics += tree.diagnostics
      guard let artifacts = tree.root?["artifacts"] else { return }
      add(artifacts, of: path, loader: loader, depth: depth)
    }
  }
}
