import Inventory
import Testing

@Suite struct ContainerFactTests {
  @Test(arguments: [
    ("", "true"), (#", "User": """#, "true"), (#", "User": "root""#, "true"),
    (#", "User": "0""#, "true"), (#", "User": 0"#, "true"), (#", "User": "00""#, "true"),
    (#", "User": "0:1000""#, "true"), (#", "User": "root:app""#, "true"),
    (#", "User": "1000""#, "false"), (#", "User": "1000:0""#, "false"),
    (#", "User": "app""#, "false"), (#", "User": "rootless""#, "false"),
    (#", "User": "01""#, "false"), (#", "User": {"Unknown": "U"}"#, "?"),
    (#", "User": {"Partial": ["0:", {"Unknown": "G"}]}"#, "true"),
    (#", "User": {"Partial": ["10", {"Unknown": "U"}]}"#, "?"),
    (#", "User": {"Partial": [{"Unknown": "U"}, ":0"]}"#, "?"),
  ])
  func `a container runs as root unless its user part says otherwise`(
    user: String,
    expected: String
  ) {
    let inventory = Samples.container(#"{"Name": "a"\#(user)}"#)
    #expect(inventory.reading("container.runsAsRoot", of: "container") == [expected])
  }

  @Test(arguments: [
    (#""nginx""#, "docker.io", "nginx", "absent", "absent"),
    (#""nginx:1.27""#, "docker.io", "nginx", "1.27", "absent"),
    (#""library/nginx:latest""#, "docker.io", "library/nginx", "latest", "absent"),
    (#""localhost:5000/app""#, "localhost:5000", "app", "absent", "absent"),
    (#""localhost/app:1""#, "localhost", "app", "1", "absent"),
    (#""ghcr.io/o/app:1@sha256:ab""#, "ghcr.io", "o/app", "1", "sha256:ab"),
    (
      #""123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:v2""#,
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com", "team/app", "v2", "absent"
    ),
    (
      #"{"Partial": [{"Pseudo": "A"}, ".dkr.ecr.", {"Pseudo": "R"}, ".amazonaws.com/app:", {"Unknown": "T"}]}"#,
      "?.dkr.ecr.?.amazonaws.com", "app", "?", "absent"
    ),
    (
      #"{"Partial": [{"Fn::GetAtt": ["Repo", "RepositoryUri"]}, ":v1"]}"#,
      "?.dkr.ecr.?.amazonaws.com", "team/app", "v1", "absent"
    ),
    (
      #"{"Fn::GetAtt": ["Repo", "RepositoryUri"]}"#,
      "?.dkr.ecr.?.amazonaws.com", "team/app", "absent", "absent"
    ),
    (
      #"{"Partial": ["public.ecr.aws/x/", {"Unknown": "N"}, "@sha256:ab"]}"#,
      "public.ecr.aws", "x/?", "?", "sha256:ab"
    ),
    (#"{"Unknown": "Image"}"#, "?", "?", "?", "?"),
    (#"{"Partial": [{"Unknown": "Image"}, ":latest"]}"#, "?", "?", "latest", "absent"),
    (#"{"Partial": ["app-", {"Unknown": "Env"}, ":1"]}"#, "docker.io", "app-?", "1", "absent"),
    (
      #"{"Partial": [{"Pseudo": "A"}, ".dkr.ecr.", {"Pseudo": "R"}, ".", {"Pseudo": "AWS::URLSuffix"}, "/cdk-assets:v1"]}"#,
      "?.dkr.ecr.?.amazonaws.com", "cdk-assets", "v1", "absent"
    ),
  ])
  func `an image's name is taken apart`(
    image: String,
    registry: String,
    repository: String,
    tag: String,
    digest: String
  ) {
    let inventory = Samples.inventory(
      """
      {"Repo": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": "team/app"}},
       "T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [{"Image": \(image)}]}}}
      """
    )
    let parts = ["registry", "repository", "tag", "digest"].flatMap {
      inventory.reading("container.image.\($0)", of: "container")
    }
    #expect(parts == [registry, repository, tag, digest])
  }

  @Test(arguments: [
    ("256", "512", "true"), ("256", "2048", "true"), ("256", "4096", "false"),
    ("512", "1024", "true"), ("1024", "1024", "false"), ("4096", "30720", "true"),
    ("8192", "20480", "true"), ("8192", "17408", "false"), ("16384", "122880", "true"),
    (".25 vCPU", "0.5 GB", "true"), ("1 vCPU", "2GB", "true"), ("1vcpu", "1gb", "false"),
    ("x", "512", "false"), ("300", "512", "false"),
  ])
  func `Fargate offers certain pairs of CPU and memory`(cpu: String, memory: String, ok: String) {
    let inventory = Samples.container("{}", around: #", "Cpu": "\#(cpu)", "Memory": "\#(memory)""#)
    #expect(inventory.reading("taskDefinition.isFargateSize", of: "taskDefinition") == [ok])
  }

  @Test func `a size that is missing is no size, one that is not known is not known`() {
    let missing = Samples.container("{}", around: #", "Cpu": 256"#)
    #expect(missing.reading("taskDefinition.isFargateSize", of: "taskDefinition") == ["false"])
    let unknown = Samples.container("{}", around: #", "Cpu": 256, "Memory": {"Unknown": "M"}"#)
    #expect(unknown.reading("taskDefinition.isFargateSize", of: "taskDefinition") == ["?"])
  }

  @Test(arguments: [
    (#"{"Fn::GetAtt": ["R", "Arn"]}"#, #"{"Fn::GetAtt": ["R", "Arn"]}"#, "true"),
    (#"{"Ref": "R"}"#, #"{"Fn::GetAtt": ["R", "Arn"]}"#, "true"),
    (#""arn:aws:iam::1:role/a""#, #""arn:aws:iam::1:role/a""#, "true"),
    (#""arn:aws:iam::1:role/a""#, #""arn:aws:iam::1:role/b""#, "false"),
    (#"{"Ref": "R"}"#, #"{"Ref": "Q"}"#, "false"),
    (#"{"Unknown": "P"}"#, #"{"Unknown": "P"}"#, "true"),
    (#"{"Unknown": "P"}"#, #"{"Unknown": "Q"}"#, "?"),
    (#"{"Unknown": "P"}"#, #"{"Ref": "R"}"#, "?"),
    (
      #"{"Partial": ["arn:aws:iam::", {"Pseudo": "A"}, ":role/a"]}"#,
      #"{"Partial": ["arn:aws:iam::", {"Pseudo": "A"}, ":role/b"]}"#, "false"
    ),
    (
      #"{"Partial": ["arn:aws:iam::1:role/", {"Unknown": "P"}]}"#,
      #"{"Partial": ["arn:aws:iam::1:role/", {"Unknown": "Q"}]}"#, "?"
    ),
  ])
  func `a task that runs with its execution role is told`(
    task: String,
    execution: String,
    expected: String
  ) {
    let inventory = Samples.inventory(
      """
      {"R": {"Type": "AWS::IAM::Role", "Properties": {}}, "Q": {"Type": "AWS::IAM::Role", "Properties": {}},
       "T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {
         "TaskRoleArn": \(task), "ExecutionRoleArn": \(execution)}}}
      """
    )
    let reading = inventory.reading("taskDefinition.sharesExecutionRole", of: "taskDefinition")
    #expect(reading == [expected])
  }

  @Test(arguments: [("web", "true"), ("other", "false")])
  func `a container behind a load balancer is told`(name: String, expected: String) {
    let inventory = Samples.inventory(
      """
      {"T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [{"Name": "\(name)"}]}},
       "S": {"Type": "AWS::ECS::Service", "Properties": {"TaskDefinition": {"Ref": "T"},
         "LoadBalancers": [{"ContainerName": "web", "ContainerPort": 80}]}}}
      """
    )
    #expect(inventory.reading("container.isLoadBalanced", of: "container") == [expected])
  }
}
