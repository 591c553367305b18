import Inventory
import SourceText
import Testing

@Suite struct TerraformJoinTests {
  @Test(arguments: [
    #""app""#, #"{"Fn::GetAtt": ["aws_ecr_repository.app", "name"]}"#,
    #"{"Fn::GetAtt": ["aws_ecr_repository.app[0]", "id"]}"#,
    #"{"Fn::GetAtt": ["aws_ecr_lifecycle_policy.app", "repository"]}"#,
    #""arn:aws:ecr:eu-west-1:1:repository/app""#,
  ])
  func `a policy belongs to the repository it names`(name: String) {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecr_repository.other": {"name": "other"},
      "aws_ecr_repository.app": {"name": "app"},
      "aws_ecr_lifecycle_policy.app": {"repository": "app", "policy": "{}"},
      "aws_ecr_repository_policy.app": {"repository": \(name), "policy": {"Statement": []}}}
      """
    )
    let repositories = inventory.resources(of: .repository)
    #expect(repositories.map { $0.properties["repositoryPolicyText"] != nil } == [false, true])
    #expect(repositories[1].properties["repositoryPolicyText"]?.source == #"{"Statement": []}"#)
  }

  @Test func `of two that share a name the one of the same module is meant`() {
    let inventory = TerraformSamples.inventory(
      """
      {"module.a.aws_iam_role.task": {"name": "task"},
      "module.b[0].aws_iam_role.task": {"name": "task"},
      "module.b[0].aws_iam_role_policy_attachment.task[0]": {"role": "task", "policy_arn": "p"}}
      """
    )
    let attached = inventory.resources(of: .role).map { $0.properties["AttachedManagedPolicies"] }
    #expect(attached.map { $0 != nil } == [false, true])
  }

  @Test func `a name that is not known is the same name elsewhere`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecr_repository.app": {"name": {"Partial": [{"Unknown": "prefix"}, "-app"]}},
      "aws_ecr_lifecycle_policy.app": {"repository": {"Partial": [{"Unknown": "prefix"}, "-app"]},
        "policy": "{}"}}
      """
    )
    #expect(inventory.reading("repository.lifecyclePolicy", of: "repository") == ["object"])
  }

  @Test func `a policy of a repository that stands elsewhere is judged by itself`() throws {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecr_repository_policy.app": {"repository": "app", "policy":
        {"Statement": [{"Sid": "all", "Effect": "Allow", "Principal": "*", "Action": "ecr:*"}]}}}
      """
    )
    let subject = try #require(inventory.subjects(of: "repository").first)
    #expect(subject.resource.id.path == "aws_ecr_repository_policy.app")
    #expect(subject.reading("repository.publicStatements") == ["all"])
    for field in ["lifecyclePolicy", "imageTagMutability", "isSigned", "customerKey"] {
      #expect(subject.reading("repository.\(field)") == ["?"], "\(field)")
    }
  }

  @Test func `where the owner is not known, none of them lacks what is said for certain`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ecr_repository.app": {"name": "app"},
      "aws_ecr_repository.own": {"name": "own"},
      "aws_ecr_lifecycle_policy.own": {"repository": "own", "policy": "{}"},
      "aws_ecr_lifecycle_policy.some": {"repository": {"Unknown": "name"}, "policy": "{}"}}
      """
    )
    let policies = inventory.resources(of: .repository).map { $0.properties["lifecyclePolicy"] }
    #expect(policies.map { $0?.shown } == ["?", "object", "object"])
  }

  @Test func `a policy attached to several is attached to each`() {
    let inventory = TerraformSamples.inventory(
      """
      {"aws_iam_role.a": {"name": "a"}, "aws_iam_role.b": {"name": "b"},
      "aws_iam_user.c": {"name": "c"},
      "aws_iam_policy_attachment.all": {"roles": ["a", {"Ref": "aws_iam_role.b"}],
        "users": ["c"], "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}}
      """
    )
    let owners = inventory.resources(of: .role) + inventory.resources(of: .user)
    let arns = owners.map { $0.properties["AttachedManagedPolicies"]?.list?.count }
    #expect(arns == [1, 1, 1])
    #expect(inventory.reading("role.isAdministrator", of: "role") == ["true"])
  }

  @Test(arguments: [
    ("rate(30 days)", ["30"]), ("rate(4 hours)", ["0"]), ("rate(180 days)", ["180"]),
    ("cron(0 12 * * ? *)", ["absent"]), ("cron(0 12 1 2 ? *)", ["?"]),
  ])
  func `a rotation says how often its secret is rotated`(schedule: String, days: [String]) {
    for secret in [#"{"name": "db"}"#, nil] {
      let owner = secret.map { #""aws_secretsmanager_secret.db": \#($0),"# } ?? ""
      let inventory = TerraformSamples.inventory(
        """
        {\(owner) "aws_secretsmanager_secret_rotation.db": {
          "secret_id": {"Fn::GetAtt": ["aws_secretsmanager_secret.db", "id"]},
          "rotation_rules": [{"schedule_expression": "\(schedule)"}]}}
        """
      )
      #expect(inventory.reading("secret.rotationDays", of: "secret") == days)
      #expect(inventory.reading("secret.rotationSchedules", of: "secret") == ["true"])
      #expect(
        inventory.reading("secret.customerKey", of: "secret")
          == (secret == nil ? ["?"] : ["absent"])
      )
    }
  }

  @Test(arguments: [
    #""name": "AdministratorAccess""#,
    #""arn": "arn:aws:iam::aws:policy/AdministratorAccess""#,
  ])
  func `a policy that a data source finds is known by its name`(argument: String) {
    let inventory = TerraformSamples.inventory(
      """
      {"data.aws_iam_policy.admin": {\(argument)}, "aws_iam_role.task": {"name": "task"},
      "aws_iam_role_policy_attachment.task": {"role": "task",
        "policy_arn": {"Fn::GetAtt": ["data.aws_iam_policy.admin", "arn"]}}}
      """
    )
    let arns = inventory.reading("role.AttachedManagedPolicies.PolicyArn", of: "role")
    #expect(arns.map { $0.hasSuffix(":policy/AdministratorAccess") } == [true])
    #expect(inventory.reading("role.isAdministrator", of: "role") == ["true"])
  }

  @Test func `policies of a permission set are judged as those of a role`() {
    let set = #"{"Fn::GetAtt": ["aws_ssoadmin_permission_set.ops", "arn"]}"#
    let inventory = TerraformSamples.inventory(
      """
      {"aws_ssoadmin_permission_set.ops": {"name": "ops"},
      "aws_ssoadmin_managed_policy_attachment.ops": {"permission_set_arn": \(set),
        "managed_policy_arn": "arn:aws:iam::aws:policy/PowerUserAccess"},
      "aws_ssoadmin_customer_managed_policy_attachment.ops": {"permission_set_arn": \(set),
        "customer_managed_policy_reference": [{"name": "own", "path": "/"}]},
      "aws_iam_policy.own": {"name": "own", "policy": {"Statement":
        {"Effect": "Allow", "Action": "*", "Resource": "*"}}},
      "aws_ssoadmin_permission_set_inline_policy.ops": {"permission_set_arn": \(set),
        "inline_policy": {"Statement": []}}}
      """
    )
    let arns = inventory.reading("role.AttachedManagedPolicies.PolicyArn", of: "role")
    #expect(arns == ["arn:aws:iam::aws:policy/PowerUserAccess", "own"])
    #expect(inventory.reading("role.isAdministrator", of: "role") == ["true"])
    #expect(
      inventory.subjects(of: "principal").map(\.resource.type) == ["aws_ssoadmin_permission_set"]
    )
    #expect(inventory.subjects(of: "policy").count == 2)
  }

  @Test func `data sources are not judged`() {
    let inventory = TerraformSamples.inventory(
      """
      {"data.aws_iam_role.task": {"name": "task"},
      "aws_iam_role_policy_attachment.task": {
        "role": {"Fn::GetAtt": ["data.aws_iam_role.task", "name"]}, "policy_arn": "p"}}
      """
    )
    #expect(
      inventory.resources(of: .role).map(\.id.path) == ["aws_iam_role_policy_attachment.task"]
    )
  }

  @Test func `the value of a secret is not kept, but its place`() {
    let inventory = TerraformSamples.inventory(
      #"{"aws_secretsmanager_secret_version.db": {"secret_id": "db", "secret_string": "hunter2"}}"#
    )
    #expect(inventory.resources.map { $0.properties["secret_string"]?.shown } == ["?"])
    let places = inventory.resources.flatMap(\.secretPlaces)
    #expect(places.map { $0.file.text($0.range) } == [#""hunter2""#])
  }

  @Test func `values named as secrets are found in resources of any type`() {
    let inventory = TerraformSamples.inventory(
      #"{"aws_db_instance.db": {"port": 5432, "password": "hunter2", "x": [{"auth_token": "t"}]}}"#
    )
    let places = inventory.resources.flatMap(\.secretPlaces)
    #expect(places.map { $0.file.text($0.range) } == [#""hunter2""#, #""t""#])
  }
}
