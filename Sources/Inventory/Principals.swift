extension Inventory {
  /// Whoever policies give rights to: roles, users and groups, and each policy that belongs to none
  /// of these and so gives its rights to somebody who is described elsewhere.
  var principals: [Resource] {
    let owners = resources.filter { Inventory.ownerLists[$0.kind] != nil }
    let attached = owners.flatMap { owner in
      owner.attachedPolicyARNs.compactMap { found($0, as: .identityPolicy)?.id }
    }
    let owned = Set(attached)
    let loose = resources(of: .identityPolicy).filter { policy in
      !owned.contains(policy.id)
        && !Inventory.ownerLists.contains { kind, list in
          policy.partList(list).contains { found($0, as: kind) != nil }
        }
    }
    return owners + loose
  }

  /// The policies of the inventory that are attached to `principal`, from either side.
  func policies(attachedTo principal: Resource) -> [Resource] {
    guard let list = Inventory.ownerLists[principal.kind] else { return [] }
    let arns = principal.attachedPolicyARNs
    return resources(of: .identityPolicy).filter { policy in
      policy.partList(list).contains { names($0, principal) }
        || arns.contains { names($0, policy) }
    }
  }

  private func found(_ value: Value, as kind: ResourceKind) -> Resource? {
    guard case .resource(let resource) = resolution(of: value, as: kind), resource.kind == kind
    else { return nil }
    return resource
  }

  /// The members in which a policy names its owners, by their kind.
  private static let ownerLists: [ResourceKind: String] = [
    .group: "Groups", .role: "Roles", .user: "Users",
  ]
}

extension Resource {
  /// The ARNs of the policies that the principal itself names.
  fileprivate var attachedPolicyARNs: [Value] {
    properties["AttachedManagedPolicies"]?.elements.compactMap { $0["PolicyArn"] } ?? []
  }
}
