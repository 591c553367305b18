import Inventory
import SourceText
import Templates
import Testing

@Suite struct TaskDefinitionTests {
  static let plain = """
    {"family": "web", "environment": null, "containerDefinitions": [
      {"name": "app", "image": "<IMAGE1_NAME>", "environment": [], "command": ["echo", "<b>"]}]}
    """

  @Test func `register input is one task definition named by its family`() throws {
    let unit = try #require(units(Self.plain, path: "taskdef.json").first)
    #expect(unit.format == .taskDefinition)
    #expect(unit.codes == [])
    #expect(unit.resourceNames == ["web"])
    let resource = unit.inventories[0].resources[0]
    #expect(resource.kind == .taskDefinition)
    let container = resource.properties["containerDefinitions"]?.list?[0]
    #expect(container?["image"]?.unknownReason == .placeholder("<IMAGE1_NAME>"))
    #expect(container?["command"]?.brief == "[echo, <b>]")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a hundred thousand placeholders are read in one pass`() throws {
    let image = String(repeating: "<A>", count: 100_000)
    let text = #"{"containerDefinitions": [{"name": "a", "image": "\#(image)"}]}"#
    let unit = try #require(units(text, path: "td.json").first)
    let value = unit.inventories[0].resources[0].properties["containerDefinitions"]?.list?[0][
      "image"
    ]
    guard case .partial(let pieces)? = value?.content else {
      Issue.record("the image is not known in part")
      return
    }
    #expect(pieces.count == 100_000)
  }

  @Test(arguments: [
    ("repo/app:<IMAGE_TAG>", "repo/app:?placeholder(<IMAGE_TAG>)"),
    ("${ECR}/app:${TAG}", "?placeholder(${ECR})/app:?placeholder(${TAG})"),
    ("{{ image }}", "?placeholder({{ image }})"),
    ("nginx:1.27", "nginx:1.27"),
    ("a<b>c<<X>${", "a<b>c<?placeholder(<X>)${"),
  ])
  func `placeholders in an image are unknown pieces`(image: String, expected: String) throws {
    let text = """
      {"containerDefinitions": [{"name": "a", "image": "\(image)", "command": ["${HOME}"]}]}
      """
    let unit = try #require(units(text, path: "x/td.json").first)
    let container = unit.inventories[0].resources[0].properties["containerDefinitions"]?.list?[0]
    #expect(container?["image"]?.brief == expected)
    #expect(container?["command"]?.brief == "[${HOME}]")
    #expect(unit.resourceNames == ["td.json"])
  }

  @Test func `the answer of describe-task-definition brings its tags`() throws {
    let text = """
      {"taskDefinition": \(Self.plain), "tags": [{"key": "team", "value": "a"}]}
      """
    let unit = try #require(units(text, path: "d.json").first)
    #expect(unit.resourceNames == ["web"])
    #expect(
      unit.inventories[0].resources[0].properties["tags"]?.brief == "[{key: team, value: a}]"
    )
  }

  @Test func `a list of task definitions keeps every revision`() throws {
    let text = """
      [{"family": "w", "revision": 2, "containerDefinitions": []},
       {"family": "w", "revision": 1, "containerDefinitions": []},
       {"containerDefinitions": null}]
      """
    let unit = try #require(units(text, path: "all.json").first)
    #expect(unit.resourceNames == ["w", "w:1", "all.json"])
  }

  @Test func `a bare list of containers leaves the task itself unknown`() throws {
    let text = "[{name: a, image: b, privileged: true}, {Name: c, Image: d}]"
    let unit = try #require(units(text, path: "containers.yaml").first)
    let task = unit.inventories[0].resources[0].properties
    #expect(task["containerDefinitions"]?.list?.count == 2)
    #expect(task["networkMode"]?.unknownReason == .outside("taskDefinition"))
  }

  @Test func `keys in CloudFormation's spelling are understood`() throws {
    let text = "{Family: f, ContainerDefinitions: [{Name: a, Image: b, User: root}]}"
    let unit = try #require(units(text, path: "td.yaml").first)
    #expect(unit.resourceNames == ["f"])
    #expect(
      unit.inventories[0].resources[0].properties["containerDefinitions"]?.list?[0]["user"]?.brief
        == "root"
    )
  }

  @Test func `a value of the wrong type is unknown, and reported where it stands`() throws {
    let text = """
      {"family": "w",
       "containerDefinitions": [
        {"name": "a", "image": ["x"],
         "environment": "A=1"},
        "oops"],
       "volumes": {}}
      """
    let unit = try #require(units(text, path: "td.json").first)
    #expect(unit.codes == Array(repeating: "task-definition.wrong-type", count: 4))
    #expect(unit.diagnostics.compactMap { $0.location?.position.line }.sorted() == [3, 4, 5, 6])
    let task = unit.inventories[0].resources[0].properties
    #expect(task["volumes"]?.unknownReason == .malformed(expected: "list"))
    #expect(
      task["containerDefinitions"]?.list?[0]["environment"]?.unknownReason
        == .malformed(expected: "list")
    )
  }

  @Test func `every document of a stream is judged`() {
    let text = """
      family: a
      containerDefinitions: []
      ---
      apiVersion: v1
      kind: Pod
      ---
      AWSTemplateFormatVersion: "2010-09-09"
      Resources: {C: {Type: AWS::ECS::Cluster}}
      """
    let found = units(text)
    #expect(found.map(\.format) == [.taskDefinition, .cloudFormation])
    #expect(found.map(\.resourceNames) == [["a"], ["C"]])
  }
}
