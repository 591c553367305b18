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
package struct Resource: Sendable {
  /// The identity within the inventory.
  package let id: ResourceID
  /// What it is; `.other` for kinds without a shape of their own.
  package let kind: ResourceKind
  /// The type in the words of its source: `AWS::ECS::TaskDefinition`.
  package let type: String
  /// The properties in the AWS shape, an object; joined by what sibling resources add to it.
  package var properties: Value
  /// The bytes that name the resource.
  package let location: SourceLocation
  /// The path of the CDK construct that made it.
  package let constructPath: String?
  /// The bytes outside of the properties that may hold secrets, such as commands of a build.
  package let hidden: [SourceLocation]

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
    self.id = id
    self.kind = kind
    self.type = type
    self.properties = properties
    self.location = location
    self.constructPath = constructPath
    self.hidden = hidden
  }
}
