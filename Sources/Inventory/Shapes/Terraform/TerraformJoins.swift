/// What a Terraform resource says about another one, in whose shape the API has it.
struct Join: Sendable {
  /// The kind of resource that it speaks of.
  let owner: ResourceKind
  /// The argument that names the owner, or a list of them.
  let by: String
  /// What it says.
  let says: [Saying]

  /// One thing that is said.
  enum Saying: Sendable {
    /// The value of an argument, or of one in a block, stands in the member at the path.
    case argument(String, as: String)
    /// The arguments as a whole are an element of the list `in`, of the shape `of`.
    case element(in: String, of: String)
    /// The arguments are members of the owner.
    case arguments
    /// That the resource is there makes the member true.
    case truth(String)
  }
}

extension TerraformShape {
  /// The resources that speak of others, by type.
  static let joins: [String: [Join]] = [
    "aws_cloudwatch_event_target": [
      Join(owner: .eventRule, by: "rule", says: [.element(in: "Targets", of: "events.Target")])
    ],
    "aws_cloudwatch_log_data_protection_policy": [
      Join(
        owner: .logGroup,
        by: "log_group_name",
        says: [.argument("policy_document", as: "dataProtectionPolicy")]
      )
    ],
    "aws_ecr_lifecycle_policy": [
      Join(
        owner: .repository,
        by: "repository",
        says: [.argument("policy", as: "lifecyclePolicy.LifecyclePolicyText")]
      )
    ],
    "aws_ecr_repository_policy": [
      Join(
        owner: .repository,
        by: "repository",
        says: [.argument("policy", as: "repositoryPolicyText")]
      )
    ],
    "aws_ecrpublic_repository_policy": [
      Join(
        owner: .publicRepository,
        by: "repository_name",
        says: [.argument("policy", as: "repositoryPolicyText")]
      )
    ],
    "aws_ecs_cluster_capacity_providers": [
      Join(
        owner: .cluster,
        by: "cluster_name",
        says: [
          .argument("capacity_providers", as: "capacityProviders"),
          .argument(
            "default_capacity_provider_strategy",
            as: "defaultCapacityProviderStrategy"
          ),
        ]
      )
    ],
    "aws_efs_backup_policy": [
      Join(
        owner: .fileSystem,
        by: "file_system_id",
        says: [.argument("backup_policy", as: "BackupPolicy")]
      )
    ],
    "aws_efs_file_system_policy": [
      Join(
        owner: .fileSystem,
        by: "file_system_id",
        says: [.argument("policy", as: "FileSystemPolicy")]
      )
    ],
    "aws_guardduty_detector_feature": [
      Join(
        owner: .detector,
        by: "detector_id",
        says: [.element(in: "Features", of: "guardduty.DetectorFeatureConfigurationResult")]
      )
    ],
    "aws_iam_group_policy_attachment": [attachment(to: .group, by: "group")],
    "aws_iam_policy_attachment": [
      attachment(to: .role, by: "roles"), attachment(to: .user, by: "users"),
      attachment(to: .group, by: "groups"),
    ],
    "aws_iam_role_policy_attachment": [attachment(to: .role, by: "role")],
    "aws_iam_role_policy_attachments_exclusive": [
      attachment(of: "policy_arns", to: .role, by: "role_name")
    ],
    "aws_iam_user_group_membership": [
      Join(owner: .user, by: "user", says: [.argument("groups", as: "GroupList")])
    ],
    "aws_iam_user_login_profile": [
      Join(
        owner: .user,
        by: "user",
        says: [
          .argument("password_reset_required", as: "LoginProfile.PasswordResetRequired")
        ]
      )
    ],
    "aws_iam_user_policy_attachment": [attachment(to: .user, by: "user")],
    "aws_kms_key_policy": [
      Join(owner: .key, by: "key_id", says: [.argument("policy", as: "KeyPolicy")])
    ],
    "aws_s3_bucket_acl": [
      Join(owner: .bucket, by: "bucket", says: [.argument("acl", as: "AccessControl")])
    ],
    "aws_s3_bucket_logging": [
      Join(
        owner: .bucket,
        by: "bucket",
        says: [
          .argument("target_bucket", as: "LoggingConfiguration.DestinationBucketName"),
          .argument("target_prefix", as: "LoggingConfiguration.LogFilePrefix"),
        ]
      )
    ],
    "aws_s3_bucket_public_access_block": [
      Join(
        owner: .bucket,
        by: "bucket",
        says: [
          .argument(
            "block_public_acls",
            as: "PublicAccessBlockConfiguration.BlockPublicAcls"
          ),
          .argument(
            "block_public_policy",
            as: "PublicAccessBlockConfiguration.BlockPublicPolicy"
          ),
          .argument(
            "ignore_public_acls",
            as: "PublicAccessBlockConfiguration.IgnorePublicAcls"
          ),
          .argument(
            "restrict_public_buckets",
            as: "PublicAccessBlockConfiguration.RestrictPublicBuckets"
          ),
        ]
      )
    ],
    "aws_s3_bucket_server_side_encryption_configuration": [
      Join(
        owner: .bucket,
        by: "bucket",
        says: [.argument("rule", as: "BucketEncryption.ServerSideEncryptionConfiguration")]
      )
    ],
    "aws_s3_bucket_versioning": [
      Join(
        owner: .bucket,
        by: "bucket",
        says: [.argument("versioning_configuration", as: "VersioningConfiguration")]
      )
    ],
    "aws_secretsmanager_secret_rotation": [
      Join(owner: .secret, by: "secret_id", says: [.arguments, .truth("RotationEnabled")])
    ],
    "aws_ssoadmin_customer_managed_policy_attachment": [
      attachment(
        of: "customer_managed_policy_reference.name",
        to: .role,
        by: "permission_set_arn"
      )
    ],
    "aws_ssoadmin_managed_policy_attachment": [
      attachment(of: "managed_policy_arn", to: .role, by: "permission_set_arn")
    ],
  ]

  private static func attachment(
    of argument: String = "policy_arn",
    to owner: ResourceKind,
    by name: String
  ) -> Join {
    Join(
      owner: owner,
      by: name,
      says: [.argument(argument, as: "AttachedManagedPolicies.PolicyArn")]
    )
  }
}
