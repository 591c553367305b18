/// Facts about what watches the account: trails, flow logs, detectors.
enum AuditFacts {
  static let detector: [String: Fact] = ["coversFargateRuntime": coversFargateRuntime]

  static let trail: [String: Fact] = [
    "customerKey": DataFacts.customerKey("KmsKeyId"), "watchedEcsEvents": watchedEcsEvents,
  ]

  static let vpc: [String: Fact] = [
    "flowLogs": { site in
      site.list(
        site.inventory.resources(of: .flowLog).compactMap { log in
          guard let target = log.properties["ResourceId"] else { return nil }
          if target.unknownReason != nil { return target }
          return site.inventory.names(target, site.resource) ? target.named(log.id.path) : nil
        }
      )
    }
  ]

  /// Whether GuardDuty watches the processes in Fargate tasks.
  static let coversFargateRuntime: Fact = { site in
    if let enable = site.value["Enable"], enable.isTrue == false {
      return site.bool(false, from: enable)
    }
    let features = site.value["Features"]?.elements ?? []
    if let opaque = features.first(where: { $0.unknownReason != nil }) { return opaque }
    guard let runtime = features.first(where: { $0["Name"]?.text == "RUNTIME_MONITORING" }) else {
      return site.bool(false)
    }
    let agents = runtime["AdditionalConfiguration"]?.elements ?? []
    let agent = agents.first { $0["Name"]?.text == "ECS_FARGATE_AGENT_MANAGEMENT" }
    for status in [runtime["Status"], agent?["Status"]] {
      if let status, let reason = status.firstUnknownReason { return status.unknown(reason) }
      if status?.text != "ENABLED" { return site.bool(false, from: status ?? runtime) }
    }
    return site.bool(true, from: agent)
  }

  private static let ecsEvents = [
    "ExecuteCommand", "RegisterTaskDefinition", "RunTask", "UpdateService",
  ]

  /// The changes to ECS that an event rule or a metric filter looks for.
  static let watchedEcsEvents: Fact = { site in
    let rules = site.inventory.resources(of: .eventRule).flatMap { names(inPatternOf: $0) }
    let filters = site.inventory.resources(of: .metricFilter).flatMap { names(inFilterOf: $0) }
    return site.list(rules + filters)
  }

  private static func names(inPatternOf rule: Resource) -> [Value] {
    guard let written = rule.properties["EventPattern"] else { return [] }
    let pattern = JSONText.value(of: written)
    if pattern.unknownReason != nil { return [pattern] }
    let names = pattern.at("detail", "eventName")?.elements ?? []
    return names.filter { ecsEvents.contains($0.text ?? "") }
  }

  private static func names(inFilterOf filter: Resource) -> [Value] {
    guard let pattern = filter.properties["filterPattern"] else { return [] }
    if pattern.unknownReason != nil { return [pattern] }
    return ecsEvents.filter(pattern.literalText.contains).map { pattern.named($0) }
  }
}
