/// The known ways from some rights to more of them.
enum Escalations {
  /// Actions that together suffice, the service that a role is passed to, if any.
  private static let paths: [(actions: [String], service: String?)] = [
    (["iam:CreatePolicyVersion"], nil), (["iam:SetDefaultPolicyVersion"], nil),
    (["iam:CreateAccessKey"], nil), (["iam:CreateLoginProfile"], nil),
    (["iam:UpdateLoginProfile"], nil), (["iam:AttachUserPolicy"], nil),
    (["iam:AttachGroupPolicy"], nil), (["iam:AttachRolePolicy"], nil),
    (["iam:PutUserPolicy"], nil), (["iam:PutGroupPolicy"], nil), (["iam:PutRolePolicy"], nil),
    (["iam:AddUserToGroup"], nil), (["iam:UpdateAssumeRolePolicy", "sts:AssumeRole"], nil),
    (["ecs:ExecuteCommand", "ecs:DescribeTasks"], nil),
    (["iam:PassRole", "ecs:RunTask"], "ecs-tasks.amazonaws.com"),
    (["iam:PassRole", "ecs:StartTask"], "ecs-tasks.amazonaws.com"),
    (
      ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"], "ecs-tasks.amazonaws.com"
    ),
    (
      ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateService"], "ecs-tasks.amazonaws.com"
    ),
    (
      ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:UpdateServicePrimaryTaskSet"],
      "ecs-tasks.amazonaws.com"
    ),
    (["iam:PassRole", "ec2:RunInstances"], "ec2.amazonaws.com"),
    (["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"], "lambda.amazonaws.com"),
    (
      ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
      "lambda.amazonaws.com"
    ),
    (["lambda:UpdateFunctionCode"], nil),
    (["iam:PassRole", "glue:CreateDevEndpoint"], "glue.amazonaws.com"),
    (["glue:UpdateDevEndpoint"], nil),
    (["iam:PassRole", "cloudformation:CreateStack"], "cloudformation.amazonaws.com"),
    (
      ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"],
      "datapipeline.amazonaws.com"
    ),
    (["iam:PassRole", "sagemaker:CreateNotebookInstance"], "sagemaker.amazonaws.com"),
    (
      ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"], "codebuild.amazonaws.com"
    ),
    (["ssm:SendCommand"], nil), (["ssm:StartSession"], nil),
  ]

  /// The ways that `statements` leave open, named by their actions, at the last of these.
  static func paths(allowedBy statements: [PolicyStatement]) -> [Value] {
    paths.compactMap { path in
      let grants = path.actions.map { grant($0, to: path.service, statements) }
      guard grants.allSatisfy({ $0 != nil }) else { return nil }
      return grants.last??.named(path.actions.joined(separator: " + "))
    }
  }

  /// The action as written that grants `action` on all resources of a type, unless one denies it.
  private static func grant(
    _ action: String,
    to service: String?,
    _ statements: [PolicyStatement]
  ) -> Value? {
    let isDenied = statements.contains {
      $0.isDeny && $0.isUnconditional && $0.isUnscoped && $0.action(covering: action) != nil
    }
    if isDenied { return nil }
    for statement in statements where statement.isAllow && statement.isUnscoped {
      guard statement.isUnconditional || statement.passes(to: service) else { continue }
      if let found = statement.action(covering: action) { return found }
    }
    return nil
  }
}

extension PolicyStatement {
  /// Whether the only condition is that roles are passed to `service`.
  fileprivate func passes(to service: String?) -> Bool {
    guard let service, conditions.count == 1, conditions[0].key == "iam:passedtoservice" else {
      return false
    }
    return conditions[0].values.contains { $0.text.map { Glob($0).covers(service) } ?? false }
  }
}
