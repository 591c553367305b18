import Inventory
import SourceText
import Templates
import Testing

@Suite struct TerraformPlanTests {
  private static let service = #"module.web["a"].aws_ecs_service.app"#
  private static let task = #"module.web["a"].aws_ecs_task_definition.app[0]"#

  private func plan() throws -> DeploymentUnit {
    try #require(units(PlanSample.plan, path: "plan.json").first)
  }

  private func resource(_ address: String, of unit: DeploymentUnit) throws -> Resource {
    try #require(unit.inventories[0][ResourceID(address)], "\(address)")
  }

  @Test func `what exists after the plan is judged, under its address`() throws {
    let unit = try plan()
    #expect(unit.format == .terraformPlan)
    #expect(unit.codes == [])
    #expect(unit.hidesText)
    #expect(
      unit.resourceNames == [
        "aws_ecs_cluster.main", "aws_iam_role.task", Self.service, Self.task,
        #"module.web["a"].aws_security_group.web"#,
      ]
    )
    let kinds = unit.inventories[0].resources.map(\.kind)
    #expect(kinds == [.cluster, .role, .service, .taskDefinition, .securityGroup])
  }

  @Test func `a value stands at its place in the plan`() throws {
    let service = try resource(Self.service, of: plan())
    let value = try #require(
      service.properties["networkConfiguration"]?["awsvpcConfiguration"]?["assignPublicIp"]
    )
    #expect(value.text == "ENABLED")
    #expect(value.owner == "true")
    #expect(value.origin?.position.line == 50)
    #expect(value.origin?.position.column == 40)
    #expect(service.location.position.line == 41)
  }

  @Test func `JSON in a text is read, each part at the place of the text`() throws {
    let task = try resource(Self.task, of: plan())
    let container = try #require(task.properties["containerDefinitions"]?.list?.first)
    #expect(container["privileged"]?.content == .bool(true))
    #expect(container["privileged"]?.origin?.position.line == 63)
    #expect(container["privileged"]?.owner?.hasPrefix(#""[{\"environment\""#) == true)
  }

  @Test func `an argument that nobody gave is absent`() throws {
    let unit = try plan()
    let task = try resource(Self.task, of: unit).properties
    #expect(task["ipcMode"] == nil)
    #expect(task["pidMode"] == nil)
    #expect(task["volumes"]?.brief == "[{name: data}]")
    #expect(try resource("aws_iam_role.task", of: unit).properties["Description"] == nil)
    #expect(try resource("aws_ecs_cluster.main", of: unit).properties["configuration"] == nil)
  }

  @Test func `an argument that is known after the apply is the attribute it refers to`() throws {
    let unit = try plan()
    let service = try resource(Self.service, of: unit).properties
    #expect(service["taskDefinition"]?.brief == "<\(Self.task).arn>")
    #expect(
      service["networkConfiguration"]?["awsvpcConfiguration"]?["securityGroups"]?.brief
        == #"[<module.web["a"].aws_security_group.web.id>]"#
    )
    let task = try resource(Self.task, of: unit).properties
    #expect(task["taskRoleArn"]?.brief == "<aws_iam_role.task.arn>")
    #expect(
      task["executionRoleArn"]?.unknownReason == .attribute("\(Self.task).execution_role_arn")
    )
    #expect(task["executionRoleArn"]?.origin?.position.line == 144)
  }

  @Test func `a map whose only member is not known is there`() throws {
    let text = PlanSample.plan.replacing(
      #""tags": null"#,
      with: #""tags": {}"#
    ).replacing(
      "\"after\": {\"name\": \"main\"},\n        \"after_unknown\": {}",
      with: #""after": {"name": "main"}, "after_unknown": {"tags": {"Owner": true}}"#
    )
    let unit = try #require(units(text, path: "plan.json").first)
    let tags = try resource("aws_ecs_cluster.main", of: unit).properties["tags"]
    #expect(tags?.list?.compactMap { $0["key"]?.text } == ["Owner"])
    let reason = UnknownReason.attribute("aws_ecs_cluster.main.tags.Owner")
    #expect(tags?.list?.first?["value"]?.unknownReason == reason)
  }
}
