import Testing

/// One configuration, written in Terraform and in CloudFormation.
struct TerraformPair: Sendable, CustomTestStringConvertible {
  let name: String
  let terraform: String
  let cloudFormation: String

  var testDescription: String { name }

  static let all = ecs + registry + access + rest

  static let ecs = [
    TerraformPair(
      name: "task definition",
      terraform: #"""
        {"aws_ecs_task_definition.web": {
          "family": "web", "cpu": 256, "memory": "512", "network_mode": "awsvpc",
          "requires_compatibilities": ["FARGATE"], "task_role_arn": "arn:aws:iam::1:role/task",
          "execution_role_arn": "arn:aws:iam::1:role/run", "pid_mode": "task", "ipc_mode": "none",
          "enable_fault_injection": true, "ephemeral_storage": [{"size_in_gib": 30}],
          "runtime_platform": [{"operating_system_family": "LINUX", "cpu_architecture": "ARM64"}],
          "placement_constraints": [{"type": "memberOf", "expression": "x"}],
          "proxy_configuration": [{"type": "APPMESH", "container_name": "envoy",
            "properties": {"ProxyIngressPort": "15000"}}],
          "tags": {"Team": "a"},
          "container_definitions": "[{\"name\": \"web\", \"Privileged\": \"true\", \"dockerLabels\": {\"Team\": \"x\"}}]",
          "volume": [
            {"name": "host", "host_path": "/var/run", "configure_at_launch": false},
            {"name": "efs", "efs_volume_configuration": [{"file_system_id": "fs-1",
              "root_directory": "/", "transit_encryption": "ENABLED",
              "authorization_config": [{"access_point_id": "fsap-1", "iam": "ENABLED"}]}]},
            {"name": "docker", "docker_volume_configuration": [{"scope": "shared",
              "autoprovision": true, "driver": "local", "driver_opts": {"device": "/", "o": "bind"},
              "labels": {"Key_a": "b"}}]},
            {"name": "fsx", "fsx_windows_file_server_volume_configuration": [{
              "file_system_id": "fs-2", "root_directory": "data",
              "authorization_config": [{"credentials_parameter": "arn", "domain": "d"}]}]}
          ]}}
        """#,
      cloudFormation: #"""
        {"Web": {"Type": "AWS::ECS::TaskDefinition", "Properties": {
          "Family": "web", "Cpu": "256", "Memory": "512", "NetworkMode": "awsvpc",
          "RequiresCompatibilities": ["FARGATE"], "TaskRoleArn": "arn:aws:iam::1:role/task",
          "ExecutionRoleArn": "arn:aws:iam::1:role/run", "PidMode": "task", "IpcMode": "none",
          "EnableFaultInjection": true, "EphemeralStorage": {"SizeInGiB": 30},
          "RuntimePlatform": {"OperatingSystemFamily": "LINUX", "CpuArchitecture": "ARM64"},
          "PlacementConstraints": [{"Type": "memberOf", "Expression": "x"}],
          "ProxyConfiguration": {"Type": "APPMESH", "ContainerName": "envoy",
            "ProxyConfigurationProperties": [{"Name": "ProxyIngressPort", "Value": "15000"}]},
          "Tags": [{"Key": "Team", "Value": "a"}],
          "ContainerDefinitions": [{"Name": "web", "Privileged": true, "DockerLabels": {"Team": "x"}}],
          "Volumes": [
            {"Name": "host", "Host": {"SourcePath": "/var/run"}, "ConfiguredAtLaunch": false},
            {"Name": "efs", "EFSVolumeConfiguration": {"FilesystemId": "fs-1",
              "RootDirectory": "/", "TransitEncryption": "ENABLED",
              "AuthorizationConfig": {"AccessPointId": "fsap-1", "IAM": "ENABLED"}}},
            {"Name": "docker", "DockerVolumeConfiguration": {"Scope": "shared",
              "Autoprovision": true, "Driver": "local", "DriverOpts": {"device": "/", "o": "bind"},
              "Labels": {"Key_a": "b"}}},
            {"Name": "fsx", "FSxWindowsFileServerVolumeConfiguration": {
              "FileSystemId": "fs-2", "RootDirectory": "data",
              "AuthorizationConfig": {"CredentialsParameter": "arn", "Domain": "d"}}}
          ]}}}
        """#
    ),
    TerraformPair(
      name: "service",
      terraform: #"""
        {"aws_ecs_service.web": {
          "name": "web", "cluster": "prod", "task_definition": "web:1", "desired_count": 2,
          "launch_type": "FARGATE", "platform_version": "1.4.0", "enable_execute_command": true,
          "enable_ecs_managed_tags": true, "scheduling_strategy": "REPLICA", "iam_role": "lb",
          "propagate_tags": "SERVICE", "health_check_grace_period_seconds": 10,
          "deployment_maximum_percent": 200, "deployment_minimum_healthy_percent": 50,
          "deployment_circuit_breaker": [{"enable": true, "rollback": true}],
          "deployment_configuration": [{"strategy": "BLUE_GREEN",
            "lifecycle_hook": [{"hook_target_arn": "f", "role_arn": "r"}]}],
          "alarms": [{"alarm_names": ["a"], "enable": true, "rollback": false}],
          "deployment_controller": [{"type": "ECS"}],
          "network_configuration": [{"subnets": ["s"], "security_groups": ["g"],
            "assign_public_ip": true}],
          "load_balancer": [{"target_group_arn": "tg", "container_name": "web",
            "container_port": 80}, {"elb_name": "old", "container_name": "web",
            "container_port": 81}],
          "capacity_provider_strategy": [{"capacity_provider": "FARGATE", "weight": 1, "base": 0}],
          "ordered_placement_strategy": [{"type": "spread", "field": "host"}],
          "placement_constraints": [{"type": "distinctInstance"}],
          "service_registries": [{"registry_arn": "sd"}],
          "service_connect_configuration": [{"enabled": true, "namespace": "n",
            "log_configuration": [{"log_driver": "awslogs", "options": {"mode": "blocking"},
              "secret_option": [{"name": "n", "value_from": "v"}]}],
            "service": [{"port_name": "http", "discovery_name": "d",
              "client_alias": [{"port": 80, "dns_name": "web"}],
              "timeout": [{"idle_timeout_seconds": 1}],
              "tls": [{"kms_key": "k", "role_arn": "r",
                "issuer_cert_authority": [{"aws_pca_authority_arn": "ca"}]}]}]}],
          "volume_configuration": [{"name": "ebs", "managed_ebs_volume": [{"role_arn": "r",
            "encrypted": false, "size_in_gb": 20, "file_system_type": "xfs", "kms_key_id": "k",
            "tag_specifications": [{"resource_type": "volume", "tags": {"a": "b"}}]}]}],
          "vpc_lattice_configurations": [{"role_arn": "r", "target_group_arn": "t",
            "port_name": "p"}],
          "tags": {"a": "b"}}}
        """#,
      cloudFormation: #"""
        {"Web": {"Type": "AWS::ECS::Service", "Properties": {
          "ServiceName": "web", "Cluster": "prod", "TaskDefinition": "web:1", "DesiredCount": 2,
          "LaunchType": "FARGATE", "PlatformVersion": "1.4.0", "EnableExecuteCommand": true,
          "EnableECSManagedTags": true, "SchedulingStrategy": "REPLICA", "Role": "lb",
          "PropagateTags": "SERVICE", "HealthCheckGracePeriodSeconds": 10,
          "DeploymentConfiguration": {"MaximumPercent": 200, "MinimumHealthyPercent": 50,
            "DeploymentCircuitBreaker": {"Enable": true, "Rollback": true},
            "Strategy": "BLUE_GREEN",
            "LifecycleHooks": [{"HookTargetArn": "f", "RoleArn": "r"}],
            "Alarms": {"AlarmNames": ["a"], "Enable": true, "Rollback": false}},
          "DeploymentController": {"Type": "ECS"},
          "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["s"],
            "SecurityGroups": ["g"], "AssignPublicIp": "ENABLED"}},
          "LoadBalancers": [{"TargetGroupArn": "tg", "ContainerName": "web",
            "ContainerPort": 80}, {"LoadBalancerName": "old", "ContainerName": "web",
            "ContainerPort": 81}],
          "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Weight": 1, "Base": 0}],
          "PlacementStrategies": [{"Type": "spread", "Field": "host"}],
          "PlacementConstraints": [{"Type": "distinctInstance"}],
          "ServiceRegistries": [{"RegistryArn": "sd"}],
          "ServiceConnectConfiguration": {"Enabled": true, "Namespace": "n",
            "LogConfiguration": {"LogDriver": "awslogs", "Options": {"mode": "blocking"},
              "SecretOptions": [{"Name": "n", "ValueFrom": "v"}]},
            "Services": [{"PortName": "http", "DiscoveryName": "d",
              "ClientAliases": [{"Port": 80, "DnsName": "web"}],
              "Timeout": {"IdleTimeoutSeconds": 1},
              "Tls": {"KmsKey": "k", "RoleArn": "r",
                "IssuerCertificateAuthority": {"AwsPcaAuthorityArn": "ca"}}}]},
          "VolumeConfigurations": [{"Name": "ebs", "ManagedEBSVolume": {"RoleArn": "r",
            "Encrypted": false, "SizeInGiB": 20, "FilesystemType": "xfs", "KmsKeyId": "k",
            "TagSpecifications": [{"ResourceType": "volume",
              "Tags": [{"Key": "a", "Value": "b"}]}]}}],
          "VpcLatticeConfigurations": [{"RoleArn": "r", "TargetGroupArn": "t", "PortName": "p"}],
          "Tags": [{"Key": "a", "Value": "b"}]}}}
        """#
    ),
    TerraformPair(
      name: "cluster, with its capacity providers apart",
      terraform: #"""
        {"aws_ecs_cluster.prod": {"name": "prod",
          "setting": [{"name": "containerInsights", "value": "enhanced"}],
          "configuration": [{
            "execute_command_configuration": [{"kms_key_id": "k", "logging": "OVERRIDE",
              "log_configuration": [{"cloud_watch_encryption_enabled": true,
                "cloud_watch_log_group_name": "g", "s3_bucket_name": "b",
                "s3_bucket_encryption_enabled": true, "s3_key_prefix": "p"}]}],
            "managed_storage_configuration": [{"fargate_ephemeral_storage_kms_key_id": "k",
              "kms_key_id": "l"}]}],
          "service_connect_defaults": [{"namespace": "n"}], "tags": {"a": "b"}},
        "aws_ecs_cluster_capacity_providers.prod": {"cluster_name": "prod",
          "capacity_providers": ["FARGATE", "spot"],
          "default_capacity_provider_strategy": [{"capacity_provider": "FARGATE", "base": 1}]},
        "aws_ecs_capacity_provider.spot": {"name": "spot",
          "auto_scaling_group_provider": [{"auto_scaling_group_arn": "asg",
            "managed_termination_protection": "ENABLED",
            "managed_scaling": [{"status": "ENABLED", "target_capacity": 90}]}]}}
        """#,
      cloudFormation: #"""
        {"Prod": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "prod",
          "ClusterSettings": [{"Name": "containerInsights", "Value": "enhanced"}],
          "Configuration": {
            "ExecuteCommandConfiguration": {"KmsKeyId": "k", "Logging": "OVERRIDE",
              "LogConfiguration": {"CloudWatchEncryptionEnabled": true,
                "CloudWatchLogGroupName": "g", "S3BucketName": "b",
                "S3EncryptionEnabled": true, "S3KeyPrefix": "p"}},
            "ManagedStorageConfiguration": {"FargateEphemeralStorageKmsKeyId": "k",
              "KmsKeyId": "l"}},
          "ServiceConnectDefaults": {"Namespace": "n"}, "Tags": [{"Key": "a", "Value": "b"}],
          "CapacityProviders": ["FARGATE", "spot"],
          "DefaultCapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Base": 1}]}},
        "Spot": {"Type": "AWS::ECS::CapacityProvider", "Properties": {"Name": "spot",
          "AutoScalingGroupProvider": {"AutoScalingGroupArn": "asg",
            "ManagedTerminationProtection": "ENABLED",
            "ManagedScaling": {"Status": "ENABLED", "TargetCapacity": 90}}}}}
        """#
    ),
    TerraformPair(
      name: "task set and daemon",
      terraform: #"""
        {"aws_ecs_task_set.blue": {"service": "web", "cluster": "prod", "task_definition": "web:2",
          "network_configuration": [{"subnets": ["s"], "assign_public_ip": false}],
          "load_balancer": [{"load_balancer_name": "l", "container_name": "web"}],
          "scale": [{"unit": "PERCENT", "value": 50}]},
        "aws_ecs_daemon_task_definition.agent": {"family": "agent", "cpu": "256",
          "container_definition": [{"name": "agent", "image": "a:1", "privileged": true,
            "readonly_root_filesystem": false,
            "environment": [{"name": "A", "value": "b"}],
            "secret": [{"name": "S", "value_from": "v"}],
            "mount_point": [{"source_volume": "v", "container_path": "/v", "read_only": true}],
            "linux_parameters": [{"capabilities": [{"add": ["SYS_ADMIN"], "drop": ["ALL"]}],
              "device": [{"host_path": "/dev/x"}]}]}],
          "volume": [{"name": "v", "host_path": "/var"}]}}
        """#,
      cloudFormation: #"""
        {"Blue": {"Type": "AWS::ECS::TaskSet", "Properties": {"Service": "web", "Cluster": "prod",
          "TaskDefinition": "web:2",
          "NetworkConfiguration": {"AwsVpcConfiguration": {"Subnets": ["s"],
            "AssignPublicIp": "DISABLED"}},
          "LoadBalancers": [{"LoadBalancerName": "l", "ContainerName": "web"}],
          "Scale": {"Unit": "PERCENT", "Value": 50}}},
        "Agent": {"Type": "AWS::ECS::DaemonTaskDefinition", "Properties": {"Family": "agent",
          "Cpu": "256",
          "ContainerDefinitions": [{"Name": "agent", "Image": "a:1", "Privileged": true,
            "ReadonlyRootFilesystem": false,
            "Environment": [{"Name": "A", "Value": "b"}],
            "Secrets": [{"Name": "S", "ValueFrom": "v"}],
            "MountPoints": [{"SourceVolume": "v", "ContainerPath": "/v", "ReadOnly": true}],
            "LinuxParameters": {"Capabilities": {"Add": ["SYS_ADMIN"], "Drop": ["ALL"]},
              "Devices": [{"HostPath": "/dev/x"}]}}],
          "Volumes": [{"Name": "v", "Host": {"SourcePath": "/var"}}]}}}
        """#
    ),
  ]
}
