import Inventory
import SourceText
import Syntax

/// The services that one service extends.
struct ComposeExtension {
  /// A node that says something of the service, and the `extends` that leads to it.
  struct Link {
    let node: Node
    let via: SourceLocation?
  }

  /// The nodes, the deepest first.
  private(set) var links: [Link] = []
  /// Why the chain is not complete.
  private(set) var doubt: UnknownReason?

  /// Follows `extends` from `entry` of a file of `project`.
  static func chain(of entry: Node.Entry, in project: ComposeProject) -> ComposeExtension {
    var found = ComposeExtension()
    var node = entry.value
    var document = project.documents.first { $0.file == node.file }
    var name = entry.key.string ?? ""
    var visited: Set<String> = []
    var via: SourceLocation?
    while true {
      let isNew = visited.insert(node.file.path + "#" + name).inserted
      guard isNew, visited.count <= ComposeReading.maximumDepth else {
        project.reading.log.add(.extendsCircle(name, at: via ?? node.location))
        found.doubt = .circular(name)
        break
      }
      found.links.append(Link(node: node, via: via))
      guard let extends = node["extends"], extends.kind != .null else { break }
      via = via ?? extends.location
      let target = Target(extends, project.layer())
      guard let service = target.service else {
        project.reading.log.add(.wrongComposeType("service", at: extends.location))
        found.doubt = .malformed(expected: "service")
        break
      }
      if let path = target.path(besides: node.file.path) {
        document = project.reading.document(at: path, namedAt: extends.location)
        if document == nil { found.doubt = .unreadFile(path) }
      }
      guard let next = document, let extended = project.reading.service(service, of: next) else {
        if found.doubt == nil {
          project.reading.log.add(.extendsUndefined(service, at: extends.location))
          found.doubt = .undefined(service)
        }
        break
      }
      (node, name) = (extended, service)
    }
    found.links.reverse()
    return found
  }

  /// What `extends` names: a service, perhaps of another file.
  private struct Target {
    let service: String?
    private let file: String?

    init(_ node: Node, _ layer: ComposeLayer) {
      let name = node.kind == .mapping ? node["service"] : node
      service = name.flatMap { layer.scalar($0).text }
      file = node["file"].flatMap { layer.scalar($0).text }
    }

    /// The path of the other file as seen from the file at `path`; `nil` for the same file.
    func path(besides path: String) -> String? {
      file.map { RelativePath.join(RelativePath.folder(of: path), $0) }
    }
  }
}
