import Inventory
import Testing

@Suite struct TerraformPairTests {
  @Test(arguments: TerraformPair.all)
  func `a resource is the same in Terraform and in CloudFormation`(pair: TerraformPair) throws {
    let terraform = TerraformSamples.inventory(pair.terraform)
    let cloudFormation = Samples.inventory(pair.cloudFormation)
    var compared = 0
    for kind in ResourceKind.allCases where kind != .other {
      let left = terraform.resources(of: kind)
      let right = cloudFormation.resources(of: kind)
      #expect(left.count == right.count, "\(kind)")
      for (left, right) in zip(left, right) {
        compared += 1
        for difference in left.properties.differences(from: right.properties, at: kind.rawValue) {
          Issue.record("\(difference)")
        }
      }
    }
    #expect(compared > 0)
  }

  @Test func `every kind that CloudFormation declares has a Terraform type, or a reason`() {
    let none: [ResourceKind: String] = [
      .acceptance: "it is a decision, and nothing is deployed",
      .composeService: "a file of another language declares it",
      .dockerfile: "a file of another language declares it",
      .registrySigning: "the provider has no resource for it",
      .rotationSchedule: "aws_secretsmanager_secret_rotation is joined to its secret",
    ]
    let kinds = Set(
      TerraformSamples.everyType.map { TerraformShape.kind(of: $0) }
    )
    for kind in ResourceKind.allCases where kind != .other {
      #expect(kinds.contains(kind) != (none[kind] != nil), "\(kind)")
    }
  }
}

extension TerraformSamples {
  /// A type for each kind, in the words of the provider.
  static let everyType = [
    "aws_batch_job_definition", "aws_cloudtrail", "aws_cloudwatch_event_rule",
    "aws_cloudwatch_log_group", "aws_cloudwatch_log_metric_filter", "aws_ecr_registry_policy",
    "aws_ecr_registry_scanning_configuration", "aws_ecr_repository",
    "aws_ecr_repository_creation_template", "aws_ecrpublic_repository",
    "aws_ecs_capacity_provider", "aws_ecs_cluster", "aws_ecs_daemon_task_definition",
    "aws_ecs_service", "aws_ecs_task_definition", "aws_ecs_task_set", "aws_efs_access_point",
    "aws_efs_file_system", "aws_elb", "aws_flow_log", "aws_guardduty_detector", "aws_iam_group",
    "aws_iam_policy", "aws_iam_role", "aws_iam_user", "aws_instance", "aws_kms_key", "aws_lb",
    "aws_lb_listener", "aws_s3_bucket", "aws_scheduler_schedule", "aws_secretsmanager_secret",
    "aws_security_group", "aws_security_group_rule", "aws_sfn_state_machine", "aws_ssm_parameter",
    "aws_vpc",
  ]
}

extension Value {
  /// Where two values differ, as a user would say it.
  fileprivate func differences(from other: Value, at path: String) -> [String] {
    if let left = object, let right = other.object {
      let names = Set((left.members + right.members).map(\.name)).sorted()
      return names.flatMap { name -> [String] in
        switch (left[name], right[name]) {
        case (let left?, let right?): left.differences(from: right, at: "\(path).\(name)")
        case (let left?, nil): ["\(path).\(name): \(left.shown) here only"]
        case (nil, let right?): ["\(path).\(name): \(right.shown) there only"]
        case (nil, nil): []
        }
      }
    }
    if let left = list, let right = other.list, left.count == right.count {
      return zip(left, right).enumerated().flatMap { index, pair in
        pair.0.differences(from: pair.1, at: "\(path)[\(index)]")
      }
    }
    return isEquivalent(to: other) || (text != nil && text == other.text)
      ? [] : ["\(path): \(shown) and \(other.shown)"]
  }
}
