import Inventory
import SourceText
import Templates
import Testing

@Suite struct IntrinsicTests {
  /// A template whose bucket `B` has the property `P: expression`.
  static func template(_ expression: String) -> String {
    """
    AWSTemplateFormatVersion: "2010-09-09"
    Transform: AWS::LanguageExtensions
    Parameters:
      Name: {Type: String, Default: web}
      Open: {Type: String}
      Count: {Type: Number, Default: 2}
      Names: {Type: CommaDelimitedList, Default: "a, b,c"}
      Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /img}
    Mappings:
      Sizes:
        small: {cpu: 256, zones: [x, y]}
        web: {cpu: 512}
    Resources:
      Repo: {Type: AWS::ECR::Repository}
      B:
        Type: AWS::X::Y
        Properties:
          P: \(expression)
    """
  }

  static func evaluate(_ expression: String) throws -> (Value?, DeploymentUnit) {
    let unit = try #require(units(template(expression)).first)
    return (unit.inventories[0][ResourceID("B")]?.properties["P"], unit)
  }

  @Test(arguments: [
    ("!Ref Name", "web"),
    ("{Ref: Name}", "web"),
    ("!Ref Open", "?parameter(Open)"),
    ("!Ref Names", "[a, b, c]"),
    ("!Ref Repo", "<Repo>"),
    ("!Ref AWS::Region", "?pseudoParameter(AWS::Region)"),
    ("!Ref Stored", "?dynamicReference({{resolve:ssm:/img}})"),
    ("!GetAtt Repo.Arn", "<Repo.Arn>"),
    ("!GetAtt [Repo, Arn]", "<Repo.Arn>"),
    ("{Fn::GetAtt: [Repo, A.B]}", "<Repo.A.B>"),
    ("{Fn::GetAtt: Repo.Arn}", "<Repo.Arn>"),
    ("!Sub 'x-${Name}'", "x-web"),
    ("!Sub 'x-${!Name}'", "x-${Name}"),
    ("!Sub ['${A}/${Name}', {A: !Ref Count}]", "2/web"),
    ("!Sub '${Repo.RepositoryUri}:1'", "<Repo.RepositoryUri>:1"),
    ("{Fn::Sub: '${Repo}'}", "<Repo>"),
    (
      "!Sub '${AWS::AccountId}.dkr.ecr.us-east-1.amazonaws.com/app:latest'",
      "?pseudoParameter(AWS::AccountId).dkr.ecr.us-east-1.amazonaws.com/app:latest"
    ),
    ("!Join ['-', [a, !Ref Name, !Ref 'AWS::NoValue', 1]]", "a-web-1"),
    ("!Join [',', !Ref Names]", "a,b,c"),
    ("{Fn::Join: ['', [a, {Ref: Open}]]}", "a?parameter(Open)"),
    ("!Select [1, !Ref Names]", "b"),
    ("!Select [1, !Split ['/', 'a/b/c']]", "b"),
    ("!Select ['0', !GetAZs '']", "?function(Fn::GetAZs)"),
    ("!Split [',', !Sub '${Name},x']", "[web, x]"),
    ("!FindInMap [Sizes, small, cpu]", "256"),
    ("!FindInMap [Sizes, !Ref Name, cpu]", "512"),
    ("!FindInMap [Sizes, !Ref Open, cpu]", "?parameter(Open)"),
    ("!FindInMap [Sizes, large, cpu, {DefaultValue: 1}]", "1"),
    ("!FindInMap [Sizes, small, zones]", "[x, y]"),
    ("{Fn::Base64: {Fn::Sub: 'echo ${Name}'}}", "echo web"),
    ("!Base64 plain", "plain"),
    ("!Base64 {Fn::Sub: 'echo ${Name}'}", "echo web"),
    ("!ImportValue {Fn::Sub: '${Name}-Vpc'}", "?importedValue(web-Vpc)"),
    ("!Join ['-', {Fn::Split: [',', 'a,b']}]", "a-b"),
    (
      "!Cidr [10.0.0.0/16, 3, 8]", "[10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/24]"
    ),
    ("!ImportValue net-Vpc", "?importedValue(net-Vpc)"),
    ("{Fn::ImportValue: !Sub '${Open}-Vpc'}", "?importedValue(…-Vpc)"),
    ("{Fn::Length: !Ref Names}", "3"),
    ("{Fn::ToJsonString: {a: [1, !Ref Name, null, true]}}", #"{"a":[1,"web",null,true]}"#),
    ("{Fn::ToJsonString: {a: !Ref Open}}", #"{"a":"?parameter(Open)"}"#),
    ("{Fn::Transform: {Name: AWS::Include}}", "?function(Fn::Transform)"),
    ("{Fn::GetStackOutput: {StackName: a}}", "?function(Fn::GetStackOutput)"),
    ("'{{resolve:ssm:/db/url:1}}'", "?dynamicReference({{resolve:ssm:/db/url:1}})"),
    (
      "'a{{resolve:ssm:x}}b{{resolve:ssm:y}}'",
      "a?dynamicReference({{resolve:ssm:x}})b?dynamicReference({{resolve:ssm:y}})"
    ),
    (
      "!Sub 'u:{{resolve:secretsmanager:${Repo}:SecretString:p}}@h'",
      "u:?dynamicReference({{resolve:secretsmanager:…:SecretString:p}})@h"
    ),
    ("[a, !Ref 'AWS::NoValue', b]", "[a, b]"),
    ("{a: !Ref 'AWS::NoValue', b: 1}", "{b: 1}"),
    ("{Condition: kept}", "{Condition: kept}"),
    ("!If [Missing, a, b]", "?undefined(Missing)"),
    ("!Ref Nowhere", "?undefined(Nowhere)"),
    ("!GetAtt Nowhere.Arn", "?undefined(Nowhere)"),
    ("!Sub '${Nowhere}'", "?undefined(Nowhere)"),
    ("!Frobnicate x", "?function(Fn::Frobnicate)"),
    ("{Fn::Frobnicate: x}", "?function(Fn::Frobnicate)"),
    ("!Select [9, [a]]", "?function(Fn::Select)"),
    ("!Join a", "?function(Fn::Join)"),
  ])
  func `an expression has the value that a deployment would give it`(
    expression: String,
    expected: String
  ) throws {
    let (value, _) = try Self.evaluate(expression)
    #expect(value?.brief == expected)
  }

  @Test(arguments: [
    ("!Ref Nowhere", "cloudformation.undefined-reference"),
    ("!Sub '${Nowhere.Arn}'", "cloudformation.undefined-reference"),
    ("!FindInMap [Sizes, large, cpu]", "cloudformation.undefined-reference"),
    ("!If [Missing, a, b]", "cloudformation.undefined-condition"),
    ("!Frobnicate x", "cloudformation.unknown-function"),
    ("!Select [9, [a]]", "cloudformation.malformed-function"),
    ("{Fn::If: [a]}", "cloudformation.malformed-function"),
  ])
  func `what cannot be computed is reported at its place`(
    expression: String,
    code: String
  ) throws {
    let (value, unit) = try Self.evaluate(expression)
    #expect(unit.codes == [code])
    #expect(unit.diagnostics.first?.location?.position.line == 18)
    #expect(value?.unknownReason != nil)
  }

  @Test func `a property that is AWS::NoValue is absent`() throws {
    let (value, _) = try Self.evaluate("!Ref AWS::NoValue")
    #expect(value == nil)
  }

  @Test func `the default of a parameter owns the value that a reference shows`() throws {
    let (value, _) = try Self.evaluate("!Ref Name")
    #expect(value?.owner == "web")
    #expect(value?.origin?.position.line == 4)
    #expect(value?.via.map(\.position.line) == [18])
  }

  @Test func `a mapping's literal owns the value that is found in it`() throws {
    let (value, _) = try Self.evaluate("!FindInMap [Sizes, !Ref Name, cpu]")
    #expect(value?.owner == "512")
    #expect(value?.via.count == 1)
  }

  @Test func `an alias is remembered beside the anchored literal`() throws {
    let (value, _) = try Self.evaluate("[&x y, *x]")
    #expect(value?.list?.map(\.owner) == ["y", "y"])
    #expect(value?.list?[1].via.map { $0.file.text($0.range) } == ["*x"])
  }
}
