import Testing

@Suite struct PlanSecretTests {
  /// What only the documents hold; put together here, so that no scanner takes it for real.
  private static let mark = ["hunter", "2", "x9"].joined()

  private static let containers = """
    [{\\"command\\":[\\"\(mark)-command\\"],\\"dockerLabels\\":{\\"a\\":\\"\(mark)-label\\"},\
    \\"environment\\":[{\\"name\\":\\"DB_PASSWORD\\",\\"value\\":\\"\(mark)-variable\\"}],\
    \\"image\\":\\"nginx\\",\\"name\\":\\"app\\",\\"privileged\\":true}]
    """

  /// Attributes by type, with what the document itself calls secret.
  private static let attributes: [(type: String, attributes: String, secrets: String)] = [
    (
      "aws_ecs_task_definition",
      """
      "container_definitions": "\(containers)", "family": "app", "pid_mode": "host",
      "volume": [{"name": "data", "docker_volume_configuration": [
        {"driver_opts": {"o": "password=\(mark)-option"}}]}]
      """,
      ""
    ),
    (
      "aws_ssm_parameter",
      #""name": "/app/db_password", "type": "String", "value": "\#(mark)-parameter""#,
      #""value": true"#
    ),
    (
      "aws_secretsmanager_secret_version",
      #""secret_id": "app", "secret_string": "\#(mark)-secret-string""#,
      #""secret_string": true"#
    ),
    ("aws_launch_template", #""name": "host", "user_data": "\#(mark)-user-data""#, ""),
    ("aws_db_instance", #""username": "root", "password": "\#(mark)-password""#, ""),
    (
      "aws_lb",
      #""internal": false, "name": "\#(mark)-name", "load_balancer_type": "application""#,
      #""name": true"#
    ),
    (
      "aws_ecs_service",
      #"""
      "name": "app", "cluster": "\#(mark)-cluster", "task_definition": "\#(mark)-task",
      "network_configuration": [{"assign_public_ip": true, "subnets": ["\#(mark)-subnet"],
        "security_groups": ["\#(mark)-group"]}]
      """#,
      #"""
      "cluster": true, "task_definition": true,
      "network_configuration": [{"subnets": true, "security_groups": true}]
      """#
    ),
    (
      "aws_cloudwatch_log_group",
      #""name": "\#(mark)-log", "kms_key_id": "arn:aws:kms:x:1:key/\#(mark)""#,
      #""name": true, "kms_key_id": true"#
    ),
  ]

  private static let resources = attributes.map { type, attributes, secrets in
    """
    {"address": "\(type).it", "mode": "managed", "type": "\(type)", "name": "it",
      "values": {\(attributes)},
      "sensitive_values": {\(secrets)}}
    """
  }.joined(separator: ",\n")

  private static let values = """
    {"outputs": {"o": {"value": "\(mark)-output", "sensitive": true}},
    "root_module": {"resources": [
    \(resources)
    ]}}
    """

  private static let documents = [
    "plan.json": """
    {"format_version": "1.2", "terraform_version": "1.9.8",
    "variables": {"p": {"value": "\(mark)-variable"}},
    "planned_values": \(values),
    "resource_changes": []}

    """,
    "state.json": """
    {"format_version": "1.0",
    "values": \(values)}

    """,
    "terraform.tfstate": """
    {"version": 4, "serial": 1, "lineage": "l",
    "outputs": {"o": {"value": "\(mark)-output", "type": "string", "sensitive": true}},
    "resources": [
    \(attributes.map { type, attributes, _ in
      #"""
      {"mode": "managed", "type": "\#(type)", "name": "it", "instances": [
        {"private": "\#(mark)-private", "attributes": {\#(attributes)},
        "sensitive_attributes": \#(paths)}]}
      """#
    }.joined(separator: ",\n"))
    ]}

    """,
  ]

  /// All that the samples call secret, as a state file lists it.
  private static let paths =
    "["
    + ["value", "secret_string", "name", "cluster", "task_definition", "kms_key_id"].map {
      #"[{"type": "get_attr", "value": "\#($0)"}]"#
    }.joined(separator: ", ")
    + #", [{"type": "get_attr", "value": "network_configuration"}]]"#

  private static let ways = ["terminal", "json", "sarif", "markdown"].flatMap { format in
    ["en", "ja"].map { (format, $0) }
  }

  @Test(arguments: ways)
  func `no report of any form shows a value of a plan or a state that may be a secret`(
    format: String,
    language: String
  ) throws {
    let folder = try Sandbox(PlanSecretTests.documents)
    try folder.write(
      "broken.json",
      PlanSecretTests.documents["plan.json"]?.dropLast(9).description ?? ""
    )
    let files = PlanSecretTests.documents.keys.sorted() + ["broken.json"]
    for extra in [[], ["--group-by", "resource"]] {
      let outcome = try Program.run(
        ["scan", "--all", "--format", format, "--lang", language, "-o", "r.out"] + extra + files,
        in: folder
      )
      #expect(outcome.exitCode == 3 && outcome.output.contains("ECS.4"))
      for text in [outcome.output, outcome.errors, folder.text("r.out")] {
        let leaks = text.split(separator: "\n").filter { $0.contains(PlanSecretTests.mark) }
        #expect(leaks.isEmpty)
      }
    }
  }

  @Test func `a frame shows the keys of a plan, and none of its values`() throws {
    let folder = try Sandbox(PlanSecretTests.documents)
    let outcome = try Program.run(["scan", "--control", "ECS.3", "plan.json"], in: folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains(#""pid_mode": ••••"#))
    #expect(!outcome.output.contains("nginx"))
  }
}
