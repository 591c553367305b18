import Inventory
import Testing

@Suite struct TerraformReferenceTests {
  @Test(arguments: [
    (#"{"Fn::GetAtt": ["aws_ecs_task_definition.web", "arn"]}"#, ["awsvpc"]),
    (#"{"Fn::GetAtt": ["aws_ecs_task_definition.web", "arn_without_revision"]}"#, ["awsvpc"]),
    (#"{"Fn::GetAtt": ["aws_ecs_task_definition.web", "family"]}"#, ["awsvpc"]),
    (#"{"Fn::GetAtt": ["aws_ecs_task_definition.web", "id"]}"#, ["awsvpc"]),
    (
      #"{"Partial": ["web:", {"Fn::GetAtt": ["aws_ecs_task_definition.web", "revision"]}]}"#,
      ["awsvpc"]
    ),
    (#""web:3""#, ["awsvpc"]),
    (#"{"Fn::GetAtt": ["data.aws_ecs_task_definition.web", "arn"]}"#, ["?"]),
    (#"{"Fn::GetAtt": ["aws_ecs_task_definition.web", "cpu"]}"#, ["?"]),
  ])
  func `a service knows its task definition`(reference: String, mode: [String]) {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_task_definition.web": {"family": "web", "network_mode": "awsvpc"},
      "aws_ecs_service.web": {"task_definition": \(reference)}}
      """
    )
    #expect(inventory.reading("service.taskDefinition.networkMode", of: "service") == mode)
  }

  @Test(arguments: [
    ("repository_url", "aws_ecr_repository.app", ["app"], ["?.dkr.ecr.?.amazonaws.com"]),
    ("repository_url", "data.aws_ecr_repository.app", ["?"], ["?.dkr.ecr.?.amazonaws.com"]),
    ("repository_uri", "aws_ecrpublic_repository.open", ["?/open"], ["public.ecr.aws"]),
    ("arn", "aws_ecr_repository.app", ["?"], ["?"]),
  ])
  func `an image in a repository of AWS is known to be there`(
    attribute: String,
    address: String,
    repository: [String],
    registry: [String]
  ) {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecr_repository.app": {"name": "app"},
      "aws_ecrpublic_repository.open": {"repository_name": "open"},
      "aws_ecs_task_definition.web": {"container_definitions": [{"name": "web", "image":
        {"Partial": [{"Fn::GetAtt": ["\(address)", "\(attribute)"]}, ":", {"Unknown": "tag"}]}}]}}
      """
    )
    #expect(inventory.reading("container.image.registry", of: "container") == registry)
    #expect(inventory.reading("container.image.repository", of: "container") == repository)
    #expect(inventory.reading("container.image.tag", of: "container") == ["?"])
  }

  @Test(arguments: [
    (#"{"Fn::GetAtt": ["aws_kms_key.own", "arn"]}"#, ["→aws_kms_key.own"]),
    (#"{"Fn::GetAtt": ["data.aws_kms_alias.own", "target_key_arn"]}"#, ["→data.aws_kms_alias.own"]),
    (#"{"Fn::GetAtt": ["data.aws_kms_alias.managed", "target_key_arn"]}"#, ["absent"]),
    (#"{"Data": "data.aws_kms_alias.own.target_key_arn"}"#, ["→data.aws_kms_alias.own"]),
    (#"{"Data": "data.aws_kms_alias.managed.target_key_arn"}"#, ["absent"]),
    (#"{"Data": "data.aws_kms_alias.given.target_key_arn"}"#, ["?"]),
    (#"{"Data": "data.aws_kms_alias.elsewhere.target_key_arn"}"#, ["?"]),
    (#""alias/aws/secretsmanager""#, ["absent"]),
  ])
  func `a key of AWS is not the user's own`(key: String, expected: [String]) {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_kms_key.own": {}, "data.aws_kms_alias.own": {"name": "alias/own"},
      "data.aws_kms_alias.managed": {"name": "alias/aws/secretsmanager"},
      "data.aws_kms_alias.given": {"name": {"Unknown": "name"}},
      "aws_secretsmanager_secret.db": {"kms_key_id": \(key)}}
      """
    )
    #expect(inventory.reading("secret.customerKey", of: "secret") == expected)
  }

  @Test(arguments: [
    #"{"aws_security_group_rule.in": {"type": "ingress", "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"],"#,
    #"{"aws_vpc_security_group_ingress_rule.in": {"cidr_ipv6": "::/0","#,
  ])
  func `a rule apart opens its security group`(rule: String) {
    let inventory = TerraformSamples.inventory(
      rule + """
        "security_group_id": {"Fn::GetAtt": ["aws_security_group.web", "id"]}},
        "aws_security_group_rule.out": {"type": "egress", "cidr_blocks": ["0.0.0.0/0"],
          "security_group_id": {"Fn::GetAtt": ["aws_security_group.db", "id"]}},
        "aws_security_group.web": {}, "aws_security_group.db": {},
        "aws_ecs_service.web": {"network_configuration": [{"security_groups": [
          {"Fn::GetAtt": ["aws_security_group.web", "id"]},
          {"Fn::GetAtt": ["aws_security_group.db", "id"]}]}]}}
        """
    )
    #expect(
      inventory.reading("service.openSecurityGroups", of: "service") == ["aws_security_group.web"]
    )
  }

  @Test func `what a data source finds by its arguments is known by these`() {
    let inventory = TerraformSamples.inventory(
      """
      {"data.aws_iam_policy.admin": {"name": "AdministratorAccess"},
      "data.aws_iam_policy.given": {"name": {"Unknown": "name"}},
      "aws_iam_role.task": {"name": "task"}, "aws_iam_role.other": {"name": "other"},
      "aws_iam_role_policy_attachment.task": {"role": "task",
        "policy_arn": {"Data": "data.aws_iam_policy.admin.arn"}},
      "aws_iam_role_policy_attachment.other": {"role": "other",
        "policy_arn": {"Data": "data.aws_iam_policy.given.arn"}},
      "aws_ecs_task_definition.web": {"container_definitions": [{"name": "web", "image":
        {"Partial": [{"Data": "data.aws_ecr_repository.app.repository_url"}, ":1.0"]}}]}}
      """
    )
    let roles = inventory.subjects(of: "role").map { $0.reading("role.isAdministrator") }
    #expect(roles == [["true"], ["?"]])
    #expect(
      inventory.reading("container.image.registry", of: "container") == [
        "?.dkr.ecr.?.amazonaws.com"
      ]
    )
  }

  @Test func `policies attached by reference belong to the role`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_iam_role.task": {"name": "task"},
      "aws_iam_policy.admin": {"name": "admin", "policy": {"Statement":
        {"Effect": "Allow", "Action": "*", "Resource": "*"}}},
      "aws_iam_role_policy_attachment.task": {
        "role": {"Fn::GetAtt": ["aws_iam_role.task", "name"]},
        "policy_arn": {"Fn::GetAtt": ["aws_iam_policy.admin", "arn"]}},
      "aws_iam_role_policy.own": {"name": "own",
        "role": {"Fn::GetAtt": ["aws_iam_role.task", "id"]}, "policy": {"Statement": []}},
      "aws_ecs_service.web": {"iam_role": {"Fn::GetAtt": ["aws_iam_role.task", "arn"]}}}
      """
    )
    #expect(inventory.reading("role.isAdministrator", of: "role") == ["true"])
    #expect(inventory.reading("role.inlinePolicyNames", of: "role") == ["own"])
    #expect(inventory.reading("service.roleArn.isAdministrator", of: "service") == ["true"])
    #expect(inventory.reading("service.roleIsDeclared", of: "service") == ["true"])
  }

  @Test func `what is not known may stand for a value in the JSON of a text`() {
    let inventory = TerraformSamples.inventory(
      #"""
      {"aws_ecs_task_definition.web": {"container_definitions": {"Partial": [
        "[{\"name\": \"web\", \"memory\": ", {"Unknown": "memory"},
        ", \"privileged\": true, \"image\": \"",
        {"Fn::GetAtt": ["aws_ecr_repository.app", "repository_url"]}, "\"}, ",
        {"Unknown": "sidecar"}, "]"]}}}
      """#
    )
    let containers = inventory.subjects(of: "container")
    #expect(containers.map { $0.reading("container.privileged") } == [["true"], ["?"]])
    #expect(containers.first?.reading("container.memory") == ["?"])
    #expect(containers.first?.reading("container.image.tag") == ["absent"])
  }

  @Test(arguments: [
    ("URL", "random_password.db", "result", ["URL"]),
    ("URL", "data.aws_secretsmanager_secret_version.db", "secret_string", ["URL"]),
    ("DB_PASSWORD", "data.aws_ssm_parameter.db", "value", ["DB_PASSWORD"]),
    ("STAGE", "data.aws_ssm_parameter.stage", "value", ["absent"]),
    ("DB_SECRET_ARN", "aws_secretsmanager_secret.db", "arn", ["absent"]),
    ("BUCKET", "aws_s3_bucket.data", "id", ["absent"]),
  ])
  func `a secret of another resource stands in plain text`(
    name: String,
    address: String,
    attribute: String,
    expected: [String]
  ) {
    let reference = #"{"Fn::GetAtt": ["\#(address)", "\#(attribute)"]}"#
    let found = #"{"Data": "\#(address).\#(attribute)"}"#
    let values = address.hasPrefix("data.") ? [reference, found] : [reference]
    for value in values + values.map({ #"{"Partial": ["x:", \#($0), "@db"]}"# }) {
      let inventory = TerraformSamples.inventory(
        """
        {"aws_ecs_task_definition.web": {"container_definitions": [{"name": "web",
          "environment": [{"name": "\(name)", "value": \(value)}]}]}}
        """
      )
      #expect(inventory.reading("container.environment.secretNames", of: "container") == expected)
    }
  }

  @Test(arguments: [
    ("data.aws_ami.ecs_optimized", "id", ["true"]), ("data.aws_ami.base", "id", ["true"]),
    ("data.aws_ssm_parameter.image", "value", ["true"]), ("data.aws_ami.web", "id", ["false"]),
  ])
  func `a machine with an image for ECS joins a cluster`(
    address: String,
    attribute: String,
    expected: [String]
  ) {
    let inventory = TerraformSamples.inventory(
      """
      {"data.aws_ami.base": {"filter": [{"name": "name", "values": ["amzn2-ami-ecs-hvm-*"]}]},
      "data.aws_ami.web": {"filter": [{"name": "name", "values": ["ubuntu-*"]}]},
      "data.aws_ssm_parameter.image": {"name": "/aws/service/ecs/optimized-ami/al2023/image_id"},
      "aws_launch_template.host": {
        "image_id": {"Fn::GetAtt": ["\(address)", "\(attribute)"]}},
      "aws_launch_template.found": {"image_id": {"Data": "\(address).\(attribute)"}}}
      """
    )
    let readings = inventory.subjects(of: "host").map { $0.reading("host.isContainerInstance") }
    #expect(readings == [expected, expected])
  }

  @Test func `an attribute of another resource is no known Boolean`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_service.web": {
        "enable_execute_command": {"Fn::GetAtt": ["null_resource.flags", "exec"]},
        "network_configuration": [
          {"assign_public_ip": {"Fn::GetAtt": ["null_resource.flags", "public"]}}]}}
      """
    )
    let address = "service.networkConfiguration.awsvpcConfiguration.assignPublicIp"
    #expect(inventory.reading("service.enableExecuteCommand", of: "service") == ["?"])
    #expect(inventory.reading(address, of: "service") == ["?"])
  }

  @Test func `a resource that stands for its instances goes by each`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_cluster.prod": {"setting": [{"name": "containerInsights", "value": "enabled"}]},
      "aws_ecs_service.web": {"cluster": {"Fn::GetAtt": ["aws_ecs_cluster.prod[0]", "id"]}}}
      """
    )
    #expect(inventory.reading("service.cluster.settings.value", of: "service") == ["enabled"])
  }

  @Test(arguments: [
    #"{"Fn::GetAtt": ["data.aws_caller_identity.current", "account_id"]}"#,
    #"{"Data": "data.aws_caller_identity.current.account_id"}"#,
  ])
  func `the account that is deployed to is known as such`(account: String) {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_iam_role.ci": {"assume_role_policy": {"Statement": {"Effect": "Allow",
        "Action": "sts:AssumeRole", "Principal": {"AWS": \(account)}}}}}
      """
    )
    #expect(inventory.reading("role.accountRootTrusts", of: "role") == ["${AWS::AccountId}"])
  }
}
