import Inventory
import Testing

@Suite struct PolicyFactTests {
  @Test(arguments: [
    (
      "fullPrivilegeStatements",
      #"{"Sid": "All", "Effect": "Allow", "Action": "*", "Resource": "*"}"#, "All"
    ),
    (
      "fullPrivilegeStatements",
      #"{"Effect": "Allow", "Action": ["s3:*", "*"], "Resource": ["*"]}"#, "Statement[0]"
    ),
    (
      "fullPrivilegeStatements", #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#,
      "Statement[0]"
    ),
    ("fullPrivilegeStatements", #"{"Effect": "Deny", "Action": "*", "Resource": "*"}"#, "absent"),
    (
      "fullPrivilegeStatements",
      #"{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b"}"#, "absent"
    ),
    (
      "fullPrivilegeStatements",
      #"{"Effect": "Allow", "Action": "*", "Resource": {"Unknown": "R"}}"#, "?"
    ),
    (
      "fullPrivilegeStatements",
      #"{"Effect": "Allow", "Action": {"Unknown": "A"}, "Resource": "*"}"#, "?"
    ),
    ("starActions", #"{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b"}"#, "*"),
    ("starActions", #"{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}"#, "absent"),
    (
      "serviceWildcardActions",
      #"{"Effect": "Allow", "Action": ["s3:*", "s3:Get*"], "Resource": "*"}"#, "s3:*"
    ),
    (
      "serviceWildcardActions", #"{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}"#,
      "absent"
    ),
    (
      "unscopedActions",
      #"{"Effect": "Allow", "Action": ["s3:GetObject", "ecr:GetAuthorizationToken"], "Resource": "*"}"#,
      "s3:GetObject"
    ),
    (
      "unscopedActions",
      #"{"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents", "ecr:BatchGetImage"], "Resource": "*"}"#,
      "absent"
    ),
    (
      "unscopedActions",
      #"{"Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*"}"#, "absent"
    ),
    (
      "unscopedActions",
      #"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}"#, "absent"
    ),
    (
      "unscopedActions",
      #"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/a": "b"}}}"#,
      "absent"
    ),
    (
      "unscopedActions",
      #"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": {"Fn::GetAtt": ["B", "Arn"]}}"#,
      "absent"
    ),
    (
      "passRoleEverywhere", #"{"Effect": "Allow", "Action": "iam:passrole", "Resource": "*"}"#,
      "Statement[0]"
    ),
    (
      "passRoleEverywhere",
      #"{"Effect": "Allow", "Action": "iam:Pass*", "Resource": "arn:aws:iam::123456789012:role/*"}"#,
      "Statement[0]"
    ),
    (
      "passRoleEverywhere",
      #"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}"#,
      "absent"
    ),
    (
      "passRoleEverywhere",
      #"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app"}"#,
      "absent"
    ),
    (
      "assumeRoleEverywhere",
      #"{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}"#, "Statement[0]"
    ),
    (
      "assumeRoleEverywhere",
      #"{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::1:role/a"}"#,
      "absent"
    ),
    (
      "credentialActions",
      #"{"Effect": "Allow", "Action": "iam:CreateAccessKey", "Resource": "*"}"#,
      "iam:CreateAccessKey"
    ),
    (
      "credentialActions",
      #"{"Effect": "Allow", "Action": "ecr:GetAuthorizationToken", "Resource": "*"}"#, "absent"
    ),
    (
      "dataReadActions", #"{"Effect": "Allow", "Action": "secretsmanager:*", "Resource": "*"}"#,
      "secretsmanager:*"
    ),
    (
      "dataReadActions",
      #"{"Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*"}"#, "absent"
    ),
    (
      "permissionsManagementActions", #"{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}"#,
      "iam:*"
    ),
    (
      "permissionsManagementActions",
      #"{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b"}"#, "absent"
    ),
    (
      "unconstrainedWriteActions",
      #"{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}"#, "s3:PutObject"
    ),
    (
      "unconstrainedWriteActions",
      #"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}"#, "absent"
    ),
    (
      "dataReadActions", #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#, "NotAction"
    ),
    (
      "dataReadActions",
      #"{"Effect": "Allow", "NotAction": ["dynamodb:*", "rds:*", "s3:*", "secretsmanager:*", "ssm:*"], "Resource": "*"}"#,
      "absent"
    ),
    (
      "dataReadActions",
      #"{"Effect": "Allow", "NotAction": {"Unknown": "A"}, "Resource": "*"}"#, "?"
    ),
    (
      "dataReadActions",
      #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "arn:aws:s3:::b/*"}"#, "absent"
    ),
    (
      "dataReadActions", #"{"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"}"#, "absent"
    ),
    (
      "credentialActions", #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#,
      "NotAction"
    ),
    (
      "unconstrainedWriteActions",
      #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#, "NotAction"
    ),
    (
      "unscopedActions", #"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#, "NotAction"
    ),
    (
      "escalations", #"{"Effect": "Allow", "Action": "iam:UpdateLoginProfile", "Resource": "*"}"#,
      "iam:UpdateLoginProfile"
    ),
  ])
  func `a policy's statements are classed`(fact: String, statement: String, expected: String) {
    let inventory = policy(statement)
    #expect(inventory.reading("policy.\(fact)", of: "policy") == [expected])
  }

  @Test func `a document given as text reads like an object`() {
    let inventory = Samples.inventory(
      #"""
      {"P": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument":
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}"}}}
      """#
    )
    let reading = inventory.reading("policy.fullPrivilegeStatements", of: "policy")
    #expect(reading == ["Statement[0]"])
  }

  @Test func `a text with unknown pieces reads as far as it is known`() {
    let inventory = Samples.inventory(
      #"""
      {"P": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Partial": [
        "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::",
        {"Unknown": "Bucket"}, "/*\"}]}"]}}}}
      """#
    )
    #expect(inventory.reading("policy.serviceWildcardActions", of: "policy") == ["s3:*"])
    #expect(inventory.reading("policy.fullPrivilegeStatements", of: "policy") == ["absent"])
  }

  @Test(arguments: [#""not JSON""#, #"{"Unknown": "Doc"}"#, #"{"Statement": {"Unknown": "S"}}"#])
  func `a document that cannot be read leaves every fact unknown`(document: String) {
    let inventory = Samples.inventory(
      #"{"P": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyDocument": \#(document)}}}"#
    )
    #expect(inventory.reading("policy.starActions", of: "policy") == ["?"])
  }

  @Test func `every identity policy is a subject, wherever it stands`() {
    let inventory = Samples.inventory(
      """
      {"R": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [
         {"PolicyName": "inline", "PolicyDocument": {"Statement": []}}]}},
       "U": {"Type": "AWS::IAM::User", "Properties": {"Policies": [
         {"PolicyName": "mine", "PolicyDocument": {"Statement": []}}]}},
       "M": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Statement": []}}}}
      """
    )
    #expect(inventory.subjects(of: "policy").map(\.name) == ["inline", "mine", "M"])
    #expect(inventory.reading("role.RolePolicyList.PolicyName", of: "policy") == ["inline"])
  }

  private func policy(_ statement: String) -> Inventory {
    Samples.inventory(
      """
      {"P": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "p",
        "PolicyDocument": {"Version": "2012-10-17", "Statement": [\(statement)]}}}}
      """
    )
  }
}
