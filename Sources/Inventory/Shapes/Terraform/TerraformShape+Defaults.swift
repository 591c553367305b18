extension TerraformShape {
  /// The resource with what the provider sets where nothing is written, as far as that is not what
  /// the API would do.
  static func completed(_ resource: Resource, in surroundings: TerraformSurroundings) -> Resource {
    var result = resource
    for (name, content) in defaults[resource.type] ?? [] {
      if let written = resource.properties[name], !written.isNull { continue }
      if name == "desiredCount", !resource.countsItsTasks(in: surroundings) { continue }
      result.properties = result.properties.setting(
        ValueObject.Member(name, Value(content, at: nil))
      )
    }
    result.resolvePolicies(surroundings.policyARNs)
    if resource.kind == .cluster { result.addSettings(surroundings.accountSettings) }
    return result
  }

  /// What the provider sets where nothing is written, by type.
  private static let defaults: [String: [(member: String, content: Value.Content)]] = [
    "aws_cloudtrail": [("IncludeGlobalServiceEvents", .bool(true)), ("IsLogging", .bool(true))],
    "aws_ecs_service": [("desiredCount", .number("0"))],
    "aws_guardduty_detector": [("Enable", .bool(true))],
  ]
}

extension Resource {
  /// Whether the service itself says how many of its tasks run.
  fileprivate func countsItsTasks(in surroundings: TerraformSurroundings) -> Bool {
    let strategy = properties["schedulingStrategy"]
    let isReplica = strategy.map { $0.isNull || $0.text == "REPLICA" } ?? true
    return isReplica && !surroundings.scalesServices
  }

  /// Puts the ARNs of attached policies in place of references to the data sources that find them.
  fileprivate mutating func resolvePolicies(_ arns: [ResourceID: Value.Content]) {
    guard !arns.isEmpty else { return }
    properties = properties.mapping("AttachedManagedPolicies") { list in
      let policies = list.list?.map { policy in
        policy.mapping("PolicyArn") { arn in
          arn.source.flatMap { arns[$0.resource] }.map { arn.with($0) } ?? arn
        }
      }
      return policies.map { list.with(.list($0)) } ?? list
    }
  }

  /// Adds the settings of the account that the cluster does not have of its own.
  fileprivate mutating func addSettings(_ defaults: [ValueObject.Member]) {
    let own = properties["settings"]
    guard own?.unknownReason == nil else { return }
    let names = own?.list?.compactMap { $0["name"] } ?? []
    guard !names.contains(where: { $0.text == nil }) else { return }
    let inherited = defaults.filter { setting in
      setting.name == "containerInsights" && !names.contains { $0.text == setting.name }
    }
    guard !inherited.isEmpty else { return }
    let settings = inherited.map { setting in
      setting.value.with(
        .object(
          ValueObject([
            ValueObject.Member("name", Value(.string(setting.name), at: nil)),
            ValueObject.Member("value", setting.value),
          ])
        )
      )
    }
    properties = properties.setting(
      ValueObject.Member("settings", Value(.list((own?.list ?? []) + settings), at: own?.origin))
    )
  }
}
