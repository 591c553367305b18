import Inventory
import Testing

/// Values of the wrong kind are judged like any other: no crash, and an unknown stays unknown.
@Suite struct OddValueTests {
  private static let odd = [
    "null", "true", "1", #""""#, #""x""#, "[]", "[null]", "[[]]", #"["x", 1, {}]"#, "{}",
    #"{"x": {"y": []}}"#, #"[{"Name": null, "Value": []}]"#, #"{"Ref": "Missing"}"#,
    #"{"Partial": ["a", {"Unknown": "P"}]}"#, #"[{"Statement": 1}]"#, #"{"Statement": [1, null]}"#,
    #"{"Statement": {"Effect": [], "Principal": 1, "Action": {}, "Condition": []}}"#,
  ]

  private static let kinds: [(type: String, kind: String, properties: [String], facts: [String])] =
    [
      (
        "AWS::ECS::TaskDefinition", "taskDefinition",
        [
          "Cpu", "Memory", "TaskRoleArn", "ExecutionRoleArn", "Tags", "ContainerDefinitions",
          "Volumes",
        ],
        ["isFargateSize", "sharesExecutionRole", "tags.userKeys", "containerDefinitions.image.tag"]
      ),
      (
        "AWS::ECS::Service", "service",
        ["Cluster", "TaskDefinition", "NetworkConfiguration", "LoadBalancers", "Role"],
        [
          "openSecurityGroups", "cluster.settings", "taskDefinition.family",
          "roleArn.isAdministrator",
        ]
      ),
      (
        "AWS::IAM::Role", "role", ["Policies", "ManagedPolicyArns", "AssumeRolePolicyDocument"],
        [
          "isAdministrator", "escalations", "publicTrustStatements", "accountRootTrusts",
          "unconditionalCrossAccountTrusts", "trustedServices", "taskTrustsWithoutSource",
          "inlinePolicyNames", "unscopedSecretActions", "taskDefinitionCount",
        ]
      ),
      (
        "AWS::IAM::Policy", "policy", ["PolicyDocument", "PolicyName", "Roles"],
        ["fullPrivilegeStatements", "wildcards", "passRoleEverywhere", "unscopedActions"]
      ),
      (
        "AWS::ECR::Repository", "repository", ["RepositoryPolicyText", "RepositoryName"],
        ["publicStatements", "grantingStatements", "registryScanFrequency", "isSigned"]
      ),
      (
        "AWS::ECR::RegistryScanningConfiguration", "registryScanning", ["Rules"],
        ["rules.scanFrequency"]
      ),
      (
        "AWS::EC2::Instance", "host", ["UserData", "ImageId"], ["userData", "isContainerInstance"]
      ),
      (
        "AWS::EC2::SecurityGroup", "securityGroup", ["SecurityGroupIngress"],
        ["IpPermissions.IpRanges"]
      ),
      ("AWS::GuardDuty::Detector", "detector", ["Features"], ["coversFargateRuntime"]),
      (
        "AWS::Events::Rule", "ecsTarget", ["Targets", "EventPattern"], ["EcsParameters.LaunchType"]
      ),
      (
        "AWS::StepFunctions::StateMachine", "ecsTarget", ["Definition"],
        ["EcsParameters.LaunchType"]
      ),
      (
        "AWS::Batch::JobDefinition", "jobDefinition", ["ContainerProperties", "NodeProperties"],
        ["privilegedContainers"]
      ),
      ("AWS::SSM::Parameter", "parameter", ["Name", "Type", "Value"], ["plaintextSecret"]),
      (
        "AWS::ElasticLoadBalancingV2::Listener", "listener", ["DefaultActions"],
        ["redirectsToHttps"]
      ),
    ]

  @Test(arguments: kinds.indices)
  func `a property of the wrong kind does no harm`(index: Int) {
    let (type, kind, properties, facts) = Self.kinds[index]
    for property in properties {
      for value in Self.odd {
        let inventory = Samples.inventory(
          #"{"X": {"Type": "\#(type)", "Properties": {"\#(property)": \#(value)}}}"#
        )
        for subject in inventory.subjects(of: kind) {
          for fact in facts { _ = subject.reading("\(kind).\(fact)") }
        }
      }
    }
  }

  @Test(arguments: [
    "Image", "User", "Environment", "Command", "EntryPoint", "HealthCheck", "DockerLabels",
    "LogConfiguration", "FirelensConfiguration", "Name",
  ])
  func `a container with an odd value is still judged`(property: String) {
    let facts = [
      "runsAsRoot", "isLoadBalanced", "image.registry", "image.repository", "image.tag",
      "image.digest", "environment.secretNames", "secretsOutsideEnvironment",
    ]
    for value in Self.odd {
      let inventory = Samples.container(#"{"\#(property)": \#(value)}"#)
      for fact in facts {
        #expect(inventory.reading("container.\(fact)", of: "container") != ["no subject"])
      }
    }
  }

  @Test(arguments: [
    ("role.isAdministrator", #"{"Policies": {"Unknown": "P"}}"#),
    ("role.escalations", #"{"Policies": [{"Unknown": "P"}]}"#),
    ("role.publicTrustStatements", #"{"AssumeRolePolicyDocument": {"Unknown": "P"}}"#),
    (
      "role.publicTrustStatements",
      #"{"AssumeRolePolicyDocument": {"Statement": {"Effect": {"Unknown": "E"}, "Principal": "*"}}}"#
    ),
    ("role.trustedServices", #"{"AssumeRolePolicyDocument": "no JSON"}"#),
    ("role.tags.userKeys", #"{"Tags": {"Unknown": "T"}}"#),
  ])
  func `what is unknown stays unknown`(field: String, properties: String) {
    let inventory = Samples.inventory(
      #"{"R": {"Type": "AWS::IAM::Role", "Properties": \#(properties)}}"#
    )
    #expect(inventory.reading(field, of: "role") == ["?"])
  }
}
