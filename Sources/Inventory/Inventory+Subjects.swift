extension Inventory {
  /// The things of `kind` that a control judges, in source order.
  ///
  /// A kind is the name of a resource kind, or `container`, `volume`, `stage`, `policy`,
  /// `principal` or `ecsTarget`.
  /// Where the list that holds the parts is not known, one subject stands for all of them, and its
  /// value is unknown.
  package func subjects(of kind: String) -> [Subject] {
    switch kind {
    case "container": parts("containerDefinitions", of: .taskDefinition, as: kind)
    case "volume": parts("volumes", of: .taskDefinition, as: kind)
    case "stage": parts("stages", of: .dockerfile, as: kind)
    case "policy": resources.flatMap(policies)
    case "principal": wholes(principals, as: kind)
    case "ecsTarget": resources.flatMap(ecsTargets)
    case "listener": wholes(.listener) + resources(of: .classicLoadBalancer).flatMap(listeners)
    default: ResourceKind(rawValue: kind).map(wholes) ?? []
    }
  }

  private func wholes(_ kind: ResourceKind) -> [Subject] {
    wholes(resources(of: kind), as: kind.rawValue)
  }

  private func wholes(_ resources: [Resource], as kind: String) -> [Subject] {
    resources.map { resource in
      Subject(
        kind: kind,
        name: nil,
        resource: resource,
        scope: [(kind, resource.properties)],
        inventory: self
      )
    }
  }

  private func parts(_ member: String, of owner: ResourceKind, as kind: String) -> [Subject] {
    resources(of: owner).flatMap { resource in
      (resource.partList(member)).enumerated().map { index, part in
        // A stage without a name goes by its number.
        let place = kind == "stage" ? "\(index)" : "\(member)[\(index)]"
        let name = part["name"].flatMap { $0.isSensitive ? nil : $0.text }
        return self.part(part, named: name ?? place, as: kind, of: resource)
      }
    }
  }

  private func part(
    _ value: Value,
    named name: String,
    as kind: String,
    of owner: Resource
  ) -> Subject {
    Subject(
      kind: kind,
      name: name,
      resource: owner,
      scope: [(kind, value), (owner.kind.rawValue, owner.properties)],
      inventory: self
    )
  }

  private func policies(_ resource: Resource) -> [Subject] {
    resource.identityPolicies.map { policy in
      let document = policy.document
      let members = [
        ValueObject.Member("name", Value(.string(policy.name), at: document.origin)),
        ValueObject.Member("document", document),
      ]
      let value =
        document.unknownReason == nil
        ? Value(.object(ValueObject(members)), at: document.origin) : document
      return part(value, named: policy.name, as: "policy", of: resource)
    }
  }

  /// The listeners of a Classic Load Balancer, which are no resources of their own.
  private func listeners(_ balancer: Resource) -> [Subject] {
    balancer.partList("ListenerDescriptions").map { description in
      let listener = description["Listener"] ?? description
      let port = listener["LoadBalancerPort"]?.text ?? "?"
      return part(listener, named: port, as: "listener", of: balancer)
    }
  }

  private func ecsTargets(_ resource: Resource) -> [Subject] {
    ECSTargets.targets(of: resource).map {
      part($0.value, named: $0.name, as: "ecsTarget", of: resource)
    }
  }
}

extension Resource {
  /// The parts in the list `member`; one unknown value where the list is not known.
  func partList(_ member: String) -> [Value] {
    if properties.unknownReason != nil { return [properties] }
    guard let value = properties[member] else { return [] }
    switch value.content {
    case .list(let parts): return parts.filter { !$0.isNull }
    case .null: return []
    case .unknown: return [value]
    default: return [value.unknown(value.firstUnknownReason ?? .malformed(expected: "list"))]
    }
  }

  /// The identity policies that stand in this resource, with their names.
  var identityPolicies: [(name: String, document: Value)] {
    let list: String
    switch kind {
    case .role: list = "RolePolicyList"
    case .user: list = "UserPolicyList"
    case .group: list = "GroupPolicyList"
    case .identityPolicy:
      guard let document = properties["PolicyDocument"] else { return [] }
      return [(properties["PolicyName"]?.text ?? id.path, document)]
    default: return []
    }
    return partList(list).enumerated().compactMap { index, policy in
      let document = policy.unknownReason == nil ? policy["PolicyDocument"] : policy
      return document.map { (policy["PolicyName"]?.text ?? "\(list)[\(index)]", $0) }
    }
  }
}
