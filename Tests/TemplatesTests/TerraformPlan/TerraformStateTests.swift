import Inventory
import SourceText
import Syntax
import Templates
import Testing

@Suite struct TerraformStateTests {
  private func read(_ text: String, path: String = "terraform.tfstate") throws -> DeploymentUnit {
    try #require(units(text, path: path).first)
  }

  private func properties(_ address: String, of unit: DeploymentUnit) throws -> Value {
    try #require(unit.inventories[0][ResourceID(address)], "\(address)").properties
  }

  @Test func `the JSON form of a state has what exists`() throws {
    let unit = try read(StateSample.output, path: "state.json")
    #expect(unit.format == .terraformState)
    #expect(unit.hidesText)
    #expect(
      unit.resourceNames == [
        "aws_iam_role.task", "aws_ecs_task_definition.app", "data.aws_kms_key.main",
      ]
    )
    let task = try properties("aws_ecs_task_definition.app", of: unit)
    #expect(task["family"]?.text == "app")
    #expect(task["taskDefinitionArn"]?.origin?.position.line == 36)
  }

  @Test func `what a state calls secret is secret, down to the parts of its JSON`() throws {
    let unit = try read(StateSample.output, path: "state.json")
    let task = try properties("aws_ecs_task_definition.app", of: unit)
    let container = try #require(task["containerDefinitions"]?.list?.first)
    #expect(container["image"]?.text == "nginx")
    #expect(container["image"]?.isSensitive == true)
    #expect(task["family"]?.isSensitive == false)
  }

  @Test func `the default tags of the provider are among the tags`() throws {
    let unit = try read(StateSample.output, path: "state.json")
    let tags = try properties("aws_iam_role.task", of: unit)["Tags"]
    #expect(
      tags?.list?.compactMap { $0["Key"]?.text } == ["Team", "Empty", "Stage"]
    )
  }

  @Test func `a policy that is no JSON is not known, and is reported where it stands`() throws {
    let unit = try read(StateSample.output, path: "state.json")
    let policy = try properties("aws_iam_role.task", of: unit)["AssumeRolePolicyDocument"]
    #expect(policy?.unknownReason == .malformed(expected: "JSON"))
    #expect(unit.codes == ["terraform-plan.malformed-json"])
    #expect(unit.diagnostics[0].location?.position.line == 23)
    #expect(!unit.diagnostics[0].text.en.contains("not JSON"))
  }

  @Test func `the file of a state has instances with their keys`() throws {
    let unit = try read(StateSample.file)
    #expect(unit.codes == [])
    let service = #"module.web["a"].aws_ecs_service.app["x\"$${y"]"#
    #expect(
      unit.resourceNames == [service, "aws_ecs_cluster.main[0]", "data.aws_kms_alias.main"]
    )
    let network = try properties(service, of: unit)["networkConfiguration"]?["awsvpcConfiguration"]
    #expect(network?["assignPublicIp"]?.text == "ENABLED")
    #expect(network?["assignPublicIp"]?.origin?.position.line == 23)
    #expect(network?["subnets"]?.list?[0].isSensitive == true)
    #expect(network?["securityGroups"]?.list?[0].isSensitive == false)
  }

  @Test(arguments: [
    (#"{"version": 3, "serial": 1, "lineage": "x", "modules": [{"resources": {"a.b": {}}}]}"#, 1),
    (#"{"version": 5, "serial": 1, "lineage": "x", "resources": []}"#, 1),
  ])
  func `a state of another version is refused, with what to do`(text: String, line: Int) throws {
    let unit = try read(text)
    #expect(unit.codes == ["terraform-state.unsupported-version"])
    #expect(unit.diagnostics[0].severity == .error)
    #expect(unit.diagnostics[0].location?.position.line == line)
    #expect(unit.resourceNames == [])
  }

  @Test func `an encrypted state is refused`() throws {
    let text =
      #"{"serial":1,"lineage":"x","meta":{},"encrypted_data":"AAAA","encryption_version":"v0"}"#
    #expect(try read(text).codes == ["terraform-state.encrypted"])
  }

  @Test func `an empty state is a state`() throws {
    let unit = try read(#"{"format_version": "1.0", "terraform_version": "1.9.8"}"#, path: "s.json")
    #expect(unit.codes == [])
    #expect(unit.resourceNames == [])
  }

  @Test(arguments: [
    #"{"version": 3, "serial": 1, "lineage": "x", "backend": {"type": "s3"}, "modules": []}"#,
    #"{"format_version": "1.0", "provider_schemas": {}}"#,
    #"{"format_version": "1.0", "valid": true, "diagnostics": []}"#,
    #"{"version": 4, "name": "package", "serial": 1}"#,
    #"{"format_version": "1.0", "function_signatures": {}}"#,
  ])
  func `other files of Terraform are of another trade`(text: String) {
    #expect(units(text, path: "terraform.tfstate").isEmpty)
  }

  @Test(arguments: [PlanSample.plan, StateSample.output, StateSample.file])
  func `a plan or a state is worth parsing`(text: String) {
    #expect(Templates.recognises(Array(text.utf8)))
  }
}
