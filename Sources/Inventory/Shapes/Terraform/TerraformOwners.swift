/// The resources that others speak of, by address and by name.
struct TerraformOwners {
  /// What a value that names an owner turns out to name.
  enum Owner {
    /// The resource at the position.
    case resource(Int)
    /// Something that no source at hand describes.
    case elsewhere(String)
    /// One that cannot be told from the others of its kind.
    case doubtful(UnknownReason)
  }

  private struct Name: Hashable {
    let kind: ResourceKind
    let text: String
  }

  private let declared: [TerraformResource]
  private let shaped: [Resource]
  private var addresses: [ResourceID: Int] = [:]
  private var instances: [ResourceID: [Int]] = [:]
  private var names: [Name: [Int]] = [:]
  private var kinds: [ResourceKind: [Int]] = [:]

  /// Registers the declared resources with what each of them is.
  init(_ declared: [TerraformResource], shaped: [Resource]) {
    self.declared = declared
    self.shaped = shaped
    for (index, resource) in shaped.enumerated() {
      addresses[resource.id] = index
      instances[resource.id.withoutInstance, default: []].append(index)
      guard resource.kind != .other else { continue }
      kinds[resource.kind, default: []].append(index)
      for text in ResourceNames.all(of: resource) {
        names[Name(kind: resource.kind, text: text), default: []].append(index)
      }
    }
  }

  /// The positions of the resources of `kind`.
  func positions(of kind: ResourceKind) -> [Int] { kinds[kind] ?? [] }

  /// Whether `value` names anything.
  func isNamed(_ value: Value?) -> Bool { value.map { !$0.elements.isEmpty } ?? false }

  /// What the argument that names the owners of `join` names, one by one.
  func owners(by join: TerraformJoin, of resource: TerraformResource) -> [Owner] {
    let values = resource.properties[join.by]?.elements ?? []
    if values.isEmpty { return [.elsewhere(resource.id.path)] }
    return values.map { owner(named: $0, kind: join.owner, for: resource, depth: 0) }
  }

  private func owner(
    named value: Value,
    kind: ResourceKind,
    for resource: TerraformResource,
    depth: Int
  ) -> Owner {
    if let text = value.text {
      return position(named: text, kind: kind, near: resource).map(Owner.resource)
        ?? .elsewhere(text)
    }
    if let reference = value.reference {
      return owner(at: reference, kind: kind, depth: depth)
    }
    if let same = position(named: value, kind: kind) { return .resource(same) }
    switch value.firstUnknownReason {
    case .undefined(let name), .outside(let name): return .elsewhere(name)
    case let reason?: return .doubtful(reason)
    case nil: return .elsewhere(resource.id.path)
    }
  }

  /// The owner that a reference leads to, also by way of another resource that speaks of it.
  private func owner(at reference: ResourceReference, kind: ResourceKind, depth: Int) -> Owner {
    let id = reference.resource
    guard let index = position(at: id) else {
      return instances[id.withoutInstance] == nil
        ? .elsewhere(id.path) : .doubtful(.attribute(reference.text))
    }
    if shaped[index].kind == kind { return .resource(index) }
    let joins = TerraformShape.joins[declared[index].type] ?? []
    guard depth < 8, let join = joins.first(where: { $0.owner == kind }),
      let value = declared[index].properties[join.by]
    else { return .elsewhere(id.path) }
    return owner(named: value, kind: kind, for: declared[index], depth: depth + 1)
  }

  /// The position of the resource at the address, or of the only one where it has no key, or where
  /// one resource stands for all instances.
  private func position(at id: ResourceID) -> Int? {
    if let index = addresses[id] ?? addresses[id.withoutInstance] { return index }
    let candidates = instances[id] ?? []
    return candidates.count == 1 ? candidates.first : nil
  }

  /// The resource that goes by `text`, preferably one of the same module.
  private func position(
    named text: String,
    kind: ResourceKind,
    near resource: TerraformResource
  ) -> Int? {
    let last = ResourceNames.name(in: text, of: kind)
    let found = names[Name(kind: kind, text: text)] ?? names[Name(kind: kind, text: last)] ?? []
    let module = resource.id.modulePath
    return found.first { shaped[$0].id.modulePath == module } ?? found.first
  }

  /// The only resource whose name is the same text, though it may not be known which.
  private func position(named value: Value, kind: ResourceKind) -> Int? {
    switch value.unknownReason {
    case nil, .parameter, .importedValue: break
    default: return nil
    }
    guard let member = ResourceNames.member(of: kind) else { return nil }
    let found = positions(of: kind).filter {
      shaped[$0].properties[member].map(value.isEquivalent) ?? false
    }
    return found.count == 1 ? found.first : nil
  }
}

extension ResourceID {
  /// The part of the address that names the module; empty for the root module.
  fileprivate var modulePath: Substring {
    let address = withoutInstance.path
    let parts = address.split(separator: ".")
    return parts.count > 2
      ? address[..<parts[parts.count - 2].startIndex] : address[..<address.startIndex]
  }
}
