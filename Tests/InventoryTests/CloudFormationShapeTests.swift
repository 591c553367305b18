import Foundation
import Inventory
import SourceText
import Syntax
import Testing

@Suite struct CloudFormationShapeTests {
  @Test(arguments: [
    (
      "AWS::ECS::TaskDefinition",
      #"{"Volumes": [{"EFSVolumeConfiguration": {"FilesystemId": "fs", "AuthorizationConfig": {"IAM": "ENABLED"}}}]}"#,
      #"{"volumes": [{"efsVolumeConfiguration": {"fileSystemId": "fs", "authorizationConfig": {"iam": "ENABLED"}}}]}"#
    ),
    (
      "AWS::ECS::TaskDefinition",
      #"{"ContainerDefinitions": [{"Privileged": "true", "DockerLabels": {"Team": "x"}, "LogConfiguration": {"Options": {"Mode": "y"}}}]}"#,
      #"{"containerDefinitions": [{"privileged": true, "dockerLabels": {"Team": "x"}, "logConfiguration": {"options": {"Mode": "y"}}}]}"#
    ),
    (
      "AWS::ECS::TaskDefinition",
      #"{"volumes": [{"efsVolumeConfiguration": {"transitEncryption": "ENABLED"}}]}"#,
      #"{"volumes": [{"efsVolumeConfiguration": {"transitEncryption": "ENABLED"}}]}"#
    ),
    (
      "AWS::ECS::TaskDefinition",
      #"{"ProxyConfiguration": {"ProxyConfigurationProperties": [{"Name": "a", "Value": "b"}]}, "Tags": [{"Key": "k", "Value": "v"}]}"#,
      #"{"proxyConfiguration": {"properties": [{"name": "a", "value": "b"}]}, "tags": [{"key": "k", "value": "v"}]}"#
    ),
    (
      "AWS::ECS::Service", #"{"Cluster": "c", "Role": "r", "SomethingNew": {"DeepDown": 1}}"#,
      #"{"clusterArn": "c", "roleArn": "r", "somethingNew": {"deepDown": 1}}"#
    ),
    (
      "AWS::ECS::Cluster",
      #"{"ClusterSettings": [{"Name": "containerInsights", "Value": "enhanced"}]}"#,
      #"{"settings": [{"name": "containerInsights", "value": "enhanced"}]}"#
    ),
    (
      "AWS::ECR::Repository",
      #"{"ImageTagMutabilityExclusionFilters": [{"ImageTagMutabilityExclusionFilterType": "WILDCARD", "ImageTagMutabilityExclusionFilterValue": "*"}], "LifecyclePolicy": {"LifecyclePolicyText": "{}"}}"#,
      #"{"imageTagMutabilityExclusionFilters": [{"filterType": "WILDCARD", "filter": "*"}], "lifecyclePolicy": {"LifecyclePolicyText": "{}"}}"#
    ),
    (
      "AWS::IAM::Role",
      #"{"ManagedPolicyArns": ["a"], "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": []}}], "AssumeRolePolicyDocument": {"Statement": {"Principal": {"AWS": "*"}}}}"#,
      #"{"AttachedManagedPolicies": [{"PolicyArn": "a"}], "RolePolicyList": [{"PolicyName": "p", "PolicyDocument": {"Statement": []}}], "AssumeRolePolicyDocument": {"Statement": {"Principal": {"AWS": "*"}}}}"#
    ),
    (
      "AWS::EC2::SecurityGroup",
      #"{"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 80, "CidrIp": "0.0.0.0/0"}, {"CidrIpv6": "::/0"}, {"SourceSecurityGroupId": "sg"}]}"#,
      #"{"IpPermissions": [{"IpProtocol": "tcp", "FromPort": 80, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}, {"Ipv6Ranges": [{"CidrIpv6": "::/0"}]}, {"UserIdGroupPairs": [{"GroupId": "sg"}]}]}"#
    ),
    (
      "AWS::CloudTrail::Trail",
      #"{"EnableLogFileValidation": "true", "KMSKeyId": "k", "IsLogging": true}"#,
      #"{"LogFileValidationEnabled": true, "KmsKeyId": "k", "IsLogging": true}"#
    ),
    (
      "AWS::EC2::LaunchTemplate",
      #"{"LaunchTemplateName": "n", "LaunchTemplateData": {"MetadataOptions": {"HttpTokens": "required"}}}"#,
      #"{"LaunchTemplateName": "n", "MetadataOptions": {"HttpTokens": "required"}}"#
    ),
    ("AWS::SNS::Topic", #"{"TopicName": "t"}"#, #"{"TopicName": "t"}"#),
  ])
  func `properties take the API's names and structure`(
    type: String,
    properties: String,
    expected: String
  ) {
    let resource = shaped(type, properties)
    #expect(resource.properties.isEquivalent(to: value(expected)))
  }

  @Test func `a value keeps its place, and a key its own`() throws {
    let resource = shaped("AWS::ECS::Service", #"{"EnableExecuteCommand": "true"}"#)
    let member = try #require(resource.properties.object?.member("enableExecuteCommand"))
    #expect(member.value.source == #""true""#)
    #expect(member.key.map { $0.file.text($0.range) } == #""EnableExecuteCommand""#)
  }

  @Test(arguments: [
    ("AWS::ECS::TaskDefinition", ResourceKind.taskDefinition),
    ("AWS::IAM::ManagedPolicy", .identityPolicy),
    ("AWS::AutoScaling::LaunchConfiguration", .host), ("AWS::SNS::Topic", .other), ("", .other),
  ])
  func `a type has a kind`(type: String, kind: ResourceKind) {
    #expect(shaped(type, "{}").kind == kind)
  }

  @Test(arguments: ["[]", #""text""#, "null", "1"])
  func `properties that are no object are kept as they are`(properties: String) {
    for type in ["AWS::ECS::TaskDefinition", "AWS::IAM::Role", "AWS::EC2::LaunchTemplate"] {
      let resource = shaped(type, properties)
      #expect(resource.properties.isEquivalent(to: value(properties)))
      let inventory = Inventory([resource])
      #expect(inventory.subjects(of: resource.kind.rawValue).count == 1)
    }
  }

  @Test func `every name in the table of shapes is one of the service models`() throws {
    guard let check = try script("--check") else { return print("skipped: no botocore") }
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `every CloudFormation property of ECS becomes a member of the API`() throws {
    guard let run = try script("--samples"), run.status == 0 else {
      return print("skipped: no botocore or cfn-lint")
    }
    let samples = try #require(JSONParser.parse(SourceFile(path: "s", text: run.output)).root)
    #expect(samples.count == 5)
    for sample in samples.elements {
      let kind = sample["kind"]?.string ?? ""
      let members = Set(sample["members"]?.elements.compactMap(\.string) ?? []).union(Self.beyond)
      let resource = CloudFormationShape.resource(
        id: ResourceID("X"),
        type: sample["type"]?.string ?? "",
        properties: try Value(#require(sample["properties"])),
        location: sample.location
      )
      let unknown = paths(in: resource.properties, below: kind, members: members)
      #expect(unknown == [], "\(kind)")
    }
  }

  /// What CloudFormation sets and the describing calls of ECS do not show in that place.
  private static let beyond = [
    "taskDefinition.tags", "taskDefinition.tags.key", "taskDefinition.tags.value",
    "service.forceNewDeployment", "service.forceNewDeployment.enableForceNewDeployment",
    "service.forceNewDeployment.forceNewDeploymentNonce",
  ]

  /// The paths in `value` that are not among `members`.
  private func paths(in value: Value, below path: String, members: Set<String>) -> [String] {
    if let list = value.list {
      return list.flatMap { paths(in: $0, below: path, members: members) }
    }
    if members.contains(path + ".*") { return [] }
    return (value.object?.members ?? []).flatMap { member -> [String] in
      let name = "\(path).\(member.name)"
      let inner = paths(in: member.value, below: name, members: members)
      return members.contains(name) ? inner : [name] + inner
    }
  }

  /// What the script for the table of shapes prints; `nil` where it cannot run.
  private func script(_ option: String) throws -> (status: Int32, output: String)? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let path = root.appending(path: "Scripts/shape-table.py").path
    let probe =
      "import botocore, runpy, sys; sys.argv = ['x', '\(option)']; runpy.run_path('\(path)')"
    process.arguments = ["python3", "-c", probe]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    let isMissing = process.terminationStatus == 127 || text.contains("ModuleNotFoundError")
    return isMissing ? nil : (process.terminationStatus, text)
  }

  private func shaped(_ type: String, _ properties: String) -> Resource {
    let value = value(properties)
    return CloudFormationShape.resource(
      id: ResourceID("X"),
      type: type,
      properties: value,
      location: SourceLocation(SourceFile(path: "x", text: "X"), SourceRange(0, 1))
    )
  }

  private func value(_ json: String) -> Value {
    JSONParser.parse(SourceFile(path: "x.json", text: json)).root.map { Value($0) }
      ?? Value(.null, at: nil)
  }
}
