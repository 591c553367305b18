/// The classes of IAM actions that facts tell apart, as patterns.
enum ActionClasses {
  /// Actions that know no resource but `*`, and what every execution role needs.
  private static let resourceless = ActionClass(
    """
    acm:List* application-autoscaling:Describe* autoscaling:Describe* ce:* cloudformation:List* \
    cloudtrail:DescribeTrails cloudtrail:LookupEvents cloudwatch:Describe* cloudwatch:Get* \
    cloudwatch:List* cloudwatch:PutMetricData dynamodb:ListTables ec2messages:* \
    ecr-public:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:BatchGetImage \
    ecr:GetAuthorizationToken ecr:GetDownloadUrlForLayer ecs:CreateCluster ecs:Describe* \
    ecs:DeregisterTaskDefinition ecs:DiscoverPollEndpoint ecs:List* ecs:RegisterTaskDefinition \
    elasticloadbalancing:Describe* events:List* iam:GetAccountSummary iam:ListRoles iam:ListUsers \
    iam:ListPolicies iam:ListAccountAliases kms:CreateKey kms:ListAliases kms:ListKeys \
    lambda:ListFunctions logs:CreateLogStream logs:DescribeLogGroups logs:DescribeQueries \
    logs:Describe* logs:PutLogEvents logs:StopQuery pricing:* rds:Describe* route53:List* \
    s3:ListAllMyBuckets secretsmanager:GetRandomPassword secretsmanager:ListSecrets \
    servicediscovery:DiscoverInstances servicediscovery:List* sns:ListTopics sqs:ListQueues \
    ssm:DescribeParameters ssm:UpdateInstanceInformation ssmmessages:* sts:GetCallerIdentity \
    sts:GetServiceBearerToken tag:Get* xray:Get* xray:Put*
    """
  )

  /// Actions of which most know no resource, so that a wildcard grants some that do.
  private static let mostlyResourceless = ActionClass("ec2:Describe*")

  /// Whether all that the action `written` grants is out of reach of a narrower resource.
  static func needsNoResource(_ written: String) -> Bool {
    resourceless.cover(written)
      || (!written.contains("*") && mostlyResourceless.cover(written))
  }

  /// Actions that return credentials.
  static let credentials = ActionClass(
    """
    chime:CreateApiKey codepipeline:PollForJobs cognito-identity:GetCredentialsForIdentity \
    cognito-identity:GetOpenIdToken cognito-identity:GetOpenIdTokenForDeveloperIdentity \
    connect:GetFederationToken connect:GetFederationTokens ec2:GetPasswordData \
    gamelift:RequestUploadCredentials iam:CreateAccessKey iam:CreateLoginProfile \
    iam:CreateServiceSpecificCredential iam:ResetServiceSpecificCredential iam:UpdateAccessKey \
    lightsail:GetInstanceAccessDetails lightsail:GetRelationalDatabaseMasterUserPassword \
    mediapackage:RotateChannelCredentials mediapackage:RotateIngestEndpointCredentials \
    rds-db:connect redshift:GetClusterCredentials sso:GetRoleCredentials sts:AssumeRole \
    sts:AssumeRoleWithSAML sts:AssumeRoleWithWebIdentity sts:GetFederationToken sts:GetSessionToken
    """
  )

  /// Actions that read the data that people keep in AWS.
  static let dataReads = ActionClass(
    """
    dynamodb:BatchGetItem dynamodb:ExportTableToPointInTime dynamodb:GetItem dynamodb:Query \
    dynamodb:Scan rds:CopyDBSnapshot rds:CreateDBSnapshot s3:GetObject s3:GetObjectVersion \
    secretsmanager:GetSecretValue ssm:GetParameter ssm:GetParameterHistory ssm:GetParameters \
    ssm:GetParametersByPath
    """
  )

  /// Actions that change who may do what.
  static let permissions = ActionClass(
    """
    ecr:DeleteRepositoryPolicy ecr:SetRepositoryPolicy elasticfilesystem:PutFileSystemPolicy \
    elasticfilesystem:DeleteFileSystemPolicy iam:AddUserToGroup iam:AttachGroupPolicy \
    iam:AttachRolePolicy iam:AttachUserPolicy iam:CreateAccessKey iam:CreateGroup \
    iam:CreateInstanceProfile iam:CreateLoginProfile iam:CreatePolicy iam:CreatePolicyVersion \
    iam:CreateRole iam:CreateUser iam:DeleteAccessKey iam:DeleteGroupPolicy iam:DeletePolicy \
    iam:DeletePolicyVersion iam:DeleteRolePermissionsBoundary iam:DeleteRolePolicy \
    iam:DeleteUserPermissionsBoundary iam:DeleteUserPolicy iam:DetachGroupPolicy \
    iam:DetachRolePolicy iam:DetachUserPolicy iam:PassRole iam:PutGroupPolicy \
    iam:PutRolePermissionsBoundary iam:PutRolePolicy iam:PutUserPermissionsBoundary \
    iam:PutUserPolicy iam:RemoveUserFromGroup iam:SetDefaultPolicyVersion \
    iam:UpdateAssumeRolePolicy kms:CreateGrant kms:PutKeyPolicy lambda:AddPermission \
    lambda:RemovePermission organizations:AttachPolicy organizations:DetachPolicy \
    s3:BypassGovernanceRetention s3:DeleteBucketPolicy s3:PutAccessPointPolicy \
    s3:PutAccountPublicAccessBlock s3:PutBucketAcl s3:PutBucketPolicy \
    s3:PutBucketPublicAccessBlock s3:PutObjectAcl secretsmanager:DeleteResourcePolicy \
    secretsmanager:PutResourcePolicy sns:AddPermission sns:RemovePermission sqs:AddPermission \
    sqs:RemovePermission
    """
  )

  /// The beginnings of the names of actions that change nothing.
  private static let readVerbs = [
    "batchcheck", "batchget", "check", "describe", "discover", "download", "estimate", "filter",
    "get", "head", "list", "lookup", "poll", "query", "read", "receive", "scan", "search", "select",
    "simulate", "test", "validate", "view", "assumerole", "decrypt", "connect",
  ]

  /// The actions of an execution role that open or fetch secrets.
  static let secrets = ActionClass(
    """
    kms:Decrypt s3:GetObject secretsmanager:GetSecretValue ssm:GetParameter ssm:GetParameters \
    ssm:GetParametersByPath
    """
  )

  /// Whether the action `written` is, or grants with a wildcard, one that changes something.
  static func writes(_ written: String) -> Bool {
    guard let colon = written.firstIndex(of: ":") else { return written.contains("*") }
    let verb = written[written.index(after: colon)...].lowercased()
    return !readVerbs.contains { verb.hasPrefix($0) }
  }
}

/// A set of IAM actions, given as patterns.
struct ActionClass: Sendable {
  private let patterns: [(text: String, glob: Glob)]

  /// A set by the patterns in `text`, with blanks between them.
  init(_ text: String) {
    patterns = text.split { $0 == " " || $0 == "\n" }.map { (String($0), Glob(String($0))) }
  }

  /// The patterns of the set as they are written.
  var names: [String] { patterns.map(\.text) }

  /// Whether the action `written` belongs to the set, or grants some of it with a wildcard.
  func hold(_ written: String) -> Bool {
    let glob = Glob(written)
    return patterns.contains { $0.glob.covers(written) || glob.covers($0.text) }
  }

  /// Whether all that the action `written` grants belongs to the set.
  func cover(_ written: String) -> Bool { patterns.contains { $0.glob.covers(written) } }
}
