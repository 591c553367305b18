/// Facts about services and task sets.
enum ServiceFacts {
  static let table: [String: Fact] = [
    "cluster": { $0.value["clusterArn"] ?? $0.value["cluster"] },
    "openSecurityGroups": openSecurityGroups,
    "plainConnectServices": plainConnectServices,
    "roleIsDeclared": roleIsDeclared,
    "service": { $0.value["serviceArn"] ?? $0.value["service"] },
  ]

  /// The security groups of the tasks that let the whole Internet in, at the address range.
  static let openSecurityGroups: Fact = { site in
    let network = site.value.at("networkConfiguration", "awsvpcConfiguration")
    let groups = network?["securityGroups"]?.elements ?? []
    return site.list(groups.flatMap { openings(of: $0, in: site.inventory) })
  }

  /// The ports that Service Connect offers without TLS.
  static let plainConnectServices: Fact = { site in
    let services = site.value.at("serviceConnectConfiguration", "services")?.elements ?? []
    return site.list(
      services.filter { $0.unknownReason != nil || $0["tls"] == nil }.map { service in
        service.unknownReason != nil ? service : service.named(service["portName"]?.text ?? "?")
      }
    )
  }

  /// Whether the service's role stands in the template; one that is only named is judged where it
  /// stands.
  static let roleIsDeclared: Fact = { site in
    guard let role = site.value["roleArn"] else { return nil }
    if let reason = role.unknownReason { return role.unknown(reason) }
    guard case .resource = site.inventory.resolution(of: role, as: .role) else {
      return site.bool(false, from: role)
    }
    return site.bool(true, from: role)
  }

  private static func openings(of group: Value, in inventory: Inventory) -> [Value] {
    switch inventory.resolution(of: group, as: .securityGroup) {
    case .resource(let resource) where resource.kind == .securityGroup:
      let ranges = resource.ingressRanges + inventory.ingressRules(of: resource)
      let open = ranges.filter { ["0.0.0.0/0", "::/0"].contains($0.text) }
      if let range = open.first { return [range.named(resource.id.path)] }
      return ranges.first { $0.unknownReason != nil }.map { [$0] } ?? []
    case .resource(let resource): return [group.unknown(.outside(resource.id.path))]
    case .unknown(let reason): return [group.unknown(reason)]
    case .nothing: return []
    }
  }
}

extension Resource {
  /// The address ranges that a security group's own rules let in.
  fileprivate var ingressRanges: [Value] {
    partList("IpPermissions").flatMap { rule -> [Value] in
      if rule.unknownReason != nil { return [rule] }
      let four = rule["IpRanges"]?.elements.compactMap { $0["CidrIp"] } ?? []
      let six = rule["Ipv6Ranges"]?.elements.compactMap { $0["CidrIpv6"] } ?? []
      return four + six
    }
  }
}

extension Inventory {
  /// The address ranges that rules which stand by themselves let into `group`.
  fileprivate func ingressRules(of group: Resource) -> [Value] {
    resources(of: .securityGroupRule)
      .filter { rule in
        rule.properties["IsEgress"]?.isTrue != true
          && rule.properties["GroupId"].map { names($0, group) } ?? false
      }
      .flatMap { rule in
        ["CidrIpv4", "CidrIpv6"].flatMap { rule.properties[$0]?.elements ?? [] }
      }
  }
}
