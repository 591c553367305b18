import Inventory
import Testing

@Suite struct ResourceFactTests {
  @Test(arguments: [
    (
      #"{"RepositoryName": "team/app"}"#, #"{"Filter": "*", "FilterType": "WILDCARD"}"#,
      "CONTINUOUS_SCAN"
    ),
    (
      #"{"RepositoryName": "team/app"}"#, #"{"Filter": "team/*", "FilterType": "WILDCARD"}"#,
      "CONTINUOUS_SCAN"
    ),
    (
      #"{"RepositoryName": "team/app"}"#, #"{"Filter": "app", "FilterType": "WILDCARD"}"#,
      "CONTINUOUS_SCAN"
    ),
    (
      #"{"RepositoryName": "team/app"}"#, #"{"Filter": "prod*", "FilterType": "WILDCARD"}"#,
      "absent"
    ),
    (#"{}"#, #"{"Filter": "*", "FilterType": "WILDCARD"}"#, "CONTINUOUS_SCAN"),
    (#"{}"#, #"{"Filter": "team/*", "FilterType": "WILDCARD"}"#, "?"),
    (#"{"RepositoryName": {"Unknown": "N"}}"#, #"{"Filter": "a*", "FilterType": "WILDCARD"}"#, "?"),
    (#"{"RepositoryName": "team/app"}"#, #"{"Unknown": "F"}"#, "?"),
    (
      #"{"RepositoryName": {"Partial": ["prod-", {"Unknown": "N"}]}}"#,
      #"{"Filter": "prod*", "FilterType": "WILDCARD"}"#, "CONTINUOUS_SCAN"
    ),
    (
      #"{"RepositoryName": {"Partial": ["prod-", {"Unknown": "N"}]}}"#,
      #"{"Filter": "dev*", "FilterType": "WILDCARD"}"#, "absent"
    ),
    (
      #"{"RepositoryName": {"Partial": ["prod-", {"Unknown": "N"}]}}"#,
      #"{"Filter": "prod-a*", "FilterType": "WILDCARD"}"#, "?"
    ),
    (
      #"{"RepositoryName": {"Partial": ["prod-", {"Unknown": "N"}]}}"#,
      #"{"Filter": "api", "FilterType": "WILDCARD"}"#, "?"
    ),
  ])
  func `a registry's scanning covers the repositories its filters match`(
    repository: String,
    filter: String,
    expected: String
  ) {
    let inventory = Samples.inventory(
      """
      {"Repo": {"Type": "AWS::ECR::Repository", "Properties": \(repository)},
       "Scan": {"Type": "AWS::ECR::RegistryScanningConfiguration", "Properties": {"ScanType": "ENHANCED",
         "Rules": [{"ScanFrequency": "CONTINUOUS_SCAN", "RepositoryFilters": [\(filter)]}]}}}
      """
    )
    #expect(inventory.reading("repository.registryScanFrequency", of: "repository") == [expected])
  }

  @Test func `a rule that scans wins over one that does not`() {
    let inventory = Samples.inventory(
      """
      {"Repo": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": "app"}},
       "Scan": {"Type": "AWS::ECR::RegistryScanningConfiguration", "Properties": {"Rules": [
         {"ScanFrequency": "MANUAL", "RepositoryFilters": [{"Filter": "*"}]},
         {"ScanFrequency": "SCAN_ON_PUSH", "RepositoryFilters": [{"Filter": "a*"}]}]}},
       "Sign": {"Type": "AWS::ECR::SigningConfiguration", "Properties": {"Rules": [
         {"SigningProfileArn": "x", "RepositoryFilters": [{"Filter": "app", "FilterType": "WILDCARD_MATCH"}]}]}}}
      """
    )
    let frequency = inventory.reading("repository.registryScanFrequency", of: "repository")
    #expect(frequency == ["SCAN_ON_PUSH"])
    #expect(inventory.reading("repository.isSigned", of: "repository") == ["true"])
  }

  @Test(arguments: [
    ("AWS::ECR::Repository", "RepositoryPolicyText", "repository"),
    ("AWS::ECR::RegistryPolicy", "PolicyText", "registryPolicy"),
    ("AWS::EFS::FileSystem", "FileSystemPolicy", "fileSystem"),
  ])
  func `a public resource policy is found, and the principal pointed at`(
    type: String,
    property: String,
    kind: String
  ) throws {
    let inventory = Samples.inventory(
      """
      {"X": {"Type": "\(type)", "Properties": {"\(property)": {"Statement": [
        {"Sid": "Open", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "*"},
        {"Sid": "No", "Effect": "Deny", "Principal": "*", "Action": "*"}]}}}}
      """
    )
    let subject = try #require(inventory.subjects(of: kind).first)
    let found = subject.lookup([kind, "publicStatements"]).values
    #expect(found.map(\.text) == ["Open"])
    #expect(found.map(\.source) == [#""*""#])
  }

  @Test(arguments: [
    (#"{"Ref": "Open"}"#, ["Open"]), (#"{"Fn::GetAtt": ["Open", "GroupId"]}"#, ["Open"]),
    (#"{"Ref": "Late"}"#, ["Late"]), (#"{"Ref": "Closed"}"#, ["absent"]),
    (#""sg-0123""#, ["?"]), (#"{"Fn::GetAtt": ["Vpc", "DefaultSecurityGroup"]}"#, ["?"]),
  ])
  func `security groups open to the world are found`(group: String, expected: [String]) {
    let inventory = Samples.inventory(
      """
      {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": {}},
       "Open": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"SecurityGroupIngress": [
         {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0"}]}},
       "Closed": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"SecurityGroupIngress": [
         {"IpProtocol": "tcp", "SourceSecurityGroupId": {"Ref": "Open"}}, {"CidrIp": "10.0.0.0/8"}]}},
       "Late": {"Type": "AWS::EC2::SecurityGroup", "Properties": {}},
       "Rule": {"Type": "AWS::EC2::SecurityGroupIngress", "Properties": {
         "GroupId": {"Fn::GetAtt": ["Late", "GroupId"]}, "CidrIpv6": "::/0"}},
       "S": {"Type": "AWS::ECS::Service", "Properties": {"NetworkConfiguration": {
         "AwsvpcConfiguration": {"SecurityGroups": [\(group)]}}}}}
      """
    )
    #expect(inventory.reading("service.openSecurityGroups", of: "service") == expected)
  }

  @Test(arguments: [("awslogs", ["absent"]), ("awsfirelens", ["S"])])
  func `sessions are logged only by the awslogs driver`(driver: String, expected: [String]) {
    let inventory = Samples.inventory(
      """
      {"C": {"Type": "AWS::ECS::Cluster", "Properties": {}},
       "T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [
         {"Name": "a", "LogConfiguration": {"LogDriver": "\(driver)"}}]}},
       "S": {"Type": "AWS::ECS::Service", "Properties": {"Cluster": {"Ref": "C"},
         "TaskDefinition": {"Ref": "T"}, "EnableExecuteCommand": true}},
       "Other": {"Type": "AWS::ECS::Service", "Properties": {"Cluster": "other",
         "TaskDefinition": {"Ref": "T"}, "EnableExecuteCommand": true}}}
      """
    )
    #expect(inventory.reading("cluster.execServices", of: "cluster") == ["S"])
    #expect(inventory.reading("cluster.unloggedExecServices", of: "cluster") == expected)
  }

  @Test(arguments: [
    (##"{"UserData": "#!/bin/sh\necho ECS_CLUSTER=x >> /etc/ecs/ecs.config"}"##, "true"),
    (#"{"UserData": "IyEvYmluL3NoCmVjaG8gRUNTX0NMVVNURVI9eA=="}"#, "true"),
    (##"{"UserData": "#!/bin/sh\nyum install nginx"}"##, "false"),
    (
      #"{"ImageId": {"Resolve": "{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}"}}"#,
      "true"
    ),
    (#"{"UserData": {"Unknown": "Script"}}"#, "?"), ("{}", "false"),
  ])
  func `a machine that joins an ECS cluster is told`(properties: String, expected: String) {
    let instance = Samples.inventory(
      #"{"H": {"Type": "AWS::EC2::Instance", "Properties": \#(properties)}}"#
    )
    #expect(instance.reading("host.isContainerInstance", of: "host") == [expected])
    let template = Samples.inventory(
      #"{"H": {"Type": "AWS::EC2::LaunchTemplate", "Properties": {"LaunchTemplateData": \#(properties)}}}"#
    )
    #expect(template.reading("host.isContainerInstance", of: "host") == [expected])
  }

  @Test func `a start script in base 64 is read`() {
    let inventory = Samples.inventory(
      #"{"H": {"Type": "AWS::EC2::Instance", "Properties": {"UserData": "ZWNobyBFQ1NfQ0xVU1RFUj14"}}}"#
    )
    #expect(inventory.reading("host.userData", of: "host") == ["echo ECS_CLUSTER=x"])
  }

  @Test(arguments: [
    (##""#!/bin/sh\n  # echo A=1\necho B=2 # not C""##, "\n  \necho B=2 # not C"),
    (##"{"Partial": ["# A=", {"Unknown": "P"}, " x\nB=", {"Unknown": "P"}]}"##, "\nB=?"),
    (
      #"{"Partial": ["echo ECS_CLUSTER=", {"Pseudo": "AWS::StackName"}]}"#,
      "echo ECS_CLUSTER=${AWS::StackName}"
    ),
  ])
  func `of a start script counts what runs`(script: String, expected: String) {
    let inventory = Samples.inventory(
      #"{"H": {"Type": "AWS::EC2::Instance", "Properties": {"UserData": \#(script)}}}"#
    )
    #expect(inventory.reading("host.userData", of: "host") == [expected])
  }

  @Test(arguments: [
    ("ENABLED", #"[{"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "Status": "ENABLED"}]"#, "true"),
    ("ENABLED", #"[{"Name": "EKS_ADDON_MANAGEMENT", "Status": "ENABLED"}]"#, "false"),
    ("DISABLED", #"[{"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "Status": "ENABLED"}]"#, "false"),
    ("ENABLED", "[]", "false"),
  ])
  func `GuardDuty watches Fargate only with its agent`(
    status: String,
    agents: String,
    expected: String
  ) {
    let inventory = Samples.inventory(
      """
      {"D": {"Type": "AWS::GuardDuty::Detector", "Properties": {"Enable": true, "Features": [
        {"Name": "RUNTIME_MONITORING", "Status": "\(status)", "AdditionalConfiguration": \(agents)}]}}}
      """
    )
    #expect(inventory.reading("detector.coversFargateRuntime", of: "detector") == [expected])
  }

  @Test func `resources that look after others are found from these`() {
    let inventory = Samples.inventory(
      """
      {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": {}},
       "Log": {"Type": "AWS::EC2::FlowLog", "Properties": {"ResourceId": {"Ref": "Vpc"}}},
       "Secret": {"Type": "AWS::SecretsManager::Secret", "Properties": {}},
       "Rotation": {"Type": "AWS::SecretsManager::RotationSchedule", "Properties": {"SecretId": {"Ref": "Secret"}}},
       "Trail": {"Type": "AWS::CloudTrail::Trail", "Properties": {}},
       "Rule": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["aws.ecs"],
         "detail": {"eventName": ["ExecuteCommand", "StopTask"]}}}},
       "Filter": {"Type": "AWS::Logs::MetricFilter", "Properties": {
         "FilterPattern": "{ $.eventName = UpdateService }"}}}
      """
    )
    #expect(inventory.reading("vpc.flowLogs", of: "vpc") == ["Log"])
    #expect(inventory.reading("secret.rotationSchedules", of: "secret") == ["Rotation"])
    let watched = inventory.reading("trail.watchedEcsEvents", of: "trail")
    #expect(watched == ["ExecuteCommand", "UpdateService"])
  }

  @Test(arguments: [
    (#"{"Type": "String", "Name": "/app/db_password", "Value": "hunter2"}"#, ["/app/db_password"]),
    (#"{"Type": "String", "Name": "/app/mode", "Value": "fast"}"#, ["absent"]),
    (#"{"Type": "SecureString", "Name": "/app/db_password", "Value": "hunter2"}"#, ["absent"]),
  ])
  func `a secret in a plain parameter is named`(properties: String, expected: [String]) {
    let inventory = Samples.inventory(
      #"{"P": {"Type": "AWS::SSM::Parameter", "Properties": \#(properties)}}"#
    )
    #expect(inventory.reading("parameter.plaintextSecret", of: "parameter") == expected)
  }

  @Test(arguments: [
    (#"{"ContainerProperties": {"Privileged": true}}"#, ["containerProperties"]),
    (#"{"ContainerProperties": {"Privileged": "false"}}"#, ["absent"]),
    (
      #"{"NodeProperties": {"NodeRangeProperties": [{"Container": {"Privileged": true}}]}}"#,
      ["nodeProperties.nodeRangeProperties[0].container"]
    ),
    (
      #"{"EcsProperties": {"TaskProperties": [{"Containers": [{"Name": "a"}, {"Privileged": true}]}]}}"#,
      ["ecsProperties.taskProperties[0].containers[1]"]
    ),
    (#"{"ContainerProperties": {"Privileged": {"Unknown": "P"}}}"#, ["?"]),
  ])
  func `privileged batch containers are found wherever they stand`(
    properties: String,
    expected: [String]
  ) {
    let inventory = Samples.inventory(
      #"{"J": {"Type": "AWS::Batch::JobDefinition", "Properties": \#(properties)}}"#
    )
    let reading = inventory.reading("jobDefinition.privilegedContainers", of: "jobDefinition")
    #expect(reading == expected)
  }

  @Test(arguments: [
    (
      #"[{"Key": "team", "Value": "x"}, {"Key": "aws:cloudformation:stack-name", "Value": "y"}]"#,
      ["team"]
    ),
    (#"[{"Key": "aws:x", "Value": "y"}]"#, ["absent"]), ("[]", ["absent"]),
    (#"{"Unknown": "Tags"}"#, ["?"]),
  ])
  func `tags of AWS's own do not count`(tags: String, expected: [String]) {
    let inventory = Samples.inventory(
      #"{"C": {"Type": "AWS::ECS::Cluster", "Properties": {"Tags": \#(tags)}}}"#
    )
    #expect(inventory.reading("cluster.tags.userKeys", of: "cluster") == expected)
  }

  @Test(arguments: [
    (#"[{"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS"}}]"#, "true"),
    (##"[{"Type": "redirect", "RedirectConfig": {"Protocol": "#{protocol}"}}]"##, "false"),
    (#"[{"Type": "forward"}]"#, "false"), (#"{"Unknown": "A"}"#, "?"),
  ])
  func `a listener that sends clients to HTTPS is told`(actions: String, expected: String) {
    let inventory = Samples.inventory(
      #"{"L": {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {"DefaultActions": \#(actions)}}}"#
    )
    #expect(inventory.reading("listener.redirectsToHttps", of: "listener") == [expected])
  }

  @Test func `daemons with a writable root are named`() {
    let inventory = Samples.inventory(
      """
      {"D": {"Type": "AWS::ECS::DaemonTaskDefinition", "Properties": {"ContainerDefinitions": [
        {"Name": "a", "ReadonlyRootFilesystem": true}, {"Name": "b"}]}}}
      """
    )
    let reading = inventory.reading(
      "daemonTaskDefinition.writableContainers",
      of: "daemonTaskDefinition"
    )
    #expect(reading == ["b"])
  }
}
