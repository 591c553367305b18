/// Everything one deployment unit declares, in the AWS shape.
///
/// A deployment unit is a template with its nested stacks, or one task definition. Resources keep
/// the order of the source; joins between them go through `subscript(_:)`.
package struct Inventory: Sendable {
  /// The resources in source order.
  package private(set) var resources: [Resource]
  /// What Dockerfiles say of the images that the containers run.
  package var images: [ImageProfile] = []
  /// The scenario under which the unit was evaluated; empty when there is only one.
  package var scenario: Scenario
  private var positions: [ResourceID: Int]
  private var kinds: [ResourceKind: [Int]]
  private var names: [Name: Int]
  /// The positions of policies by the texts and paths with which they name their owners.
  private var policies: [String: [Int]]

  /// A text by which a resource of one kind goes.
  private struct Name: Hashable {
    let kind: ResourceKind
    let text: String
  }

  /// Holds `resources`, as they are under `scenario`.
  package init(_ resources: [Resource] = [], scenario: Scenario = Scenario()) {
    self.resources = []
    self.positions = [:]
    self.kinds = [:]
    self.names = [:]
    self.policies = [:]
    self.scenario = scenario
    for resource in resources { add(resource) }
  }

  /// Adds a resource, in place of one with the same identity.
  package mutating func add(_ resource: Resource) {
    let index = positions[resource.id] ?? resources.count
    if index == resources.count {
      resources.append(resource)
      positions[resource.id] = index
      kinds[resource.kind, default: []].append(index)
    } else {
      replace(at: index, with: resource)
    }
    for text in ResourceNames.all(of: resource) {
      let name = Name(kind: resource.kind, text: text)
      names[name] = names[name] ?? index
    }
    for key in resource.policyOwnerKeys { policies[key, default: []].append(index) }
  }

  private mutating func replace(at index: Int, with resource: Resource) {
    names = names.filter { $0.value != index }
    kinds[resources[index].kind]?.removeAll { $0 == index }
    resources[index] = resource
    kinds[resource.kind, default: []].append(index)
    kinds[resource.kind]?.sort()
  }

  /// The first resource of `kind` that goes by `text` as it stands.
  func resource(calledExactly text: String, kind: ResourceKind) -> Resource? {
    names[Name(kind: kind, text: text)].map { resources[$0] }
  }

  /// The policies that may name their owner by one of `keys`, in source order.
  func policies(naming keys: [String]) -> [Resource] {
    Set(keys.flatMap { policies[$0] ?? [] }).sorted().map { resources[$0] }
  }

  /// The resource `id`; one that stands for all of its instances goes by each of them.
  package subscript(_ id: ResourceID) -> Resource? {
    (positions[id] ?? positions[id.withoutInstance]).map { resources[$0] }
  }

  /// The resource that `value` refers to, if it is part of this inventory.
  package func resource(for value: Value) -> Resource? {
    value.reference.flatMap { self[$0.resource] }
  }

  /// The resources of `kind` that `isWanted` chooses, in source order; the others are not copied.
  func resources(of kind: ResourceKind, where isWanted: (borrowing Resource) -> Bool) -> [Resource]
  {
    var chosen: [Resource] = []
    for index in kinds[kind] ?? [] where isWanted(resources[index]) {
      chosen.append(resources[index])
    }
    return chosen
  }

  /// The resources of `kind`, in source order.
  package func resources(of kind: ResourceKind) -> [Resource] {
    (kinds[kind] ?? []).map { resources[$0] }
  }
}

/// One way in which a template's conditions may turn out.
package struct Scenario: Sendable, Hashable {
  /// The conditions that were decided, with what they were decided to be, in template order.
  package var conditions: [Decision]

  /// What one condition turns out to be.
  package struct Decision: Sendable, Hashable {
    /// The condition's name.
    package let name: String
    /// Whether it holds.
    package let holds: Bool
    /// What makes it so, in the template's words: `Env = prod`.
    package let because: String

    /// Decides a condition.
    package init(name: String, holds: Bool, because: String) {
      self.name = name
      self.holds = holds
      self.because = because
    }
  }

  /// Holds decisions; none for a template without conditions.
  package init(_ conditions: [Decision] = []) { self.conditions = conditions }
}
