extension TerraformShape {
  /// The arguments that are named otherwise than the member of the API, by the shape they belong to.
  ///
  /// Names that differ in letter case, underscores and the plural of blocks need no row. A stop
  /// leads into a nested object; an empty target means that the API has no such member.
  static let renames: [String: [String: String]] = [
    "@accessPoint": ["arn": "AccessPointArn", "id": "AccessPointId"],
    "@bucket": ["acl": "AccessControl", "arn": "BucketArn", "bucket": "BucketName"],
    "@capacityProvider": ["arn": "capacityProviderArn"],
    "@classicLoadBalancer": [
      "internal": "Scheme", "listener": "ListenerDescriptions.Listener",
      "name": "LoadBalancerName",
    ],
    "@cluster": ["arn": "clusterArn", "name": "clusterName"],
    "@daemonTaskDefinition": ["arn": "daemonTaskDefinitionArn"],
    "@eventRule": ["is_enabled": "State"],
    "@fileSystem": [
      "arn": "FileSystemArn", "id": "FileSystemId", "protection": "FileSystemProtection",
    ],
    "@flowLog": [
      "eni_id": "ResourceId", "iam_role_arn": "DeliverLogsPermissionArn",
      "subnet_id": "ResourceId", "transit_gateway_id": "ResourceId", "vpc_id": "ResourceId",
    ],
    "@group": ["name": "GroupName"],
    "@host": [
      "ami": "ImageId", "ebs_block_device": "BlockDeviceMappings.Ebs",
      "name": "LaunchTemplateName", "root_block_device": "BlockDeviceMappings.Ebs",
      "user_data_base64": "UserData", "vpc_security_group_ids": "SecurityGroupIds",
    ],
    "@identityPolicy": [
      "group": "Groups", "inline_policy": "PolicyDocument", "name": "PolicyName",
      "permission_set_arn": "Roles", "policy": "PolicyDocument", "role": "Roles", "user": "Users",
    ],
    "@jobDefinition": ["arn": "jobDefinitionArn", "name": "jobDefinitionName"],
    "@key": [
      "id": "KeyId", "customer_master_key_spec": "KeySpec", "is_enabled": "Enabled",
      "policy": "KeyPolicy",
    ],
    "@listener": ["arn": "ListenerArn", "certificate_arn": "Certificates.CertificateArn"],
    "@loadBalancer": [
      "arn": "LoadBalancerArn", "internal": "Scheme", "load_balancer_type": "Type",
      "name": "LoadBalancerName",
    ],
    "@logGroup": ["name": "logGroupName"],
    "@metricFilter": ["name": "filterName", "pattern": "filterPattern"],
    "@parameter": ["insecure_value": "Value"],
    "@publicRepository": ["arn": "repositoryArn", "catalog_data": "repositoryCatalogData"],
    "@registryPolicy": ["policy": "policyText"],
    "@repository": [
      "arn": "repositoryArn", "name": "repositoryName", "repository_url": "repositoryUri",
    ],
    "@role": [
      "assume_role_policy": "AssumeRolePolicyDocument", "inline_policy": "RolePolicyList",
      "managed_policy_arns": "AttachedManagedPolicies.PolicyArn", "name": "RoleName",
    ],
    "@secret": ["policy": ""],
    "@securityGroup": [
      "arn": "SecurityGroupArn", "egress": "IpPermissionsEgress", "id": "GroupId",
      "ingress": "IpPermissions", "name": "GroupName",
    ],
    "@securityGroupRule": [
      "cidr_blocks": "CidrIpv4", "ipv6_cidr_blocks": "CidrIpv6", "prefix_list_ids": "PrefixListId",
      "protocol": "IpProtocol", "referenced_security_group_id": "SourceSecurityGroupId",
      "security_group_id": "GroupId", "source_security_group_id": "SourceSecurityGroupId",
    ],
    "@service": [
      "alarms": "deploymentConfiguration.alarms",
      "cluster": "clusterArn",
      "deployment_circuit_breaker": "deploymentConfiguration.deploymentCircuitBreaker",
      "deployment_maximum_percent": "deploymentConfiguration.maximumPercent",
      "deployment_minimum_healthy_percent": "deploymentConfiguration.minimumHealthyPercent",
      "iam_role": "roleArn",
      "name": "serviceName",
      "network_configuration": "networkConfiguration.awsvpcConfiguration",
      "ordered_placement_strategy": "placementStrategy",
    ],
    "@stateMachine": ["arn": "stateMachineArn"],
    "@taskDefinition": ["arn": "taskDefinitionArn"],
    "@taskSet": [
      "arn": "taskSetArn", "cluster": "clusterArn",
      "network_configuration": "networkConfiguration.awsvpcConfiguration",
      "service": "serviceArn",
    ],
    "@trail": [
      "arn": "TrailARN", "cloud_watch_logs_group_arn": "CloudWatchLogsLogGroupArn",
      "enable_log_file_validation": "LogFileValidationEnabled", "enable_logging": "IsLogging",
      "tags": "TagsList",
    ],
    "@user": ["name": "UserName"],
    "@vpc": ["id": "VpcId"],
    "ec2.IpPermission": [
      "cidr_blocks": "IpRanges.CidrIp", "description": "",
      "ipv6_cidr_blocks": "Ipv6Ranges.CidrIpv6", "prefix_list_ids": "PrefixListIds.PrefixListId",
      "protocol": "IpProtocol", "security_groups": "UserIdGroupPairs.GroupId", "self": "",
    ],
    "ecs.DaemonVolume": ["host_path": "host.sourcePath"],
    "ecs.ExecuteCommandLogConfiguration": [
      "s3_bucket_encryption_enabled": "s3EncryptionEnabled"
    ],
    "ecs.LoadBalancer": ["elb_name": "loadBalancerName"],
    "ecs.ServiceConnectTlsConfiguration": [
      "issuer_cert_authority": "issuerCertificateAuthority"
    ],
    "ecs.ServiceManagedEBSVolumeConfiguration": ["size_in_gb": "sizeInGiB"],
    "ecs.Volume": ["configure_at_launch": "configuredAtLaunch", "host_path": "host.sourcePath"],
    "efs.FileSystemProtectionDescription": [
      "replication_overwrite": "ReplicationOverwriteProtection"
    ],
    "elb.Listener": [
      "lb_port": "LoadBalancerPort", "lb_protocol": "Protocol",
      "ssl_certificate_id": "SSLCertificateId",
    ],
    "elbv2.Action": [
      "authenticate_cognito": "AuthenticateCognitoConfig",
      "authenticate_oidc": "AuthenticateOidcConfig", "fixed_response": "FixedResponseConfig",
      "forward": "ForwardConfig", "jwt_validation": "JwtValidationConfig",
      "redirect": "RedirectConfig",
    ],
    "elbv2.ForwardActionConfig": ["stickiness": "TargetGroupStickinessConfig"],
    "elbv2.TargetGroupStickinessConfig": ["duration": "DurationSeconds"],
    "elbv2.TargetGroupTuple": ["arn": "TargetGroupArn"],
    "events.EcsParameters": [
      "network_configuration": "NetworkConfiguration.awsvpcConfiguration",
      "ordered_placement_strategy": "PlacementStrategy",
    ],
    "events.Target": [
      "ecs_target": "EcsParameters", "event_bus_name": "", "rule": "", "target_id": "Id",
    ],
    "guardduty.DetectorFeatureConfigurationResult": ["detector_id": ""],
    "iam.PolicyDetail": ["name": "PolicyName", "policy": "PolicyDocument"],
    "logs.MetricTransformation": [
      "name": "metricName", "namespace": "metricNamespace", "value": "metricValue",
    ],
    "scheduler.EcsParameters": [
      "network_configuration": "NetworkConfiguration.awsvpcConfiguration"
    ],
  ]

  /// The words of the API for Boolean arguments, by shape and argument.
  static let choices: [String: [String: (yes: String, no: String)]] = [
    "@classicLoadBalancer": ["internal": ("internal", "internet-facing")],
    "@eventRule": ["is_enabled": ("ENABLED", "DISABLED")],
    "@loadBalancer": ["internal": ("internal", "internet-facing")],
    "ecs.AwsVpcConfiguration": ["assign_public_ip": ("ENABLED", "DISABLED")],
    "events.AwsVpcConfiguration": ["assign_public_ip": ("ENABLED", "DISABLED")],
    "scheduler.AwsVpcConfiguration": ["assign_public_ip": ("ENABLED", "DISABLED")],
  ]
}
