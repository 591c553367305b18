/// What stands in other resources of a module and decides what an absent argument means.
struct TerraformSurroundings {
  /// The cluster settings that are the default of the account.
  let accountSettings: [ValueObject.Member]
  /// The ARNs of the policies that data sources find, as far as their arguments tell.
  let policyARNs: [ResourceID: Value.Content]
  /// Whether something else than the service says how many tasks run.
  let scalesServices: Bool

  /// Looks around in `declared`.
  init(_ declared: [TerraformResource]) {
    scalesServices = declared.contains { $0.type == "aws_appautoscaling_target" }
    let policies = declared.filter { $0.isData && $0.type == "aws_iam_policy" }
    policyARNs = policies.reduce(into: [:]) { $0[$1.id] = TerraformSurroundings.arn(of: $1) }
    accountSettings = declared.filter { $0.type == "aws_ecs_account_setting_default" }.compactMap {
      guard let name = $0.properties["name"]?.text else { return nil }
      return $0.properties["value"].map { ValueObject.Member(name, $0) }
    }
  }

  /// The ARN of the policy that a data source finds by its ARN or by its name.
  private static func arn(of policy: TerraformResource) -> Value.Content {
    if let arn = policy.properties["arn"]?.text { return .string(arn) }
    guard let name = policy.properties["name"]?.text else {
      return .unknown(.data("\(policy.id.path).arn"))
    }
    return .partial([.unknown(.outside(policy.id.path)), .literal(":policy/\(name)")])
  }
}
