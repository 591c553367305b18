package import SourceText

/// One thing that a control judges: a resource, or a part of one such as a container.
///
/// Conditions reach its fields by the names in `scope`: for a container `container.user` and
/// `taskDefinition.networkMode`.
///
/// It is shared by reference: every judgement of it holds it.
package final class Subject: Sendable {
  /// What is judged: `container`, `volume`, `policy`, `principal`, `ecsTarget`, or the name
  /// of a resource kind.
  package let kind: String
  /// The name of the part within its resource (a container's name); `nil` for a whole resource.
  package let name: String?
  /// The resource it is, or is part of.
  package let resource: Resource
  /// The values by the names under which conditions reach them, the innermost first.
  package let scope: [(name: String, value: Value)]
  /// Everything around it.
  package let inventory: Inventory

  /// Describes one subject.
  package init(
    kind: String,
    name: String?,
    resource: Resource,
    scope: [(name: String, value: Value)],
    inventory: Inventory
  ) {
    self.kind = kind
    self.name = name
    self.resource = resource
    self.scope = scope
    self.inventory = inventory
  }

  /// The judged value itself.
  package var value: Value { scope[0].value }

  /// The bytes to point at when nothing more exact is known.
  package var location: SourceLocation {
    name == nil ? resource.location : value.origin ?? resource.location
  }
}
