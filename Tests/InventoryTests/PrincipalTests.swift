import Inventory
import Testing

@Suite struct PrincipalTests {
  @Test(arguments: [
    (#"["ops"]"#, 1), (#"["arn:aws:iam::123456789012:role/path/ops"]"#, 1), (#"["Ops"]"#, 1),
    (#"[{"Ref": "Ops"}]"#, 1), (#"[{"Fn::GetAtt": ["Ops", "Arn"]}]"#, 1),
    (#"["Ops.Arn"]"#, 1), (#"[{"Partial": ["x/", {"Ref": "Ops"}]}]"#, 1), (#"["other"]"#, 2),
    (#"[{"Unknown": "P"}]"#, 2), ("[]", 2),
  ])
  func `a policy is judged with its owner, or by itself`(roles: String, count: Int) {
    let inventory = Samples.inventory(
      """
      {"Policy": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "p",
        "Roles": \(roles), "PolicyDocument": {"Statement":
          {"Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "*"}}}},
      "Ops": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "ops"}}}
      """
    )
    let principals = inventory.subjects(of: "principal")
    #expect(principals.count == count)
    let escalating = principals.filter { $0.reading("principal.escalations") != ["absent"] }
    #expect(escalating.map(\.resource.id.path) == [count == 1 ? "Ops" : "Policy"])
  }

  @Test func `users and groups have their own policies and those attached to them`() {
    let inventory = Samples.inventory(
      """
      {"Shared": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"ManagedPolicyName": "shared",
        "Groups": ["ops"], "PolicyDocument": {"Statement":
          {"Effect": "Allow", "Action": "*", "Resource": "*"}}}},
      "Ops": {"Type": "AWS::IAM::Group", "Properties": {"GroupName": "ops"}},
      "CI": {"Type": "AWS::IAM::User", "Properties": {"ManagedPolicyArns": [{"Ref": "Shared"}]}},
      "Guest": {"Type": "AWS::IAM::User", "Properties": {"UserName": "guest"}}}
      """
    )
    let administrators = inventory.subjects(of: "principal").map {
      "\($0.resource.id.path) \($0.reading("principal.isAdministrator").joined())"
    }
    #expect(administrators == ["Ops true", "CI true", "Guest false"])
  }
}
