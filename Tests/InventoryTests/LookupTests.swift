import Inventory
import SourceText
import Testing

@Suite struct LookupTests {
  private let service = Samples.inventory(
    """
    {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web", "ContainerDefinitions": [
       {"Name": "a", "Image": "nginx:1", "DockerLabels": {"team": "x", "Team": "y"}},
       {"Name": "b", "Image": "redis", "Privileged": "true",
        "Environment": [{"Name": "MODE", "Value": "fast"}, {"Name": "LEVEL", "Value": {"Unknown": "L"}}]}]}},
     "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "main",
       "ClusterSettings": [{"Name": "containerInsights", "Value": "enabled"}]}},
     "Web": {"Type": "AWS::ECS::Service", "Properties": {"Cluster": "main",
       "TaskDefinition": {"Ref": "Task"}, "Role": "arn:aws:iam::123456789012:role/other",
       "LoadBalancers": [], "PlatformVersion": null, "LaunchType": {"Unknown": "Launch"}}}}
    """
  )

  @Test(arguments: [
    ("service.taskDefinition", ["→Task"]),
    ("service.taskDefinition.family", ["web"]),
    ("service.taskDefinition.containerDefinitions.name", ["a", "b"]),
    ("service.taskDefinition.containerDefinitions.privileged", ["true"]),
    ("service.taskDefinition.containerDefinitions.image.tag", ["1"]),
    ("service.cluster.settings.value", ["enabled"]),
    ("service.roleArn.isAdministrator", ["?"]),
    ("service.loadBalancers.containerName", []),
    ("service.loadBalancers", []),
    ("service.platformVersion", ["absent"]),
    ("service.platformVersion.x", ["absent"]),
    ("service.launchType", ["?"]),
    ("service.launchType.x", ["?"]),
    ("service.desiredCount", ["absent"]),
    ("service.networkConfiguration.awsvpcConfiguration.subnets", ["absent"]),
    ("container.image", ["absent"]),
  ])
  func `a path walks members, lists and references`(field: String, expected: [String]) {
    #expect(service.reading(field, of: "service") == expected)
  }

  @Test(arguments: [
    ("MODE", ["fast"]), ("LEVEL", ["?"]), ("MISSING", ["absent"]),
  ])
  func `brackets take a pair of a list by its name`(key: String, expected: [String]) {
    let reading = service.subjects(of: "container")[1].reading(
      "container.environment",
      argument: key
    )
    #expect(reading == expected)
  }

  @Test func `brackets take a member of a map, letter case counting`() {
    #expect(service.reading("container.dockerLabels", of: "container", argument: "Team") == ["y"])
    #expect(
      service.reading("container.dockerLabels", of: "container", argument: "TEAM") == ["absent"]
    )
    let cluster = service.reading("cluster.settings", of: "cluster", argument: "containerInsights")
    #expect(cluster == ["enabled"])
  }

  @Test func `an absent field says in which object it would stand`() throws {
    let subject = try #require(service.subjects(of: "container").last)
    let nearest = try #require(subject.lookup(["container", "user"]).nearest)
    #expect(nearest.file.text(nearest.range).hasPrefix(#"{"Name": "b""#))
  }

  @Test func `every container is a subject and knows its task definition`() {
    let subjects = service.subjects(of: "container")
    #expect(subjects.map(\.name) == ["a", "b"])
    #expect(subjects.map { $0.reading("taskDefinition.family") } == [["web"], ["web"]])
  }

  @Test func `containers that are not known as a whole make one unknown subject`() {
    let inventory = Samples.inventory(
      """
      {"T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": {"Unknown": "X"}}},
       "U": {"Type": "AWS::ECS::TaskDefinition", "Properties": {}}}
      """
    )
    #expect(inventory.subjects(of: "container").count == 1)
    for field in ["container.privileged", "container.runsAsRoot", "container.image.tag"] {
      #expect(inventory.reading(field, of: "container") == ["?"])
    }
  }

  @Test func `a name outside the sources is unknown, not absent`() {
    let inventory = Samples.inventory(
      """
      {"S": {"Type": "AWS::ECS::Service", "Properties": {"Cluster": "elsewhere",
        "TaskDefinition": {"Partial": ["arn:aws:ecs:", {"Pseudo": "AWS::Region"}, ":task-definition/x"]}}}}
      """
    )
    #expect(inventory.reading("service.cluster.configuration.x", of: "service") == ["?"])
    #expect(inventory.reading("service.taskDefinition.pidMode", of: "service") == ["?"])
  }

  @Test(arguments: [
    ("web", ["one"]), ("web:2", ["two"]),
    ("arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2", ["two"]),
    ("arn:aws:ecs:eu-west-1:999999999999:task-definition/web:2", ["?"]), ("other", ["?"]),
  ])
  func `a text names a resource by its name, revision or ARN`(text: String, expected: [String]) {
    let arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web"
    func definition(_ revision: Int, _ name: String) -> String {
      """
      {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": "web", "Revision": \(revision),
        "TaskDefinitionArn": "\(arn):\(revision)", "ContainerDefinitions": [{"Name": "\(name)"}]}}
      """
    }
    let inventory = Samples.inventory(
      """
      {"A": \(definition(1, "one")), "B": \(definition(2, "two")),
       "S": {"Type": "AWS::ECS::Service", "Properties": {"TaskDefinition": "\(text)"}}}
      """
    )
    let reading = inventory.reading(
      "service.taskDefinition.containerDefinitions.name",
      of: "service"
    )
    #expect(reading == expected)
  }
}
