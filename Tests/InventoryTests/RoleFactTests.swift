import Inventory
import Testing

@Suite struct RoleFactTests {
  private static let everything = #"{"Effect": "Allow", "Action": "*", "Resource": "*"}"#

  @Test(arguments: [
    (#"{"ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"]}"#, "true"),
    (
      #"{"ManagedPolicyArns": [{"Partial": ["arn:", {"Pseudo": "P"}, ":iam::aws:policy/AdministratorAccess"]}]}"#,
      "true"
    ),
    (#"{"ManagedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}"#, "false"),
    (#"{"ManagedPolicyArns": [{"Unknown": "Arn"}]}"#, "?"),
    (
      #"{"Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": \#(everything)}}]}"#,
      "true"
    ),
    (#"{"Policies": {"Unknown": "Policies"}}"#, "?"),
    ("{}", "false"),
  ])
  func `an administrator is known by its policies`(properties: String, expected: String) {
    let inventory = Samples.inventory(
      #"{"R": {"Type": "AWS::IAM::Role", "Properties": \#(properties)}}"#
    )
    #expect(inventory.reading("role.isAdministrator", of: "role") == [expected])
  }

  @Test(arguments: [
    #""P": {"Type": "AWS::IAM::Policy", "Properties": {"Roles": [{"Ref": "R"}], "PolicyName": "p", "PolicyDocument": {"Statement": [\#(everything)]}}}"#,
    #""P": {"Type": "AWS::IAM::RolePolicy", "Properties": {"RoleName": "app", "PolicyName": "p", "PolicyDocument": {"Statement": [\#(everything)]}}}"#,
  ])
  func `a policy attached from outside belongs to the role`(policy: String) {
    let inventory = Samples.inventory(
      #"{"R": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "app"}}, \#(policy)}"#
    )
    #expect(inventory.reading("role.isAdministrator", of: "role") == ["true"])
    #expect(inventory.reading("role.inlinePolicyNames", of: "role") == ["p"])
  }

  @Test(arguments: [
    (
      #"["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]"#, "",
      ["iam:PassRole + ecs:RegisterTaskDefinition + ecs:UpdateService"]
    ),
    (
      #"["ecs:ExecuteCommand", "ecs:DescribeTasks"]"#, "",
      ["ecs:ExecuteCommand + ecs:DescribeTasks"]
    ),
    (
      #"["iam:PassRole", "ecs:RunTask"]"#,
      #", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}"#,
      ["iam:PassRole + ecs:RunTask"]
    ),
    (
      #"["iam:PassRole", "ecs:RunTask"]"#,
      #", "Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}"#,
      ["absent"]
    ),
    (#"["iam:CreatePolicyVersion"]"#, "", ["iam:CreatePolicyVersion"]),
    (#"["ecs:DescribeTasks", "s3:GetObject"]"#, "", ["absent"]),
  ])
  func `ways to more rights are named by their actions`(
    actions: String,
    condition: String,
    expected: [String]
  ) {
    let inventory = role(
      #"{"Effect": "Allow", "Action": \#(actions), "Resource": "*"\#(condition)}"#
    )
    #expect(inventory.reading("role.escalations", of: "role") == expected)
  }

  @Test func `what is denied everywhere is no way to more rights`() {
    let inventory = role(
      """
      {"Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": "*"},
      {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}
      """
    )
    #expect(inventory.reading("role.escalations", of: "role") == ["absent"])
  }

  @Test(arguments: [
    ("publicTrustStatements", #""*""#, "", ["Statement[0]"]),
    ("publicTrustStatements", #"{"AWS": ["*"]}"#, "", ["Statement[0]"]),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"StringEquals": {"aws:PrincipalOrgID": "o-1"}}"#, ["absent"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}}"#, ["Statement[0]"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-1"}}"#, ["Statement[0]"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}"#, ["Statement[0]"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#, #"{"StringLike": {"aws:PrincipalArn": "*"}}"#,
      ["Statement[0]"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#, #"{"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}"#,
      ["Statement[0]"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"StringEquals": {"aws:SourceAccount": {"Pseudo": "AWS::AccountId"}}}"#, ["absent"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"StringEquals": {"aws:SourceAccount": {"Unknown": "A"}}}"#, ["?"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/ci"}}"#, ["Statement[0]"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"ArnLike": {"aws:PrincipalArn": {"Partial": ["arn:", {"Pseudo": "P"}, ":iam::*:role/ci"]}}}"#,
      ["Statement[0]"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"ArnLike": {"aws:PrincipalArn": {"Partial": ["arn:aws:iam::", {"Pseudo": "A"}, ":role/*"]}}}"#,
      ["absent"]
    ),
    (
      "publicTrustStatements", #"{"AWS": "*"}"#,
      #"{"ArnLike": {"aws:SourceArn": "arn:aws:s3:::bucket"}}"#, ["absent"]
    ),
    ("publicTrustStatements", #"{"AWS": {"Pseudo": "AWS::AccountId"}}"#, "", ["absent"]),
    ("accountRootTrusts", #"{"AWS": {"Pseudo": "AWS::AccountId"}}"#, "", ["${AWS::AccountId}"]),
    (
      "unconditionalCrossAccountTrusts", #"{"AWS": {"Pseudo": "AWS::AccountId"}}"#, "", ["absent"]
    ),
    ("publicTrustStatements", #"{"AWS": {"Unknown": "P"}}"#, "", ["?"]),
    ("publicTrustStatements", #"{"Service": "ecs-tasks.amazonaws.com"}"#, "", ["absent"]),
    (
      "accountRootTrusts", #"{"AWS": "arn:aws:iam::123456789012:root"}"#, "",
      ["arn:aws:iam::123456789012:root"]
    ),
    ("accountRootTrusts", #"{"AWS": "123456789012"}"#, "", ["123456789012"]),
    ("accountRootTrusts", #"{"AWS": "arn:aws:iam::123456789012:role/a"}"#, "", ["absent"]),
    (
      "unconditionalCrossAccountTrusts", #"{"AWS": "arn:aws:iam::123456789012:role/a"}"#, "",
      ["arn:aws:iam::123456789012:role/a"]
    ),
    (
      "unconditionalCrossAccountTrusts", #"{"AWS": "123456789012"}"#,
      #"{"StringEquals": {"sts:ExternalId": "x"}}"#, ["absent"]
    ),
    (
      "unconditionalCrossAccountTrusts", #"{"AWS": "123456789012"}"#,
      #"{"StringEquals": {"sts:ExternalId": ""}}"#, ["123456789012"]
    ),
    (
      "unconditionalCrossAccountTrusts", #"{"AWS": "123456789012"}"#,
      #"{"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#, ["absent"]
    ),
    (
      "unconditionalCrossAccountTrusts", #"{"AWS": "123456789012"}"#,
      #"{"Bool": {"aws:MultiFactorAuthPresent": "false"}}"#, ["123456789012"]
    ),
    (
      "trustedServices", #"{"Service": ["ecs-tasks.amazonaws.com", "ec2.amazonaws.com"]}"#, "",
      ["ecs-tasks.amazonaws.com", "ec2.amazonaws.com"]
    ),
    ("taskTrustsWithoutSource", #"{"Service": "ecs-tasks.amazonaws.com"}"#, "", ["Statement[0]"]),
    (
      "taskTrustsWithoutSource", #"{"Service": "ecs-tasks.amazonaws.com"}"#,
      #"{"StringEquals": {"aws:SourceAccount": "123456789012"}}"#, ["absent"]
    ),
    ("taskTrustsWithoutSource", #"{"Service": "ec2.amazonaws.com"}"#, "", ["absent"]),
  ])
  func `who may assume a role is judged`(
    fact: String,
    principal: String,
    condition: String,
    expected: [String]
  ) {
    let clause = condition.isEmpty ? "" : #", "Condition": \#(condition)"#
    let inventory = Samples.inventory(
      """
      {"R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [
        {"Effect": "Allow", "Principal": \(principal), "Action": "sts:AssumeRole"\(clause)}]}}}}
      """
    )
    #expect(inventory.reading("role.\(fact)", of: "role") == expected)
  }

  @Test func `a role knows which task definitions use it, and for what`() {
    let inventory = Samples.inventory(
      """
      {"R": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "app", "Policies": [{"PolicyName": "p",
         "PolicyDocument": {"Statement": {"Effect": "Allow", "Action": ["ssm:GetParameters", "ecr:BatchGetImage"], "Resource": "*"}}}]}},
       "A": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "a", "TaskRoleArn": {"Ref": "R"}}},
       "B": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "b", "TaskRoleArn": "arn:aws:iam::1:role/app",
         "ExecutionRoleArn": {"Fn::GetAtt": ["R", "Arn"]}}}}
      """
    )
    #expect(inventory.reading("role.taskDefinitionCount", of: "role") == ["2"])
    #expect(inventory.reading("role.isExecutionRole", of: "role") == ["true"])
    #expect(inventory.reading("role.unscopedSecretActions", of: "role") == ["ssm:GetParameters"])
    let reached = inventory.reading(
      "taskDefinition.taskRoleArn.isAdministrator",
      of: "taskDefinition"
    )
    #expect(reached == ["false"])
  }

  private func role(_ statements: String) -> Inventory {
    Samples.inventory(
      """
      {"R": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyName": "p",
        "PolicyDocument": {"Statement": [\(statements)]}}]}}}
      """
    )
  }
}
