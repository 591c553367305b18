import Inventory
import Posture
import SourceText
import Syntax
import Testing

/// Findings that rest on what several resources say about one.
@Suite struct JoinedPlaceTests {
  private static let module = SourceFile(
    path: "main.tf",
    text: """
      {"aws_iam_role.task": {"managed_policy_arns": ["arn:aws:iam::aws:policy/PowerUserAccess"]},
      "aws_iam_role_policy_attachment.one": {"role": {"To": "aws_iam_role.task"},
        "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"},
      "aws_iam_role_policy_attachment.two": {"role": {"To": "aws_iam_role.task"},
        "policy_arn": "arn:aws:iam::aws:policy/IAMFullAccess"},
      "aws_iam_role_policy_attachment.three": {"role": {"To": "aws_iam_role.task"},
        "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"},
      "aws_iam_user_policy_attachment.ci": {"user": "ci",
        "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}}
      """
  )

  @Test func `a finding points at every resource that makes it true`() throws {
    var selection = Scanner.Selection()
    selection.only = ["iam.admin-policy-attached"]
    let scanner = Scanner(ControlCatalogue.embedded(), selection: selection)
    let findings = scanner.scan([try inventory()], in: Self.module).findings
    #expect(findings.map(\.verdict) == [.fail, .fail])
    let places = findings.map { finding in
      ([finding.location] + finding.related.map(\.location)).map(\.policyName)
    }
    #expect(
      places == [
        ["PowerUserAccess", "AdministratorAccess", "IAMFullAccess"], ["AdministratorAccess"],
      ]
    )
    #expect(
      findings[0].related.map(\.text.en)
        == Array(repeating: "This place matters as well.", count: 2)
    )
    #expect(findings[1].resource.id == "aws_iam_user_policy_attachment.ci")
  }

  private func inventory() throws -> Inventory {
    let root = try #require(JSONParser.parse(Self.module).root)
    let declared = root.entries.map { entry in
      let address = entry.key.string ?? ""
      return TerraformResource(
        id: ResourceID(address),
        type: String(address.prefix { $0 != "." }),
        properties: linked(Value(entry.value)),
        location: entry.key.location
      )
    }
    return Inventory(TerraformShape.resources(declared))
  }

  /// The arguments with references in place of the objects that stand for them.
  private func linked(_ value: Value) -> Value {
    guard let object = value.object else { return value }
    if let target = object["To"]?.text {
      let reference = ResourceReference(ResourceID(target), attribute: "name")
      return Value(.reference(reference), at: value.origin)
    }
    let members = object.members.map {
      ValueObject.Member($0.name, linked($0.value), key: $0.key)
    }
    return Value(.object(ValueObject(members)), at: value.origin)
  }
}

extension SourceText.SourceLocation {
  /// The name of the policy whose ARN stands here.
  fileprivate var policyName: String {
    String(file.text(range).split { "/\"".contains($0) }.last ?? "")
  }
}
