import Inventory
import SourceText
import Templates
import Testing

@Suite struct LoopTests {
  @Test func `loops yield resources, properties and outputs`() throws {
    let text = """
      Transform: [AWS::LanguageExtensions]
      Parameters: {Names: {Type: CommaDelimitedList, Default: "a-1,b"}}
      Resources:
        Fn::ForEach::Outer:
          - X
          - !Ref Names
          - Fn::ForEach::Inner:
              - Y
              - [P, Q]
              - Base&{X}${Y}: {Type: AWS::SQS::Queue}
                Cluster&{X}${Y}:
                  Type: AWS::SNS::Topic
                  Properties:
                    ClusterName: !Sub "${X}-${Y}-${AWS::Region}"
                    Plain: "${X}"
                    Other: !Ref Y
                    Same: !GetAtt "Base&{X}${Y}.Arn"
                    Fn::ForEach::Props:
                      - Z
                      - [m, n]
                      - "Key${Z}": !Ref Z
      """
    let unit = try #require(units(text).first)
    #expect(
      unit.resourceNames == ["a1P", "a1Q", "bP", "bQ"].flatMap { ["Base\($0)", "Cluster\($0)"] }
    )
    let first = unit.inventories[0].resources[1].properties
    #expect(first["ClusterName"]?.brief == "a-1-P-?pseudoParameter(AWS::Region)")
    #expect(first["Plain"]?.brief == "a-1")
    #expect(first["Other"]?.brief == "P")
    #expect(first["Same"]?.brief == "<Basea1P.Arn>")
    #expect(first["Keym"]?.brief == "m")
    #expect(first["Keyn"]?.brief == "n")
    #expect(unit.codes == [])
  }

  @Test func `a loop over something unknown stands for all its passes`() throws {
    let text = """
      Parameters: {Names: {Type: CommaDelimitedList}}
      Resources:
        Fn::ForEach::L:
          - X
          - !Ref Names
          - C${X}: {Type: AWS::ECS::Cluster, Properties: {ClusterName: !Ref X}}
      """
    let unit = try #require(units(text).first)
    #expect(unit.resourceNames == ["C${X}"])
    #expect(
      Set(unit.codes) == [
        "cloudformation.foreach-without-transform", "cloudformation.foreach-unknown",
      ]
    )
    #expect(
      unit.inventories[0].resources[0].properties["clusterName"]?.brief == "?parameter(Names)"
    )
  }

  @Test func `loops within loops are bounded`() throws {
    let digits = "[" + (0..<30).map(String.init).joined(separator: ",") + "]"
    var body = "\"C${A}${B}${C}${D}\": {\"Type\": \"AWS::ECS::Cluster\"}"
    for name in ["A", "B", "C", "D"] {
      body = "\"Fn::ForEach::\(name)\": [\"\(name)\", \(digits), {\(body)}]"
    }
    let unit = try #require(
      units("{\"Resources\": {\(body)}}", path: "t.json").first
    )
    #expect(unit.codes.contains("cloudformation.foreach-too-large"))
    #expect(unit.inventories[0].resources.count < 10_000)
  }
}
