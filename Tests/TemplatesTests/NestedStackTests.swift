import Inventory
import SourceText
import Templates
import Testing

@Suite struct NestedStackTests {
  static let parent = """
    AWSTemplateFormatVersion: "2010-09-09"
    Parameters: {Env: {Type: String, Default: dev}, Open: {Type: String}}
    Resources:
      Network:
        Type: AWS::CloudFormation::Stack
        Properties:
          TemplateURL: ./parts/network.yaml
          Parameters: {Env: !Ref Env, Tag: !Ref Open}
      Service:
        Type: AWS::ECS::Service
        Properties:
          ServiceName: !GetAtt Network.Outputs.Name
          Cluster: !GetAtt Network.Outputs.Cluster
          Role: !GetAtt Network.Outputs.Missing
    """

  static let child = """
    Parameters: {Env: {Type: String}, Tag: {Type: String}}
    Conditions: {HasTag: !Not [!Equals [!Ref Tag, ""]]}
    Resources:
      Cluster:
        Type: AWS::ECS::Cluster
        Properties: {ClusterName: !Sub "${Env}-${Tag}"}
      Tagged: {Type: AWS::ECS::Cluster, Condition: HasTag}
    Outputs:
      Name: {Value: !Sub "${Env}-svc"}
      Cluster: {Value: !GetAtt Cluster.Arn}
    """

