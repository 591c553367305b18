import Inventory

extension CopilotWorkload {
  private static let executionPolicies = """
    ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"]
    """

  /// What the execution role may read: what is tagged with the application and the environment.
  private static let secretsPolicy = """
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": ["ssm:GetParameters"],
       "Resource": ["arn:aws:ssm:*:*:parameter/*"], "Condition": {"StringEquals": {
         "ssm:ResourceTag/copilot-application": "application",
         "ssm:ResourceTag/copilot-environment": "environment"}}},
      {"Effect": "Allow", "Action": ["secretsmanager:GetSecretValue"],
       "Resource": ["arn:aws:secretsmanager:*:*:secret:*"], "Condition": {"StringEquals": {
         "secretsmanager:ResourceTag/copilot-application": "application",
         "secretsmanager:ResourceTag/copilot-environment": "environment"}}}]}
    """

  private static let denial = """
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]}
    """

  private static let sessions = """
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Resource": "*", "Action": ["ssmmessages:CreateControlChannel",
        "ssmmessages:OpenControlChannel", "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenDataChannel"]},
      {"Effect": "Allow", "Resource": "*", "Action": ["logs:CreateLogStream",
        "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"]}]}
    """

  /// The role that starts the containers.
  var executionRole: Value {
    implied.object([
      "AssumeRolePolicyDocument": implied.taskTrustPolicy,
      "ManagedPolicyArns": implied.json(Self.executionPolicies),
      "Policies": implied.list([policy("SecretsPolicy", Self.secretsPolicy)]),
    ])
  }

  /// The role of the containers, without what add-ons attach to it.
  var taskRole: Value {
    let isOpen = execution.map { $0.content != .bool(false) } ?? false
    let policies =
      [policy("DenyIAM", Self.denial)]
      + (isOpen ? [policy("ExecuteCommand", Self.sessions)] : [])
    return implied.object([
      "AssumeRolePolicyDocument": implied.taskTrustPolicy,
      "Policies": implied.list(policies),
    ])
  }

  private func policy(_ name: String, _ document: String) -> Value {
    implied.object(["PolicyName": implied.text(name), "PolicyDocument": implied.json(document)])
  }
}
