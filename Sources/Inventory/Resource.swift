package import SourceText

/// The identity of a resource within one inventory.
///
/// The path is the logical name in its template, behind the names of the nested stacks that lead to
/// it (`Network/Vpc`), or the address that the source's own language gives it.
package struct ResourceID: Sendable, Hashable {
  /// The path, unique within its inventory.
  package let path: String

  /// Names a resource by its path.
  package init(_ path: String) { self.path = path }
}

extension ResourceID {
  /// The identity without the key of the instance: `aws_lb.edge` of `aws_lb.edge["a"]`.
  package var withoutInstance: ResourceID {
    guard path.utf8.last == UInt8(ascii: "]"), let start = path.lastIndex(of: "[") else {
      return self
    }
    return ResourceID(String(path[..<start]))
  }
}

/// One resource of one source, in the shape of the AWS API that describes it.
///
/// Copies share what they hold: resources are handed on often, and changed rarely.
package struct Resource: Sendable {
  private let identity: Identity
  /// The properties in the AWS shape, an object; joined by what sibling resources add to it.
  package var properties: Value

  /// What stays the same of a resource, whatever joins its properties.
  private final class Identity: Sendable {
    let id: ResourceID
    let kind: ResourceKind
    let type: String
    let location: SourceLocation
    let constructPath: String?
    let hidden: [SourceLocation]

    init(
      _ id: ResourceID,
      _ kind: ResourceKind,
      _ type: String,
      _ location: SourceLocation,
      _ constructPath: String?,
      _ hidden: [SourceLocation]
    ) {
      self.id = id
      self.kind = kind
      self.type = type
      self.location = location
      self.constructPath = constructPath
      self.hidden = hidden
    }
  }

  /// Describes one resource.
  package init(
    id: ResourceID,
    kind: ResourceKind,
    type: String,
    properties: Value,
    location: SourceLocation,
    constructPath: String? = nil,
    hidden: [SourceLocation] = []
  ) {
    identity = Identity(id, kind, type, location, constructPath, hidden)
    self.properties = properties
  }

  /// The identity within the inventory.
  package var id: ResourceID { identity.id }

  /// What it is; `.other` for kinds without a shape of their own.
  package var kind: ResourceKind { identity.kind }

  /// The type in the words of its source: `AWS::ECS::TaskDefinition`.
  package var type: String { identity.type }

  /// The bytes that name the resource.
  package var location: SourceLocation { identity.location }

  /// The path of the CDK construct that made it.
  package var constructPath: String? { identity.constructPath }

  /// The bytes outside of the properties that may hold secrets, such as commands of a build.
  package var hidden: [SourceLocation] { identity.hidden }
}