  @Test func `a nested stack's resources and outputs take part`() throws {
    let unit = try #require(
      units(Self.parent, path: "infra/main.yaml", files: ["infra/parts/network.yaml": Self.child])
        .first
    )
    #expect(unit.included == ["infra/parts/network.yaml"])
    #expect(unit.inventories.count == 2)
    let all = try #require(unit.inventories.last)
    #expect(
      all.resources.map(\.id.path) == ["Network", "Network/Cluster", "Network/Tagged", "Service"]
    )
    #expect(
      all[ResourceID("Network/Cluster")]?.properties["clusterName"]?.brief
        == "dev-?parameter(Open)"
    )
    let service = all[ResourceID("Service")]?.properties
    #expect(service?["serviceName"]?.brief == "dev-svc")
    #expect(service?["serviceName"]?.origin?.file.path == "infra/parts/network.yaml")
    #expect(unit.codes == ["cloudformation.undefined-reference"])
    #expect(unit.scenarios.last == ["Network/HasTag=true: Tag ≠ \"\""])
  }

  @Test(arguments: [
    "https://s3.amazonaws.com/bucket/network.yaml", "s3://b/n.yaml", "/etc/passwd", "gone.yaml",
  ])
  func `a nested template that is not here is noted`(url: String) throws {
    let text = Self.parent.replacing("./parts/network.yaml", with: url)
    let unit = try #require(units(text).first)
    #expect(unit.codes == ["cloudformation.nested-stack-unread"])
    #expect(unit.included.isEmpty)
    let name = unit.inventories[0][ResourceID("Service")]?.properties["serviceName"]
    #expect(name?.brief == "<Network.Outputs.Name>")
  }

  @Test func `a stack that nests itself ends`() throws {
    let text = """
      Resources:
        Me: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: me.yaml}}
      """
    let unit = try #require(units(text, path: "me.yaml", files: ["me.yaml": text]).first)
    #expect(unit.codes == ["cloudformation.circular"])
    #expect(unit.resourceNames == ["Me"])
  }

  @Test func `stacks that nest many stacks that nest many end`() throws {
    func level(_ child: String) -> String {
      let stacks = (0..<30).map {
        "  S\($0): {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: \(child)}}\n"
      }
      return "Resources:\n" + stacks.joined()
    }
    var files = ["l0.yaml": Self.child]
    for number in 1...5 { files["l\(number).yaml"] = level("l\(number - 1).yaml") }
    let unit = try #require(units(level("l5.yaml"), files: files).first)
    #expect(unit.codes.contains("cloudformation.nested-stack-unread"))
    #expect(unit.included.count == 6)
  }

  @Test func `stacks that need each other's outputs are circular`() throws {
    let text = """
      Resources:
        A:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: c.yaml, Parameters: {P: !GetAtt B.Outputs.O}}
        B:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: c.yaml, Parameters: {P: !GetAtt A.Outputs.O}}
      """
    let child = """
      Parameters: {P: {Type: String}}
      Resources: {C: {Type: AWS::ECS::Cluster, Properties: {ClusterName: !Ref P}}}
      Outputs: {O: {Value: !Ref P}}
      """
    let unit = try #require(units(text, files: ["c.yaml": child]).first)
    #expect(unit.codes.contains("cloudformation.circular"))
    #expect(
      unit.inventories[0][ResourceID("A/C")]?.properties["clusterName"]?.unknownReason
        == .circular("B")
    )
  }

  @Test func `a serverless application with a local template is a nested stack`() throws {
    let text = """
      Transform: AWS::Serverless-2016-10-31
      Globals: {Function: {Timeout: 3, Environment: {Variables: {A: 1}}, Layers: [x]}}
      Resources:
        App: {Type: AWS::Serverless::Application, Properties: {Location: app.yaml}}
        F:
          Type: AWS::Serverless::Function
          Properties: {Environment: {Variables: {B: 2}}, Layers: [y], Role: !GetAtt FRole.Arn}
      """
    let unit = try #require(units(text, files: ["app.yaml": Self.child]).first)
    #expect(unit.format == .sam)
    #expect(unit.resourceNames.contains("App/Cluster"))
    #expect(
      unit.inventories[0][ResourceID("F")]?.properties.brief
        == "{Timeout: 3, Environment: {Variables: {A: 1, B: 2}}, Layers: [x, y],"
        + " Role: ?attribute(FRole)}"
    )
    #expect(unit.codes == [])
  }

  @Test func `a cloud assembly names its stacks, nested assemblies included`() throws {
    let manifest = """
      {"version": "36.0.0", "artifacts": {
        "App": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "App.template.json"}},
        "Tree": {"type": "cdk:tree", "properties": {"file": "tree.json"}},
        "assembly-Prod": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Prod"}},
        "assembly-Gone": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "gone"}}}}
      """
    let nested = """
      {"version": "36.0.0", "artifacts": {"S": {"type": "aws:cloudformation:stack",
        "properties": {"templateFile": "S.template.json"}}}}
      """
    let loader = DictionaryLoader(files: ["cdk.out/assembly-Prod/manifest.json": nested])
    let tree = Templates.parse(.init(path: "cdk.out/manifest.json", text: manifest))
    let assembly = try #require(CloudAssembly.read(tree, loader: loader))
    #expect(
      assembly.templates == ["cdk.out/App.template.json", "cdk.out/assembly-Prod/S.template.json"]
    )
    #expect(assembly.diagnostics.map(\.code) == ["cdk.manifest-unread"])
    #expect(units("{\"artifacts\": {}}", path: "manifest.json").isEmpty)
  }

  @Test func `a synthesized nested stack is found through its asset`() throws {
    let text = """
      {"Resources": {"N": {"Type": "AWS::CloudFormation::Stack",
        "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::URLSuffix"}]]}},
        "Metadata": {"aws:cdk:path": "App/N/Default", "aws:asset:path": "N.nested.template.json"}}}}
      """
    let child = """
      {"Resources": {"C": {"Type": "AWS::ECS::Cluster", "Metadata": {"aws:cdk:path": "App/N/C"}}}}
      """
    let files = ["cdk.out/N.nested.template.json": child]
    let unit = try #require(
      units(text, path: "cdk.out/App.template.json", files: files).first
    )
    #expect(unit.format == .cdk)
    #expect(unit.inventories[0].resources.map(\.constructPath) == ["App/N/Default", "App/N/C"])
  }
}
