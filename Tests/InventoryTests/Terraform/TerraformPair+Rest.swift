extension TerraformPair {
  static let registry = [
    TerraformPair(
      name: "repository, with its policies apart",
      terraform: #"""
        {"aws_ecr_repository.app": {"name": "app", "image_tag_mutability": "IMMUTABLE_WITH_EXCLUSION",
          "image_tag_mutability_exclusion_filter": [{"filter": "dev*", "filter_type": "WILDCARD"}],
          "image_scanning_configuration": [{"scan_on_push": true}],
          "encryption_configuration": [{"encryption_type": "KMS", "kms_key": "k"}],
          "tags": {"a": "b"}},
        "aws_ecr_repository_policy.app": {"repository": "app",
          "policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "ecr:*"}]}},
        "aws_ecr_lifecycle_policy.app": {"repository": "app", "policy": "{\"rules\": []}"}}
        """#,
      cloudFormation: #"""
        {"App": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": "app",
          "ImageTagMutability": "IMMUTABLE_WITH_EXCLUSION",
          "ImageTagMutabilityExclusionFilters": [{
            "ImageTagMutabilityExclusionFilterValue": "dev*",
            "ImageTagMutabilityExclusionFilterType": "WILDCARD"}],
          "ImageScanningConfiguration": {"ScanOnPush": true},
          "EncryptionConfiguration": {"EncryptionType": "KMS", "KmsKey": "k"},
          "Tags": [{"Key": "a", "Value": "b"}],
          "RepositoryPolicyText": {"Statement": [{"Effect": "Allow", "Principal": "*",
            "Action": "ecr:*"}]},
          "LifecyclePolicy": {"LifecyclePolicyText": "{\"rules\": []}"}}}}
        """#
    ),
    TerraformPair(
      name: "registry",
      terraform: #"""
        {"aws_ecr_registry_policy.all": {"policy": {"Statement": []}},
        "aws_ecr_registry_scanning_configuration.all": {"scan_type": "ENHANCED",
          "rule": [{"scan_frequency": "CONTINUOUS_SCAN",
            "repository_filter": [{"filter": "*", "filter_type": "WILDCARD"}]}]},
        "aws_ecr_repository_creation_template.all": {"prefix": "ROOT",
          "applied_for": ["PULL_THROUGH_CACHE"], "image_tag_mutability": "IMMUTABLE",
          "encryption_configuration": [{"encryption_type": "KMS"}],
          "resource_tags": {"a": "b"}},
        "aws_ecrpublic_repository.open": {"repository_name": "open", "tags": {"a": "b"}}}
        """#,
      cloudFormation: #"""
        {"Policy": {"Type": "AWS::ECR::RegistryPolicy",
          "Properties": {"PolicyText": {"Statement": []}}},
        "Scanning": {"Type": "AWS::ECR::RegistryScanningConfiguration", "Properties": {
          "ScanType": "ENHANCED", "Rules": [{"ScanFrequency": "CONTINUOUS_SCAN",
            "RepositoryFilters": [{"Filter": "*", "FilterType": "WILDCARD"}]}]}},
        "Template": {"Type": "AWS::ECR::RepositoryCreationTemplate", "Properties": {
          "Prefix": "ROOT", "AppliedFor": ["PULL_THROUGH_CACHE"],
          "ImageTagMutability": "IMMUTABLE", "EncryptionConfiguration": {"EncryptionType": "KMS"},
          "ResourceTags": [{"Key": "a", "Value": "b"}]}},
        "Open": {"Type": "AWS::ECR::PublicRepository", "Properties": {"RepositoryName": "open",
          "Tags": [{"Key": "a", "Value": "b"}]}}}
        """#
    ),
  ]

  static let access = [
    TerraformPair(
      name: "role, with a policy attached apart",
      terraform: #"""
        {"aws_iam_role.task": {"name": "task", "path": "/", "description": "d",
          "max_session_duration": 3600, "permissions_boundary": "b",
          "assume_role_policy": {"Statement": []}, "managed_policy_arns": ["arn:1"],
          "inline_policy": [{"name": "p", "policy": {"Statement": []}}], "tags": {"a": "b"}},
        "aws_iam_role_policy_attachment.task": {"role": "task", "policy_arn": "arn:2"},
        "aws_iam_policy_attachment.task": {"name": "x", "roles": ["task"], "policy_arn": "arn:3"},
        "aws_iam_role_policy.task": {"name": "q", "role": "task", "policy": {"Statement": []}},
        "aws_iam_policy.shared": {"name": "s", "policy": {"Statement": []}},
        "aws_iam_user.ci": {"name": "ci"},
        "aws_iam_user_policy.ci": {"name": "u", "user": "ci", "policy": {"Statement": []}},
        "aws_iam_user_group_membership.ci": {"user": "ci", "groups": ["admins"]},
        "aws_iam_group.admins": {"name": "admins"},
        "aws_iam_group_policy.admins": {"name": "g", "group": "admins",
          "policy": {"Statement": []}},
        "aws_iam_group_policy_attachment.admins": {"group": "admins", "policy_arn": "arn:4"}}
        """#,
      cloudFormation: #"""
        {"Task": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "task", "Path": "/",
          "Description": "d", "MaxSessionDuration": 3600, "PermissionsBoundary": "b",
          "AssumeRolePolicyDocument": {"Statement": []},
          "ManagedPolicyArns": ["arn:1", "arn:2", "arn:3"],
          "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": []}}],
          "Tags": [{"Key": "a", "Value": "b"}]}},
        "Q": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "q", "Roles": ["task"],
          "PolicyDocument": {"Statement": []}}},
        "S": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"ManagedPolicyName": "s",
          "PolicyDocument": {"Statement": []}}},
        "CI": {"Type": "AWS::IAM::User", "Properties": {"UserName": "ci", "Groups": ["admins"]}},
        "U": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "u", "Users": ["ci"],
          "PolicyDocument": {"Statement": []}}},
        "Admins": {"Type": "AWS::IAM::Group", "Properties": {"GroupName": "admins",
          "ManagedPolicyArns": ["arn:4"]}},
        "G": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "g", "Groups": ["admins"],
          "PolicyDocument": {"Statement": []}}}}
        """#
    )
  ]

  static let rest = [
    TerraformPair(
      name: "logs and audit",
      terraform: #"""
        {"aws_cloudwatch_log_group.app": {"name": "app", "retention_in_days": 30,
          "kms_key_id": "k", "tags": {"a": "b"}},
        "aws_cloudwatch_log_data_protection_policy.app": {"log_group_name": "app",
          "policy_document": {"Statement": []}},
        "aws_cloudwatch_log_metric_filter.run": {"name": "run", "pattern": "{ x }",
          "log_group_name": "app",
          "metric_transformation": [{"name": "n", "namespace": "ns", "value": "1"}]},
        "aws_cloudtrail.main": {"name": "main", "s3_bucket_name": "b", "is_multi_region_trail": true,
          "include_global_service_events": true, "enable_logging": true, "kms_key_id": "k",
          "enable_log_file_validation": true, "cloud_watch_logs_group_arn": "g",
          "cloud_watch_logs_role_arn": "r", "tags": {"a": "b"},
          "event_selector": [{"read_write_type": "All", "include_management_events": true,
            "data_resource": [{"type": "AWS::S3::Object", "values": ["arn"]}]}],
          "advanced_event_selector": [{"name": "n",
            "field_selector": [{"field": "eventCategory", "equals": ["Data"]}]}]},
        "aws_guardduty_detector.main": {"enable": true,
          "finding_publishing_frequency": "ONE_HOUR"},
        "aws_guardduty_detector_feature.runtime": {
          "detector_id": {"Fn::GetAtt": ["aws_guardduty_detector.main", "id"]},
          "name": "RUNTIME_MONITORING", "status": "ENABLED", "additional_configuration": [
            {"name": "ECS_FARGATE_AGENT_MANAGEMENT", "status": "ENABLED"}]},
        "aws_vpc.main": {"cidr_block": "10.0.0.0/16"},
        "aws_flow_log.main": {"vpc_id": "vpc-1", "traffic_type": "ALL", "log_destination": "d",
          "iam_role_arn": "r"}}
        """#,
      cloudFormation: #"""
        {"App": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "app",
          "RetentionInDays": 30, "KmsKeyId": "k", "Tags": [{"Key": "a", "Value": "b"}],
          "DataProtectionPolicy": {"Statement": []}}},
        "Run": {"Type": "AWS::Logs::MetricFilter", "Properties": {"FilterName": "run",
          "FilterPattern": "{ x }", "LogGroupName": "app", "MetricTransformations": [
            {"MetricName": "n", "MetricNamespace": "ns", "MetricValue": "1"}]}},
        "Main": {"Type": "AWS::CloudTrail::Trail", "Properties": {"TrailName": "main",
          "S3BucketName": "b", "IsMultiRegionTrail": true, "IncludeGlobalServiceEvents": true,
          "IsLogging": true, "KMSKeyId": "k", "EnableLogFileValidation": true,
          "CloudWatchLogsLogGroupArn": "g", "CloudWatchLogsRoleArn": "r",
          "Tags": [{"Key": "a", "Value": "b"}],
          "EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": true,
            "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn"]}]}],
          "AdvancedEventSelectors": [{"Name": "n",
            "FieldSelectors": [{"Field": "eventCategory", "Equals": ["Data"]}]}]}},
        "Detector": {"Type": "AWS::GuardDuty::Detector", "Properties": {"Enable": true,
          "FindingPublishingFrequency": "ONE_HOUR", "Features": [{"Name": "RUNTIME_MONITORING",
            "Status": "ENABLED", "AdditionalConfiguration": [
              {"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "Status": "ENABLED"}]}]}},
        "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
        "Flow": {"Type": "AWS::EC2::FlowLog", "Properties": {"ResourceId": "vpc-1",
          "TrafficType": "ALL", "LogDestination": "d", "DeliverLogsPermissionArn": "r"}}}
        """#
    ),
    TerraformPair(
      name: "what starts tasks",
      terraform: #"""
        {"aws_cloudwatch_event_rule.night": {"name": "night", "schedule_expression": "rate(1 day)",
          "is_enabled": true, "event_pattern": "{}"},
        "aws_cloudwatch_event_target.night": {"rule": "night", "target_id": "t", "arn": "prod",
          "role_arn": "r", "event_bus_name": "default",
          "ecs_target": [{"task_definition_arn": "web", "task_count": 1, "launch_type": "FARGATE",
            "enable_execute_command": true, "network_configuration": [{"subnets": ["s"],
              "assign_public_ip": true, "security_groups": ["g"]}],
            "placement_constraint": [{"type": "distinctInstance"}], "tags": {"a": "b"}}]},
        "aws_scheduler_schedule.night": {"name": "night", "state": "ENABLED",
          "schedule_expression": "rate(1 day)", "kms_key_arn": "k",
          "flexible_time_window": [{"mode": "OFF"}],
          "target": [{"arn": "prod", "role_arn": "r", "ecs_parameters": [{
            "task_definition_arn": "web", "network_configuration": [{"subnets": ["s"],
              "assign_public_ip": false}]}]}]},
        "aws_sfn_state_machine.flow": {"name": "flow", "role_arn": "r", "definition": "{}",
          "type": "STANDARD", "tracing_configuration": [{"enabled": true}]},
        "aws_batch_job_definition.job": {"name": "job", "type": "container",
          "container_properties": "{\"image\": \"a\", \"privileged\": true}",
          "platform_capabilities": ["EC2"], "timeout": [{"attempt_duration_seconds": 60}],
          "tags": {"a": "b"}}}
        """#,
      cloudFormation: #"""
        {"Night": {"Type": "AWS::Events::Rule", "Properties": {"Name": "night",
          "ScheduleExpression": "rate(1 day)", "State": "ENABLED", "EventPattern": "{}",
          "Targets": [{"Id": "t", "Arn": "prod", "RoleArn": "r", "EcsParameters": {
            "TaskDefinitionArn": "web", "TaskCount": 1, "LaunchType": "FARGATE",
            "EnableExecuteCommand": true, "NetworkConfiguration": {"AwsVpcConfiguration": {
              "Subnets": ["s"], "AssignPublicIp": "ENABLED", "SecurityGroups": ["g"]}},
            "PlacementConstraints": [{"Type": "distinctInstance"}],
            "TagList": [{"Key": "a", "Value": "b"}]}}]}},
        "Schedule": {"Type": "AWS::Scheduler::Schedule", "Properties": {"Name": "night",
          "State": "ENABLED", "ScheduleExpression": "rate(1 day)", "KmsKeyArn": "k",
          "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": "prod", "RoleArn": "r",
            "EcsParameters": {"TaskDefinitionArn": "web", "NetworkConfiguration": {
              "AwsvpcConfiguration": {"Subnets": ["s"], "AssignPublicIp": "DISABLED"}}}}}},
        "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
          "StateMachineName": "flow", "RoleArn": "r", "DefinitionString": "{}",
          "StateMachineType": "STANDARD", "TracingConfiguration": {"Enabled": true}}},
        "Job": {"Type": "AWS::Batch::JobDefinition", "Properties": {"JobDefinitionName": "job",
          "Type": "container", "ContainerProperties": {"Image": "a", "Privileged": true},
          "PlatformCapabilities": ["EC2"], "Timeout": {"AttemptDurationSeconds": 60},
          "Tags": {"a": "b"}}}}
        """#
    ),
    TerraformPair(
      name: "data",
      terraform: #"""
        {"aws_efs_file_system.data": {"encrypted": true, "kms_key_id": "k",
          "throughput_mode": "elastic", "creation_token": "data", "id": "fs-1",
          "tags": {"a": "b"}},
        "aws_efs_file_system_policy.data": {"file_system_id": "fs-1",
          "policy": {"Statement": []}},
        "aws_efs_backup_policy.data": {"file_system_id": "fs-1",
          "backup_policy": [{"status": "ENABLED"}]},
        "aws_efs_access_point.data": {"file_system_id": "fs-1",
          "posix_user": [{"uid": 1000, "gid": 1000}],
          "root_directory": [{"path": "/app", "creation_info": [{"owner_uid": 1000}]}]},
        "aws_secretsmanager_secret.db": {"name": "db", "kms_key_id": "k", "tags": {"a": "b"}},
        "aws_ssm_parameter.flag": {"name": "flag", "type": "String", "value": "on",
          "tags": {"a": "b"}},
        "aws_kms_key.data": {"description": "d", "enable_key_rotation": true},
        "aws_kms_key_policy.data": {
          "key_id": {"Fn::GetAtt": ["aws_kms_key.data", "key_id"]}, "policy": {"Statement": []}},
        "aws_s3_bucket.data": {"bucket": "data"},
        "aws_s3_bucket_public_access_block.data": {"bucket": "data", "block_public_acls": true,
          "restrict_public_buckets": false},
        "aws_s3_bucket_acl.data": {"bucket": "data", "acl": "Private"}}
        """#,
      cloudFormation: #"""
        {"Data": {"Type": "AWS::EFS::FileSystem", "Properties": {"Encrypted": true,
          "KmsKeyId": "k", "ThroughputMode": "elastic", "CreationToken": "data",
          "FileSystemId": "fs-1", "FileSystemTags": [{"Key": "a", "Value": "b"}],
          "FileSystemPolicy": {"Statement": []}, "BackupPolicy": {"status": "ENABLED"}}},
        "Point": {"Type": "AWS::EFS::AccessPoint", "Properties": {"FileSystemId": "fs-1",
          "PosixUser": {"Uid": 1000, "Gid": 1000},
          "RootDirectory": {"Path": "/app", "CreationInfo": {"OwnerUid": 1000}}}},
        "Db": {"Type": "AWS::SecretsManager::Secret", "Properties": {"Name": "db",
          "KmsKeyId": "k", "Tags": [{"Key": "a", "Value": "b"}]}},
        "Flag": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "flag", "Type": "String",
          "Value": "on", "Tags": {"a": "b"}}},
        "Key": {"Type": "AWS::KMS::Key", "Properties": {"Description": "d",
          "EnableKeyRotation": true, "KeyPolicy": {"Statement": []}}},
        "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "data",
          "PublicAccessBlockConfiguration": {"BlockPublicAcls": true,
            "RestrictPublicBuckets": false}, "AccessControl": "Private"}}}
        """#
    ),
    TerraformPair(
      name: "load balancers and security groups",
      terraform: #"""
        {"aws_lb.edge": {"name": "edge", "internal": false, "load_balancer_type": "application",
          "security_groups": ["sg"], "drop_invalid_header_fields": true,
          "access_logs": [{"bucket": "b", "enabled": true}]},
        "aws_lb_listener.edge": {"load_balancer_arn": "lb", "port": 443, "protocol": "HTTPS",
          "ssl_policy": "p", "certificate_arn": "c", "default_action": [
            {"type": "redirect", "redirect": [{"protocol": "HTTPS", "status_code": "HTTP_301"}]},
            {"type": "forward", "forward": [{"target_group": [{"arn": "t", "weight": 1}],
              "stickiness": [{"enabled": true, "duration": 60}]}]}]},
        "aws_elb.old": {"name": "old", "internal": true, "listener": [{"lb_port": 80,
          "lb_protocol": "http", "instance_port": 8080, "instance_protocol": "http",
          "ssl_certificate_id": "c"}]},
        "aws_security_group.web": {"name": "web", "description": "d", "vpc_id": "v",
          "ingress": [{"from_port": 80, "to_port": 80, "protocol": "tcp",
            "cidr_blocks": ["0.0.0.0/0"], "description": "all", "self": false},
            {"from_port": 0, "to_port": 0, "protocol": "-1", "security_groups": ["sg-1"]}],
          "egress": [{"protocol": "-1", "from_port": 0, "to_port": 0,
            "ipv6_cidr_blocks": ["::/0"]}]},
        "aws_vpc_security_group_ingress_rule.web": {"security_group_id": "sg-1",
          "cidr_ipv4": "0.0.0.0/0", "ip_protocol": "tcp", "from_port": 443, "to_port": 443}}
        """#,
      cloudFormation: #"""
        {"Edge": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {
          "Name": "edge", "Scheme": "internet-facing", "Type": "application",
          "SecurityGroups": ["sg"], "LoadBalancerAttributes": [
            {"Key": "routing.http.drop_invalid_header_fields.enabled", "Value": true},
            {"Key": "access_logs.s3.bucket", "Value": "b"},
            {"Key": "access_logs.s3.enabled", "Value": true}]}},
        "Listener": {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {
          "LoadBalancerArn": "lb", "Port": 443, "Protocol": "HTTPS", "SslPolicy": "p",
          "Certificates": [{"CertificateArn": "c"}], "DefaultActions": [
            {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS",
              "StatusCode": "HTTP_301"}},
            {"Type": "forward", "ForwardConfig": {"TargetGroups": [
              {"TargetGroupArn": "t", "Weight": 1}],
              "TargetGroupStickinessConfig": {"Enabled": true, "DurationSeconds": 60}}}]}},
        "Old": {"Type": "AWS::ElasticLoadBalancing::LoadBalancer", "Properties": {
          "LoadBalancerName": "old", "Scheme": "internal", "Listeners": [{
            "LoadBalancerPort": 80, "Protocol": "HTTP", "InstancePort": 8080,
            "InstanceProtocol": "http", "SSLCertificateId": "c"}]}},
        "Web": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"GroupName": "web",
          "GroupDescription": "d", "VpcId": "v", "SecurityGroupIngress": [
            {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0"},
            {"IpProtocol": "-1", "FromPort": 0, "ToPort": 0, "SourceSecurityGroupId": "sg-1"}],
          "SecurityGroupEgress": [{"IpProtocol": "-1", "FromPort": 0, "ToPort": 0,
            "CidrIpv6": "::/0"}]}},
        "Rule": {"Type": "AWS::EC2::SecurityGroupIngress", "Properties": {"GroupId": "sg-1",
          "CidrIp": "0.0.0.0/0", "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
          "IsEgress": false}}}
        """#
    ),
    TerraformPair(
      name: "machines",
      terraform: #"""
        {"aws_instance.host": {"ami": "ami-1", "instance_type": "t3.micro", "user_data": "#!/bin/sh",
          "iam_instance_profile": "p", "vpc_security_group_ids": ["sg"],
          "metadata_options": [{"http_tokens": "required", "http_put_response_hop_limit": 1}],
          "root_block_device": [{"encrypted": true, "volume_size": 30}],
          "ebs_block_device": [{"device_name": "/dev/sdb", "encrypted": false}]},
        "aws_launch_template.host": {"name": "lt", "image_id": "ami-1", "user_data": "IyEvYmluL3No",
          "iam_instance_profile": [{"arn": "p"}], "block_device_mappings": [
            {"device_name": "/dev/xvda", "ebs": [{"encrypted": "true", "volume_size": 30}]}],
          "metadata_options": [{"http_endpoint": "enabled"}]}}
        """#,
      cloudFormation: #"""
        {"Host": {"Type": "AWS::EC2::Instance", "Properties": {"ImageId": "ami-1",
          "InstanceType": "t3.micro", "UserData": "#!/bin/sh", "IamInstanceProfile": "p",
          "SecurityGroupIds": ["sg"],
          "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1},
          "BlockDeviceMappings": [{"Ebs": {"Encrypted": true, "VolumeSize": 30}},
            {"DeviceName": "/dev/sdb", "Ebs": {"Encrypted": false}}]}},
        "Template": {"Type": "AWS::EC2::LaunchTemplate", "Properties": {
          "LaunchTemplateName": "lt", "LaunchTemplateData": {"ImageId": "ami-1",
            "UserData": "IyEvYmluL3No", "IamInstanceProfile": {"Arn": "p"},
            "BlockDeviceMappings": [{"DeviceName": "/dev/xvda",
              "Ebs": {"Encrypted": "true", "VolumeSize": 30}}],
            "MetadataOptions": {"HttpEndpoint": "enabled"}}}}}
        """#
    ),
  ]
}
