extension TerraformShape {
  /// The resources that speak of others, by type.
  static let joins: [String: [TerraformJoin]] = [
    "aws_cloudwatch_event_target": [
      TerraformJoin(
        owner: .eventRule,
        by: "rule",
        says: [.element(in: "Targets", of: "events.Target")]
      )
    ],
    "aws_cloudwatch_log_data_protection_policy": [
      TerraformJoin(
        owner: .logGroup,
        by: "log_group_name",
        says: [.argument("policy_document", as: "dataProtectionPolicy")]
      )
    ],
    "aws_ecr_lifecycle_policy": [
      TerraformJoin(
        owner: .repository,
        by: "repository",
        says: [.argument("policy", as: "lifecyclePolicy.LifecyclePolicyText")]
      )
    ],
    "aws_ecr_repository_policy": [
      TerraformJoin(
        owner: .repository,
        by: "repository",
        says: [.argument("policy", as: "repositoryPolicyText")]
      )
    ],
    "aws_ecrpublic_repository_policy": [
      TerraformJoin(
        owner: .publicRepository,
        by: "repository_name",
        says: [.argument("policy", as: "repositoryPolicyText")]
      )
    ],
    "aws_ecs_cluster_capacity_providers": [
      TerraformJoin(
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
      TerraformJoin(
        owner: .fileSystem,
        by: "file_system_id",
        says: [.argument("backup_policy", as: "BackupPolicy")]
      )
    ],
    "aws_efs_file_system_policy": [
      TerraformJoin(
        owner: .fileSystem,
        by: "file_system_id",
        says: [.argument("policy", as: "FileSystemPolicy")]
      )
    ],
    "aws_guardduty_detector_feature": [
      TerraformJoin(
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
      TerraformJoin(owner: .user, by: "user", says: [.argument("groups", as: "GroupList")])
    ],
    "aws_iam_user_login_profile": [
      TerraformJoin(
        owner: .user,
        by: "user",
        says: [
          .argument("password_reset_required", as: "LoginProfile.PasswordResetRequired")
        ]
      )
    ],
    "aws_iam_user_policy_attachment": [attachment(to: .user, by: "user")],
    "aws_kms_key_policy": [
      TerraformJoin(owner: .key, by: "key_id", says: [.argument("policy", as: "KeyPolicy")])
    ],
    "aws_s3_bucket_acl": [
      TerraformJoin(owner: .bucket, by: "bucket", says: [.argument("acl", as: "AccessControl")])
    ],
    "aws_s3_bucket_logging": [
      TerraformJoin(
        owner: .bucket,
        by: "bucket",
        says: [
          .argument("target_bucket", as: "LoggingConfiguration.DestinationBucketName"),
          .argument("target_prefix", as: "LoggingConfiguration.LogFilePrefix"),
        ]
      )
    ],
    "aws_s3_bucket_public_access_block": [
      TerraformJoin(
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
      TerraformJoin(
        owner: .bucket,
        by: "bucket",
        says: [.argument("rule", as: "BucketEncryption.ServerSideEncryptionConfiguration")]
      )
    ],
    "aws_s3_bucket_versioning": [
      TerraformJoin(
        owner: .bucket,
        by: "bucket",
        says: [.argument("versioning_configuration", as: "VersioningConfiguration")]
      )
    ],
    "aws_secretsmanager_secret_rotation": [
      TerraformJoin(owner: .secret, by: "secret_id", says: [.arguments, .truth("RotationEnabled")])
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
  ) -> TerraformJoin {
    TerraformJoin(
      owner: owner,
      by: name,
      says: [.argument(argument, as: "AttachedManagedPolicies.PolicyArn")]
    )
  }
}
