import SourceText

/// What stands in other resources of a module and decides what an absent argument means.
struct Surroundings {
  /// The cluster settings that are the default of the account.
  let accountSettings: [ValueObject.Member]
  /// Whether something else than the service says how many tasks run.
  let scalesServices: Bool

  /// Looks around in `declared`.
  init(_ declared: [TerraformResource]) {
    scalesServices = declared.contains { $0.type == "aws_appautoscaling_target" }
    accountSettings = declared.filter { $0.type == "aws_ecs_account_setting_default" }.compactMap {
      guard let name = $0.properties["name"]?.text else { return nil }
      return $0.properties["value"].map { ValueObject.Member(name, $0) }
    }
  }
}

extension TerraformShape {
  /// The resource with what the provider sets where nothing is written, as far as that is not what
  /// the API would do.
  static func completed(_ resource: Resource, in surroundings: Surroundings) -> Resource {
    var result = resource
    for (name, content) in defaults[resource.type] ?? [] {
      if resource.type == "aws_ecs_service", surroundings.scalesServices { continue }
      if resource.properties["schedulingStrategy"].map({ $0.text != "REPLICA" }) ?? false {
        continue
      }
      if let written = resource.properties[name], !written.isNull { continue }
      result.properties = result.properties.setting(
        ValueObject.Member(name, Value(content, at: nil))
      )
    }
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
