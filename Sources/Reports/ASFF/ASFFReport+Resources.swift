import Posture
import SourceText

extension ASFFReport {
  /// Writes what was judged; a resource of the sources has no ARN yet, its path stands for it.
  mutating func writeResource(_ finding: Finding, to json: inout JSONWriter) {
    let path = digest.input.options.hostPath(finding.location.file.path)
    let details = details(finding, path)
    json.string("Type", ASFFReport.resourceType(finding.resource.type))
    let id = digest.input.options.projectWide("\(path)#\(finding.resource.id)")
    json.string("Id", id.line(limit: 512))
    json.object("Details") { json in
      json.object("Other") { json in
        for (key, value) in details where !value.isEmpty { json.string(key, value) }
      }
    }
  }

  private mutating func details(_ finding: Finding, _ path: String) -> [(String, String)] {
    var details = [
      ("path", path), ("line", String(shelf.start(finding.location).line)),
      ("resource", finding.resource.id), ("resourceType", finding.resource.type),
    ]
    if let part = finding.part { details.append((part.kind, part.name)) }
    if let construct = finding.resource.constructPath {
      details.append(("constructPath", construct))
    }
    return details.map { ($0, $1.line(limit: 1023)) }
  }

  /// The name that Security Hub has for a type of CloudFormation or Terraform; `Other` for the rest.
  private static func resourceType(_ type: String) -> String { resourceTypes[type] ?? "Other" }

  private static let resourceTypes: [String: String] = [
    "AWS::AutoScaling::LaunchConfiguration": "AwsAutoScalingLaunchConfiguration",
    "AWS::CloudTrail::Trail": "AwsCloudTrailTrail",
    "AWS::EC2::Instance": "AwsEc2Instance",
    "AWS::EC2::LaunchTemplate": "AwsEc2LaunchTemplate",
    "AWS::EC2::SecurityGroup": "AwsEc2SecurityGroup",
    "AWS::EC2::VPC": "AwsEc2Vpc",
    "AWS::ECR::Repository": "AwsEcrRepository",
    "AWS::ECS::Cluster": "AwsEcsCluster",
    "AWS::ECS::Service": "AwsEcsService",
    "AWS::ECS::TaskDefinition": "AwsEcsTaskDefinition",
    "AWS::EFS::AccessPoint": "AwsEfsAccessPoint",
    "AWS::ElasticLoadBalancing::LoadBalancer": "AwsElbLoadBalancer",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "AwsElbv2LoadBalancer",
    "AWS::GuardDuty::Detector": "AwsGuardDutyDetector",
    "AWS::IAM::Group": "AwsIamGroup",
    "AWS::IAM::ManagedPolicy": "AwsIamPolicy",
    "AWS::IAM::Role": "AwsIamRole",
    "AWS::IAM::User": "AwsIamUser",
    "AWS::KMS::Key": "AwsKmsKey",
    "AWS::S3::Bucket": "AwsS3Bucket",
    "AWS::SecretsManager::Secret": "AwsSecretsManagerSecret",
    "AWS::StepFunctions::StateMachine": "AwsStepFunctionStateMachine",
    "aws_alb": "AwsElbv2LoadBalancer",
    "aws_cloudtrail": "AwsCloudTrailTrail",
    "aws_default_security_group": "AwsEc2SecurityGroup",
    "aws_default_vpc": "AwsEc2Vpc",
    "aws_ecr_repository": "AwsEcrRepository",
    "aws_ecs_cluster": "AwsEcsCluster",
    "aws_ecs_service": "AwsEcsService",
    "aws_ecs_task_definition": "AwsEcsTaskDefinition",
    "aws_efs_access_point": "AwsEfsAccessPoint",
    "aws_elb": "AwsElbLoadBalancer",
    "aws_guardduty_detector": "AwsGuardDutyDetector",
    "aws_iam_group": "AwsIamGroup",
    "aws_iam_policy": "AwsIamPolicy",
    "aws_iam_role": "AwsIamRole",
    "aws_iam_user": "AwsIamUser",
    "aws_instance": "AwsEc2Instance",
    "aws_kms_key": "AwsKmsKey",
    "aws_launch_configuration": "AwsAutoScalingLaunchConfiguration",
    "aws_launch_template": "AwsEc2LaunchTemplate",
    "aws_lb": "AwsElbv2LoadBalancer",
    "aws_s3_bucket": "AwsS3Bucket",
    "aws_secretsmanager_secret": "AwsSecretsManagerSecret",
    "aws_security_group": "AwsEc2SecurityGroup",
    "aws_sfn_state_machine": "AwsStepFunctionStateMachine",
    "aws_vpc": "AwsEc2Vpc",
  ]
}
