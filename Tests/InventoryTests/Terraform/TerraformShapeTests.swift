import Inventory
import SourceText
import Testing

@Suite struct TerraformShapeTests {
  @Test(arguments: [
    ("aws_ecs_service.web", "{}", "desiredCount", "0"),
    ("aws_ecs_service.web", #"{"desired_count": null}"#, "desiredCount", "0"),
    ("aws_ecs_service.web", #"{"desired_count": {"Unknown": "n"}}"#, "desiredCount", "?"),
    ("aws_ecs_service.web", #"{"scheduling_strategy": "DAEMON"}"#, "desiredCount", "absent"),
    ("aws_cloudtrail.main", "{}", "IsLogging", "true"),
    ("aws_cloudtrail.main", #"{"enable_logging": false}"#, "IsLogging", "false"),
    ("aws_cloudtrail.main", "{}", "IsMultiRegionTrail", "absent"),
    ("aws_guardduty_detector.main", "{}", "Enable", "true"),
  ])
  func `what the provider sets by itself counts`(
    address: String,
    properties: String,
    member: String,
    expected: String
  ) throws {
    let inventory = TerraformSamples.inventory(#"{"\#(address)": \#(properties)}"#)
    let resource = try #require(inventory.resources.first)
    #expect((resource.properties[member]?.shown ?? "absent") == expected)
  }

  @Test func `a service that is scaled from outside may run any number of tasks`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_service.web": {"name": "web"},
      "aws_appautoscaling_target.web": {"min_capacity": 2}}
      """
    )
    #expect(inventory.reading("service.desiredCount", of: "service") == ["absent"])
  }

  @Test func `a cluster has the settings of its account`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_account_setting_default.insights": {"name": "containerInsights",
        "value": "enhanced"},
      "aws_ecs_cluster.one": {"name": "one"},
      "aws_ecs_cluster.two": {"name": "two",
        "setting": [{"name": "containerInsights", "value": "disabled"}]}}
      """
    )
    let values = inventory.subjects(of: "cluster").map {
      $0.lookup(["cluster", "settings"], argument: "containerInsights").values.map(\.shown)
    }
    #expect(values == [["enhanced"], ["disabled"]])
  }

  @Test(arguments: [
    ("aws_ecs_task_definition.x", #"{"volume": {"Unknown": "v"}}"#, "volumes"),
    (
      "aws_ecs_task_definition.x", #"{"container_definitions": {"Unknown": "v"}}"#,
      "containerDefinitions"
    ),
    ("aws_ecs_task_definition.x", #"{"container_definitions": "[{"}"#, "containerDefinitions"),
    ("aws_ecs_service.x", #"{"load_balancer": {"Unknown": "v"}}"#, "loadBalancers"),
    ("aws_security_group.x", #"{"ingress": {"Unknown": "v"}}"#, "IpPermissions"),
    (
      "aws_ecr_repository.x", #"{"encryption_configuration": {"Unknown": "v"}}"#,
      "encryptionConfiguration"
    ),
  ])
  func `a block that is not known is not known in the shape`(
    address: String,
    properties: String,
    member: String
  ) {
    let inventory = TerraformSamples.inventory(#"{"\#(address)": \#(properties)}"#)
    #expect(inventory.resources.first?.properties[member]?.shown == "?")
  }

  @Test func `what is not known inside a block stays where it is`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_service.web": {"network_configuration": {"Unknown": "n"}},
      "aws_security_group.web": {"ingress": [{"cidr_blocks": {"Unknown": "c"}}]},
      "aws_iam_role.task": {"managed_policy_arns": {"Unknown": "p"}}}
      """
    )
    let field = "networkConfiguration.awsvpcConfiguration.assignPublicIp"
    #expect(inventory.reading("service.\(field)", of: "service") == ["?"])
    let range = inventory.reading(
      "securityGroup.IpPermissions.IpRanges.CidrIp",
      of: "securityGroup"
    )
    #expect(range == ["?"])
    #expect(inventory.reading("role.AttachedManagedPolicies.PolicyArn", of: "role") == ["?"])
  }

  @Test func `a block that no iteration made is absent, one too many is an error`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_service.web": {"network_configuration": [], "deployment_controller": [{}, {}],
        "tags_all": {"a": "b"}, "timeouts": [{}]}}
      """
    )
    let members = inventory.resources.first?.properties.object?.members.map(\.name)
    #expect(members == ["deploymentController", "desiredCount"])
    #expect(inventory.reading("service.deploymentController.type", of: "service") == ["?"])
  }

  @Test func `a value keeps its place, and a key its own`() throws {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecs_service.web": {"enable_execute_command": true,
        "network_configuration": [{"assign_public_ip": true}], "tags": {"Team": "a"}}}
      """
    )
    let service = try #require(inventory.resources.first?.properties)
    let flag = try #require(service.object?.member("enableExecuteCommand"))
    #expect(flag.key.map { $0.file.text($0.range) } == #""enable_execute_command""#)
    let network = service["networkConfiguration"]?["awsvpcConfiguration"]
    #expect(network?["assignPublicIp"]?.source == "true")
    #expect(network?.source == #"{"assign_public_ip": true}"#)
    let tag = try #require(service["tags"]?.list?.first)
    #expect(tag["key"]?.source == #""Team""#)
    #expect(tag["value"]?.source == #""a""#)
  }

  @Test(arguments: ["[]", #""text""#, "null", "1", #"{"Unknown": "p"}"#])
  func `arguments that are no object do no harm`(properties: String) {
    for type in TerraformSamples.everyType + ["aws_iam_role_policy_attachment", "aws_sns_topic"] {
      let inventory = TerraformSamples.inventory(#"{"\#(type).x": \#(properties)}"#)
      #expect(inventory.resources.count == 1)
    }
  }

  @Test func `an unknown type is kept as it is written`() {
    let inventory = TerraformSamples.inventory(#"{"aws_sns_topic.t": {"display_name": "t"}}"#)
    #expect(inventory.resources.first?.kind == .other)
    #expect(inventory.resources.first?.properties["display_name"]?.text == "t")
    #expect(!TerraformShape.knows("aws_sns_topic"))
    #expect(TerraformShape.knows("aws_ecr_repository_policy"))
  }

  @Test(arguments: [
    ("aws_iam_role", ["assume_role_policy", "inline_policy.policy"], "name"),
    ("aws_ecs_task_definition", ["container_definitions"], "family"),
    ("aws_sns_topic", [], nil),
  ])
  func `a type says which arguments hold JSON, and which is its id`(
    type: String,
    json: [String],
    identifier: String?
  ) {
    #expect(TerraformShape.jsonArguments(of: type).sorted() == json)
    #expect(TerraformShape.identifier(of: type) == identifier)
  }
}
