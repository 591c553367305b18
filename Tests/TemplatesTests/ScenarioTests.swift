import Inventory
import SourceText
import Templates
import Testing

@Suite struct ScenarioTests {
  static let template = """
    AWSTemplateFormatVersion: "2010-09-09"
    Parameters:
      Env: {Type: String, Default: dev}
      Debug: {Type: String, AllowedValues: ["yes", "no"]}
    Conditions:
      IsProd: !Equals [!Ref Env, prod]
      IsTest: !Equals [!Ref Env, test]
      IsSafe: !Or [!Condition IsProd, {Condition: IsTest}]
      Unused: !Equals [!Ref Debug, "yes"]
    Resources:
      Task:
        Type: AWS::ECS::TaskDefinition
        Properties:
          Family: !Ref Env
          ContainerDefinitions:
            - Name: web
              Image: nginx
              ReadonlyRootFilesystem: !If [IsSafe, true, false]
            - !If [IsProd, {Name: log, Image: fluent}, !Ref "AWS::NoValue"]
      Extra:
        Type: AWS::ECS::Cluster
        Condition: IsTest
    """

  @Test func `every way the conditions may turn out is judged once`() throws {
    let unit = try #require(units(Self.template).first)
    #expect(
      unit.scenarios == [
        [
          "IsProd=false: Env ≠ prod", "IsTest=false: Env ≠ test",
          "IsSafe=false: Env ≠ prod, Env ≠ test",
        ],
        ["IsProd=true: Env = prod", "IsTest=false: Env ≠ test", "IsSafe=true: Env = prod"],
        [
          "IsProd=false: Env ≠ prod", "IsTest=true: Env = test",
          "IsSafe=true: Env ≠ prod, Env = test",
        ],
      ]
    )
    let tasks = unit.inventories.map { $0[ResourceID("Task")]?.properties }
    let containers = tasks.map { $0?["containerDefinitions"]?.list ?? [] }
    #expect(containers.map(\.count) == [1, 2, 1])
    #expect(containers.map { $0[0]["readonlyRootFilesystem"]?.brief } == ["false", "true", "true"])
    #expect(tasks.map { $0?["family"]?.brief } == ["dev", "prod", "test"])
    #expect(unit.inventories.map { $0[ResourceID("Extra")] != nil } == [false, false, true])
    #expect(unit.conditions["IsSafe"] == ["Env"])
    #expect(unit.conditions["Unused"] == ["Debug"])
  }

  @Test func `a given parameter leaves one scenario`() throws {
    let unit = try #require(units(Self.template, parameters: ["Env": "prod"]).first)
    #expect(unit.scenarios == [[]])
    let container = unit.inventories[0][ResourceID("Task")]?.properties["containerDefinitions"]
    #expect(container?.list?.count == 2)
  }

  @Test func `two conditions on one parameter never hold against each other`() throws {
    let unit = try #require(units(Self.template).first)
    for inventory in unit.inventories {
      let holding = inventory.scenario.conditions.filter { $0.holds && $0.name != "IsSafe" }
      #expect(holding.count <= 1)
    }
  }

  @Test func `the value of a parameter is unknown where a scenario leaves several`() throws {
    let text = """
      Parameters:
        Env: {Type: String, AllowedValues: [dev, stg, prod]}
      Conditions:
        IsProd: !Equals [!Ref Env, prod]
      Resources:
        C:
          Type: AWS::ECS::Cluster
          Properties:
            ClusterName: !Sub "${Env}-cluster"
            Configuration: !If [IsProd, {a: 1}, !Ref "AWS::NoValue"]
      """
    let unit = try #require(units(text).first)
    let names = unit.inventories.map { $0[ResourceID("C")]?.properties["clusterName"]?.brief }
    #expect(names == ["?parameter(Env)-cluster", "prod-cluster"])
  }

  @Test func `an allowed value without a default is a scenario of its own`() throws {
    let text = """
      Parameters:
        Public: {Type: String, AllowedValues: [ENABLED, DISABLED]}
      Resources:
        C:
          Type: AWS::ECS::Cluster
          Properties: {ClusterName: !Ref Public}
      """
    let unit = try #require(units(text).first)
    #expect(
      unit.scenarios == [["Public=true: Public = ENABLED"], ["Public=true: Public = DISABLED"]]
    )
    let owners = unit.inventories.map { $0[ResourceID("C")]?.properties["clusterName"]?.owner }
    #expect(owners == ["ENABLED", "DISABLED"])
  }

  @Test func `conditions that no judged resource depends on do not multiply`() throws {
    let text = """
      Parameters: {A: {Type: String}}
      Conditions: {X: !Equals [!Ref A, "1"]}
      Resources:
        F: {Type: AWS::SNS::Topic, Condition: X, Properties: {TopicName: !If [X, a, b]}}
        C: {Type: AWS::ECS::Cluster}
      """
    let unit = try #require(units(text).first)
    #expect(unit.scenarios == [[]])
    #expect(unit.resourceNames == ["F", "C"])
    let topic = unit.inventories[0][ResourceID("F")]?.properties["TopicName"]
    #expect(topic?.unknownReason != nil)
  }

  @Test func `regions are told apart only where a condition names them`() throws {
    let text = """
      Conditions: {InTokyo: !Equals [ap-northeast-1, !Ref "AWS::Region"]}
      Resources:
        C: {Type: AWS::ECS::Cluster, Condition: InTokyo, Properties: {ClusterName: !Ref "AWS::Region"}}
        D: {Type: AWS::ECS::Cluster}
      """
    let unit = try #require(units(text).first)
    #expect(
      unit.scenarios == [
        ["InTokyo=true: AWS::Region = ap-northeast-1"],
        ["InTokyo=false: AWS::Region ≠ ap-northeast-1"],
      ]
    )
    let name = unit.inventories[0][ResourceID("C")]?.properties["clusterName"]
    #expect(name?.brief == "ap-northeast-1")
  }

  @Test func `too many combinations fall back to the defaults and one change each`() throws {
    let names = (1...8).map { "P\($0)" }
    let text =
      "Parameters:\n" + names.map { "  \($0): {Type: String, Default: 'off'}\n" }.joined()
      + "Conditions:\n" + names.map { "  C\($0): !Equals [!Ref \($0), 'on']\n" }.joined()
      + "Resources:\n"
      + names.map { "  R\($0): {Type: AWS::ECS::Cluster, Condition: C\($0)}\n" }.joined()
      + "  R: {Type: AWS::ECS::Cluster}\n"
    let unit = try #require(units(text).first)
    #expect(unit.codes == ["cloudformation.too-many-scenarios"])
    #expect(unit.inventories.map(\.resources.count) == [1] + Array(repeating: 2, count: 8))
  }

  @Test func `what conditions compare is named as it is written`() throws {
    let text = """
      Mappings: {M: {us-east-1: {main: "yes"}}}
      Parameters: {List: {Type: CommaDelimitedList, Default: ""}}
      Conditions:
        IsMain: !Equals [!FindInMap [M, !Ref "AWS::Region", main], "yes"]
        HasList: !Not [{"Fn::Equals": [{"Fn::Join": ["", {Ref: List}]}, ""]}]
        Never: !Equals [!Ref "AWS::NoValue", x]
      Resources:
        C: {Type: AWS::ECS::Cluster, Condition: IsMain}
        D: {Type: AWS::ECS::Cluster, Condition: HasList}
        E: {Type: AWS::ECS::Cluster, Condition: Never}
      """
    let unit = try #require(units(text).first)
    #expect(
      Set(unit.scenarios.flatMap(\.self)) == [
        "IsMain=false: !FindInMap [M, !Ref \"AWS::Region\", main] ≠ yes",
        "IsMain=true: !FindInMap [M, !Ref \"AWS::Region\", main] = yes",
        "HasList=false: {\"Fn::Join\": [\"\", {Ref: List}]} = \"\"",
        "HasList=true: {\"Fn::Join\": [\"\", {Ref: List}]} ≠ \"\"",
      ]
    )
    #expect(unit.inventories.count == 4)
  }

  @Test func `a condition that needs itself is reported and left open`() throws {
    let text = """
      Conditions:
        A: !Not [!Condition B]
        B: !And [!Condition A, !Condition A]
      Resources:
        C: {Type: AWS::ECS::Cluster, Condition: A, Properties: {ClusterName: !If [B, x, y]}}
      """
    let unit = try #require(units(text).first)
    #expect(unit.codes == ["cloudformation.circular"])
    let name = unit.inventories[0][ResourceID("C")]?.properties["clusterName"]
    #expect(name?.unknownReason != nil)
  }
}
