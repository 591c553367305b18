import Inventory
import SourceText
import Syntax
import Templates
import Testing

@Suite struct RobustnessTests {
  @Test(arguments: [
    "", "   \n", "---\n---\n", "[]", "{}", "null", "42", "{\"name\": \"x\", \"version\": \"1\"}",
    "services:\n  web: {port: 80}\n", "apiVersion: v1\nkind: Pod\nspec: {containers: []}\n",
    "Resources: [{TargetService: {Type: AWS::ECS::Service}}]", "Resources: {a: {Type: plain}}",
    "[1, 2]", "- name: only\n",
    "[{name: Chair, image: chair.png, cpu: 1}]", "[{name: Chair, image: 'https://x/y'}]",
    "[{name: Chair, image: c1, price: 20}]",
  ])
  func `a file of another trade is left alone`(text: String) {
    #expect(units(text).isEmpty)
  }

  @Test(arguments: [
    "Resources: []", "Resources: text", "Resources: {A: 1}", "Resources: {A: {Type: 5}}",
    "Resources: {A: {}}", "Resources: {A: {Type: AWS::ECS::Cluster, Properties: text}}",
    "Resources: {A: {Type: AWS::ECS::Cluster, Condition: [x]}}",
    "Resources: {A: {Type: AWS::ECS::Cluster, Condition: Nope}}",
    "Parameters: []\nResources: {}", "Conditions: 5\nResources: {}", "Mappings: [x]",
    "Conditions: {A: 5}\nResources: {A: {Type: AWS::ECS::Cluster, Condition: A}}",
    "Conditions: {A: !Not x}\nResources: {A: {Type: AWS::ECS::Cluster, Condition: A}}",
    "Resources: {Fn::ForEach::X: [a]}",
    "Resources: {A: {Type: AWS::ECS::Cluster, Properties: {X: !Sub [1, 2, 3]}, DependsOn: 7}, B: 1}",
    "Resources: {A: {Type: AWS::ECS::Cluster, Properties: {X: !GetAtt nodot}}}",
    "Resources: {A: {Type: AWS::ECS::Cluster, Properties: {X: {Ref: {Ref: A}}}}}",
    "Resources: {A: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: x}}}",
  ])
  func `a value of the wrong type is reported, never fatal`(text: String) throws {
    let unit = try #require(units("AWSTemplateFormatVersion: \"2010-09-09\"\n" + text).first)
    #expect(!unit.diagnostics.isEmpty)
    #expect(unit.inventories.count >= 1)
  }

  @Test func `a template without resources is an empty inventory`() throws {
    let unit = try #require(units("AWSTemplateFormatVersion: \"2010-09-09\"").first)
    #expect(unit.inventories.map(\.resources.count) == [0])
  }

  @Test(arguments: [
    (String(repeating: "[", count: 480), String(repeating: "]", count: 480)),
    (String(repeating: #"{"a":"#, count: 480), "1" + String(repeating: "}", count: 480)),
    (
      String(repeating: #"{"Fn::Base64":"#, count: 480), "1" + String(repeating: "}", count: 480)
    ),
  ])
  func `deep nesting neither crashes nor hangs`(open: String, close: String) throws {
    let text = """
      {"Resources": {"A": {"Type": "AWS::ECS::Cluster", "Properties": {"X": \(open)\(close)}}}}
      """
    let unit = try #require(units(text, path: "deep.json").first)
    #expect(unit.resourceNames == ["A"])
    let task = "{\"containerDefinitions\": [{\"name\": \(open)\(close)}]}"
    #expect(units(task, path: "deep.json").first?.resourceNames == ["deep.json"])
  }

  @Test func `resources that refer to each other in a circle are reported once`() throws {
    let text = """
      Resources:
        A: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: !Ref B}}
        B: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: !Sub "x${C}"}}
        C: {Type: AWS::EC2::SecurityGroup, Properties: {Tags: [{Key: k, Value: !GetAtt A.Id}]}}
        D: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: !Ref A}}
      """
    let unit = try #require(units(text).first)
    #expect(
      unit.diagnostics.map { "\($0.code) \($0.text.en)" }
        == ["cloudformation.circular A refers to itself, directly or through others."]
    )
    #expect(unit.resourceNames == ["A", "B", "C", "D"])
  }

  @Test func `a chain of thousands of conditions ends`() throws {
    let chain = (0..<5_000).map { "  C\($0): !Not [!Condition C\($0 + 1)]\n" }.joined()
    let text =
      "Conditions:\n\(chain)  C5000: !Equals [a, b]\n"
      + "Resources: {A: {Type: AWS::ECS::Cluster, Condition: C0}}\n"
    let unit = try #require(units(text).first)
    #expect(unit.resourceNames == ["A"])
    #expect(unit.codes == ["template.too-large"])
  }

  @Test func `aliases that multiply end with a report`() throws {
    var text = "family: f\nx0: &a0 [x, x]\n"
    for level in 1...40 {
      text += "x\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    text += "containerDefinitions: [*a40, *a16]\n"
    let tree = Templates.parse(SourceFile(path: "bomb.yaml", text: text))
    let options = TemplateOptions(maximumValues: 10_000)
    let unit = try #require(Templates.read(tree, options: options).first)
    #expect(unit.codes.contains("template.too-large"))
    #expect(!(tree.diagnostics + unit.diagnostics).isEmpty)
    #expect(unit.resourceNames == ["f"])
  }

  @Test func `a conversion stops where its budget ends`() throws {
    let tree = Templates.parse(SourceFile(path: "l.yaml", text: "[a, b, [c, d]]"))
    var budget = ValueBudget(4)
    let value = Value(try #require(tree.root), budget: &budget)
    #expect(value.brief == "[a, b, [?tooLarge(l.yaml), ?tooLarge(l.yaml)]]")
    #expect(budget.isSpent)
  }

  @Test func `a template with more values than the budget is cut off and reported`() throws {
    let many = (0..<100).map { "N\($0)" }.joined(separator: ",")
    let text = """
      {"Transform": "AWS::LanguageExtensions", "Resources": {"Fn::ForEach::L": ["X",
        \(many.split(separator: ",").map(String.init)), {"C${X}": {"Type": "AWS::SNS::Topic",
        "Properties": {"P": \((0..<200).map { $0 })}}}]}}
      """
    let unit = try #require(units(text, path: "big.json", maximumValues: 10_000).first)
    #expect(unit.codes == ["template.too-large"])
    #expect(unit.inventories[0].resources.count == 100)
  }

  @Test(arguments: [
    ("AWSTemplateFormatVersion: x", true), ("{\"Resources\": {\"A\": \"AWS::X\"}}", true),
    ("{\"containerDefinitions\": []}", true), ("ContainerDefinitions: []", true),
    ("# c\n[{\"name\": \"a\", \"image\": \"b\"}]", true), ("\u{FEFF}- name: a\n  image: b", true),
    ("{\"name\": \"a\", \"image\": \"b\"}", false), ("services: {web: {image: x}}", true),
    ("", false), ("Resources", false), ("ontainerDefinition", false),
  ])
  func `the look at the bytes never loses a template`(text: String, expected: Bool) {
    #expect(Templates.recognises(Array(text.utf8)) == expected)
  }
}
