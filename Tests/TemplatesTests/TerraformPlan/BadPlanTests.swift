import Inventory
import SourceText
import Syntax
import Templates
import Testing

@Suite struct BadPlanTests {
  private func read(_ text: String) throws -> DeploymentUnit {
    try #require(units(text, path: "plan.json").first)
  }

  @Test func `a plan of a later major version is refused`() throws {
    let unit = try read(PlanSample.plan.replacing(#""1.2""#, with: #""2.0""#))
    #expect(unit.codes == ["terraform-plan.unsupported-format"])
    #expect(unit.diagnostics[0].severity == .error)
    #expect(unit.diagnostics[0].location?.position.line == 2)
    #expect(unit.diagnostics[0].text.en.contains("2.0"))
    #expect(unit.resourceNames == [])
  }

  @Test(arguments: ["0.1", "0.2", "1.0", "1.9"])
  func `earlier and later minor versions are read`(version: String) throws {
    let unit = try read(PlanSample.plan.replacing(#""1.2""#, with: "\"\(version)\""))
    #expect(unit.codes == [])
    #expect(unit.resourceNames.count == 5)
  }

  @Test func `a plan that failed is judged as far as it goes, with a warning`() throws {
    let failed = PlanSample.plan.replacing(#""errored": false"#, with: #""errored": true"#)
    let unit = try read(failed)
    #expect(unit.codes == ["terraform-plan.errored"])
    #expect(unit.resourceNames.count == 5)
    let part = PlanSample.plan.replacing(#""errored": false"#, with: #""complete": false"#)
    #expect(try read(part).codes == ["terraform-plan.incomplete"])
  }

  @Test func `a plan without planned values is read by its changes`() throws {
    let text = """
      {
        "format_version": "1.2",
        "resource_changes": [
          {
            "address": "aws_ecs_cluster.main", "mode": "managed", "type": "aws_ecs_cluster",
            "change": {
              "actions": ["update"], "before": {"name": "old"}, "after": {"name": "main"},
              "after_unknown": {"arn": true}
            }
          },
          {
            "address": "aws_ecs_cluster.gone", "mode": "managed", "type": "aws_ecs_cluster",
            "change": {"actions": ["forget"], "before": {"name": "gone"}, "after": null}
          }
        ]
      }
      """
    let unit = try read(text)
    #expect(unit.codes == ["terraform-plan.missing-section"])
    #expect(unit.diagnostics[0].severity == .warning)
    #expect(unit.resourceNames == ["aws_ecs_cluster.main"])
    let cluster = unit.inventories[0].resources[0].properties
    #expect(cluster["clusterName"]?.text == "main")
    #expect(cluster["clusterArn"]?.unknownReason == .attribute("aws_ecs_cluster.main.arn"))
  }

  @Test(arguments: [
    (#"{"format_version": "1.2", "configuration": {}}"#, "terraform-plan.missing-section"),
    (#"{"format_version": "1.2", "planned_values": []}"#, "terraform-plan.missing-section"),
    (#"{"format_version": 1.2, "planned_values": {"root_module": {}}}"#, nil),
    (#"{"format_version": "1.2", "planned_values": {"root_module": {}}}"#, nil),
    (
      #"{"format_version": "1.2", "planned_values": {"root_module": {"resources": {}}}}"#,
      "terraform-plan.unreadable-part"
    ),
    (
      #"{"format_version": "1.2", "planned_values": {"root_module": {"resources": [1]}}}"#,
      "terraform-plan.unreadable-part"
    ),
    (
      #"{"format_version": "1.2", "planned_values": {"root_module": {"child_modules": [3]}}}"#,
      "terraform-plan.unreadable-part"
    ),
    (#"{"format_version": "1.0", "values": {}}"#, "terraform-plan.missing-section"),
    (#"{"version": 4, "serial": 1, "lineage": "x"}"#, "terraform-plan.missing-section"),
    (
      #"{"version": 4, "serial": 1, "lineage": "x", "resources": [{"type": "a"}]}"#,
      "terraform-plan.unreadable-part"
    ),
    (
      #"{"@level":"info","@message":"Terraform 1.9","terraform":"1.9","type":"version"}"#,
      "terraform-plan.log"
    ),
  ])
  func `sections that are missing or of the wrong type are reported`(
    text: String,
    code: String?
  ) throws {
    #expect(try read(text).codes == [code].compactMap(\.self))
  }

  @Test func `of a thousand faults the first are told`() throws {
    let faults = Array(repeating: "1", count: 1_000).joined(separator: ",")
    let text =
      #"{"format_version": "1.2", "planned_values": {"root_module": {"resources": [\#(faults)]}}}"#
    #expect(try read(text).codes.count == 20)
  }

  @Test func `a plan that breaks off is read up to there`() throws {
    let text = PlanSample.plan
    for end in stride(from: 0, to: text.utf8.count, by: 97) {
      let part = String(decoding: text.utf8.prefix(end), as: UTF8.self)
      let tree = Templates.parse(SourceFile(path: "plan.json", text: part))
      let found = Templates.read(tree)
      #expect(tree.hasErrors)
      #expect(found.count <= 1)
      for value in found.flatMap(\.inventories).flatMap(\.resources) {
        #expect(value.properties.object != nil)
      }
    }
  }

  @Test func `values of any type in any place do no harm`() {
    let odd = ["null", "true", "7", "\"\"", "[]", "{}", "[[null]]", #"{"a": {"b": true}}"#]
    let places = [
      "planned_values", "root_module", "resources", "child_modules", "address", "type", "values",
      "sensitive_values", "resource_changes", "change", "after_unknown", "after_sensitive",
      "actions", "configuration", "expressions", "references", "module_calls", "module",
      "network_configuration", "security_groups", "container_definitions",
    ]
    for place in places {
      for value in odd {
        let text = PlanSample.plan.replacing(
          "\"\(place)\": ",
          with: "\"\(place)\": \(value), \"x\": "
        )
        let found = units(text, path: "plan.json")
        #expect(found.count <= 1, "\(place) \(value)")
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `deep modules and circles of variables come to an end`() throws {
    var module = #"{"resources": []}"#
    for _ in 0..<150 { module = #"{"child_modules": [\#(module)]}"# }
    let deep = #"{"format_version": "1.2", "planned_values": {"root_module": \#(module)}}"#
    #expect(try read(deep).codes == [])
    let circular = PlanSample.plan
      .replacing(
        #""outputs": {}"#,
        with: #""outputs": {"r": {"expression": {"references": ["var.role"]}}}"#
      )
      .replacing(
        #"["aws_iam_role.task.arn", "aws_iam_role.task"]"#,
        with: #"["module.web.r", "module.web"]"#
      )
    let unit = try read(circular)
    let task = unit.inventories[0].resources.first { $0.kind == .taskDefinition }
    #expect(task?.properties["taskRoleArn"]?.unknownReason != nil)
  }

  @Test func `a budget that is spent is told, and what is left is not known`() throws {
    let found = units(PlanSample.plan, path: "plan.json", maximumValues: 20)
    let unit = try #require(found.first)
    #expect(unit.codes == ["template.too-large"])
    #expect(unit.resourceNames.count == 5)
    let last = unit.inventories[0].resources.last?.properties["GroupName"]
    #expect(last?.unknownReason == .tooLarge("plan.json"))
  }
}
