extension Inventory {
  /// Whoever policies give rights to: roles, users and groups, and each policy that belongs to none
  /// of these and so gives its rights to somebody who is described elsewhere.
  var principals: [Resource] {
    let owners = resources.filter { Resource.ownerLists[$0.kind] != nil }
    let owned = Set(owners.flatMap { policies(attachedTo: $0).map(\.id) })
    return owners + resources(of: .identityPolicy).filter { !owned.contains($0.id) }
  }

  /// The policies of the inventory that are attached to `principal`, from either side.
  func policies(attachedTo principal: Resource) -> [Resource] {
    guard let list = Resource.ownerLists[principal.kind] else { return [] }
    let naming = policies(naming: [principal.id.path] + ResourceNames.all(of: principal)).filter {
      $0.kind == .identityPolicy && $0.partList(list).contains { names($0, principal) }
    }
    let known = Set(naming.map(\.id))
    return naming + named(by: principal).filter { !known.contains($0.id) }
  }

  /// The policies of the inventory that the principal itself names, each once.
  private func named(by principal: Resource) -> [Resource] {
    var known: Set<ResourceID> = []
    let arns = principal.properties["AttachedManagedPolicies"]?.elements ?? []
    return arns.compactMap { $0["PolicyArn"] }.compactMap { arn in
      guard case .resource(let policy) = resolution(of: arn, as: .identityPolicy),
        policy.kind == .identityPolicy, known.insert(policy.id).inserted
      else { return nil }
      return policy
    }
  }
}

extension Resource {
  /// The members in which a policy names its owners, by their kind.
  static let ownerLists: [ResourceKind: String] = [
    .group: "Groups", .role: "Roles", .user: "Users",
  ]

  /// The texts and paths with which a policy names its owners, as these may be looked up.
  var policyOwnerKeys: [String] {
    guard kind == .identityPolicy else { return [] }
    return Resource.ownerLists.flatMap { kind, list in
      (properties[list]?.elements ?? []).flatMap { $0.ownerKeys(of: kind) }
    }
  }
}

extension Value {
  /// The texts that a value which names a resource of `kind` may be looked up by.
  fileprivate func ownerKeys(of kind: ResourceKind) -> [String] {
    switch content {
    case .string(let text):
      let logical = text.hasSuffix(".Arn") ? String(text.dropLast(4)) : text
      return [text, ResourceNames.name(in: text, of: kind), logical]
    case .reference(let reference):
      return [reference.resource.path, reference.resource.withoutInstance.path]
    case .partial(let pieces):
      return pieces.flatMap { piece -> [String] in
        guard case .reference(let reference) = piece else { return [] }
        return [reference.resource.path, reference.resource.withoutInstance.path]
      }
    default: return []
    }
  }
}
