import SourceText
import Syntax

/// What tells Compose files from others, by their names and by what is in them.
enum ComposeFile {
  /// The names that Compose looks for, in its order.
  static let baseNames = [
    "compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml",
  ]

  /// The names of the file that Compose reads over the base without being told.
  static let overrideNames = [
    "compose.override.yaml", "compose.override.yml", "docker-compose.override.yaml",
    "docker-compose.override.yml",
  ]

  private static let serviceKeys = ["image", "build", "extends", "provider"]

  /// Whether the file at `path` goes by a name of Compose files: `docker-compose.prod.yml`.
  static func hasName(_ path: String) -> Bool {
    let name = RelativePath.name(of: path).lowercased()
    guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
    let rest = name.hasPrefix("docker-") ? name.dropFirst(7) : name[...]
    // Composer is another trade.
    return rest.hasPrefix("compose") && rest.dropFirst(7).first?.isLetter != true
  }

  /// Whether `root` is a Compose file.
  static func isCompose(_ root: Node) -> Bool {
    guard root.kind == .mapping else { return false }
    let isNamed = hasName(root.file.path)
    guard let services = root["services"] else {
      return isNamed && (root["include"] != nil || !oldServices(of: root).isEmpty)
    }
    if isNamed { return true }
    let entries = services.entries
    return !entries.isEmpty
      && entries.allSatisfy { $0.value.kind == .mapping || $0.value.kind == .null }
      && entries.contains { isService($0.value) }
  }

  /// The services of a file in the first version of the format, which stand at its root.
  static func oldServices(of root: Node) -> [Node.Entry] {
    root.entries.filter { isService($0.value) }
  }

  /// The services of the file with this `root`.
  static func services(of root: Node) -> [Node.Entry] {
    root["services"]?.entries ?? oldServices(of: root)
  }

  /// Whether `root` has services that only a file below it can complete.
  static func isPartial(_ root: Node) -> Bool {
    (root["services"]?.entries ?? []).contains { $0.value.kind == .mapping && !isService($0.value) }
  }

  private static func isService(_ node: Node) -> Bool {
    node.kind == .mapping && serviceKeys.contains { node.entry($0) != nil }
  }
}
