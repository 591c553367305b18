import Foundation
import Testing

/// Decisions that stand in the sources, in comments and in metadata.
@Suite struct DecisionCommentTests {
  private static let controls = ["--control", "ECS.5", "--control", "ECS.15"]

  /// What accepts which failure of a template: `app readonly-root: reason`.
  private func accepted(_ name: String, _ text: String) throws -> [String] {
    let folder = try Sandbox([name: text])
    let (_, report) = try Program.scan([name] + Self.controls, in: folder)
    return report.failures.filter { $0.workflowStatus == "SUPPRESSED" }.map { finding in
      let what = finding.control.split(separator: ".").last ?? ""
      let name = finding.part.map { "\($0.name) " } ?? ""
      return "\(name)\(what): \(finding.decisions.map(\.reason).joined(separator: " & "))"
    }.sorted()
  }

  /// A template with room for comments above and behind the resource, its type and its containers.
  private static func template(
    aboveResource: String = "# -",
    behindHead: String = "# -",
    aboveContainer: String = "# -",
    behindContainer: String = "",
    aboveFamily: String = "# -"
  ) -> String {
    """
    Resources:
      \(aboveResource)
      Web:
        \(behindHead)
        Type: AWS::ECS::TaskDefinition
        Properties:
          \(aboveFamily)
          Family: web
          ContainerDefinitions:
            \(aboveContainer)
            - Image: nginx
              Name: app \(behindContainer)
              Command:
                - |
                  # funaban:accept ECS.15 reason="this is no comment"
            - { Name: side, Image: nginx }

    """
  }

  private static let yaml: [(text: String, accepted: [String])] = [
    (template(aboveResource: "# funaban:accept ECS.15 reason=a"), ["tagged: a"]),
    (template(behindHead: "# funaban:accept ECS.15 reason=a"), ["tagged: a"]),
    (
      template(aboveResource: "# funaban:accept ECS.5 reason=a"),
      ["app readonly-root: a", "side readonly-root: a"]
    ),
    (template(aboveContainer: "# funaban:accept ECS.5 reason=a"), ["app readonly-root: a"]),
    (template(behindContainer: "# funaban:accept ECS.5 reason=a"), ["app readonly-root: a"]),
    (template(aboveFamily: "# funaban:accept ECS.5 reason=a"), []),
    (template(aboveContainer: "# funaban:accept ECS.15 reason=a"), []),
    (
      template(aboveResource: "# funaban:accept ECS.5 reason=a container=side"),
      ["side readonly-root: a"]
    ),
    (
      template(aboveContainer: #"# funaban:accept ECS.5 reason="it \"writes\" # much" owner=me"#),
      [#"app readonly-root: it "writes" # much"#]
    ),
    (
      template(aboveContainer: "# funaban:accept ECS.5 reason=a until=2999-12-31"),
      [
        "app readonly-root: a"
      ]
    ),
    (template(aboveContainer: "# funaban:accept ECS.5 reason=a until=2020-12-31"), []),
    (
      template(aboveFamily: "# checkov:skip=CKV_AWS_336:in the resource"),
      ["app readonly-root: in the resource", "side readonly-root: in the resource"]
    ),
    (
      template(aboveContainer: "# checkov:skip=CKV_AWS_336"),
      [
        "app readonly-root: ", "side readonly-root: ",
      ]
    ),
    (template(aboveResource: "# checkov:skip=CKV_AWS_336:above it"), []),
    (template(aboveContainer: "# checkov:skip=CKV_AWS_1:something else"), []),
  ]

  @Test(arguments: yaml)
  func `a comment in a template speaks of what it stands at`(
    text: String,
    accepted: [String]
  ) throws {
    #expect(try self.accepted("web.yaml", text) == accepted)
  }

  private static func terraform(
    aboveResource: String = "",
    behindHead: String = "",
    atContainer: String = "",
    aboveEnd: String = ""
  ) -> String {
    """
    \(aboveResource)
    resource "aws_ecs_task_definition" "web" {
      \(behindHead)
      family = "web"
      container_definitions = jsonencode([
        { \(atContainer)
          name  = "app"
          image = "nginx # no comment"
        },
        { name = "side", image = "nginx" }
      ])
      \(aboveEnd)
    }

    """
  }

  private static let hcl: [(text: String, accepted: [String])] = [
    (terraform(aboveResource: "# funaban:accept ECS.15 reason=a"), ["tagged: a"]),
    (terraform(behindHead: "// funaban:accept ECS.15 reason=a"), ["tagged: a"]),
    (terraform(behindHead: "/* funaban:accept ECS.15 reason=a */"), ["tagged: a"]),
    (terraform(atContainer: "# funaban:accept ECS.5 reason=a"), ["app readonly-root: a"]),
    (terraform(aboveEnd: "# funaban:accept ECS.5 reason=a"), []),
    (
      terraform(aboveEnd: "#checkov:skip=CKV_AWS_336:\"not yet\""),
      ["app readonly-root: not yet", "side readonly-root: not yet"]
    ),
  ]

  @Test(arguments: hcl)
  func `a comment in a Terraform source speaks of what it stands at`(
    text: String,
    accepted: [String]
  ) throws {
    #expect(try self.accepted("main.tf", text) == accepted)
  }

  private static let neighbours: [(name: String, text: String)] = [
    (
      "web.yaml",
      """
      Resources:
        First: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [] } }
        # funaban:accept ECS.15 reason=a
        Second: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [] } }

      """
    ),
    (
      "main.tf",
      """
      resource "aws_ecs_cluster" "other" {}
      resource "aws_ecs_task_definition" "First" { family = "a" }
      # funaban:accept ECS.15 reason=a
      resource "aws_ecs_task_definition" "Second" { family = "b" }

      """
    ),
  ]

  @Test(arguments: neighbours)
  func `a comment between two resources speaks of the second`(name: String, text: String) throws {
    let folder = try Sandbox([name: text])
    let (_, report) = try Program.scan([name, "--control", "ECS.15"], in: folder)
    let accepted = report.failures.filter { $0.workflowStatus == "SUPPRESSED" }
    #expect(report.failures.count == 2)
    #expect(accepted.map { $0.resource.id.suffix(6) } == ["Second"])
  }

  private static let trivy: [(comment: String, isAccepted: Bool)] = [
    ("#trivy:ignore:AVD-AWS-0035", true), ("# trivy:ignore:AWS-0035", true),
    ("#tfsec:ignore:AVD-AWS-0035", true), ("#trivy:ignore:aws-00*", true),
    ("#trivy:ignore:*", true), ("# because trivy:ignore:AVD-AWS-0035 trivy:ignore:X", true),
    ("#trivy:ignore:AVD-AWS-0035:exp:2999-01-31", true),
    ("#trivy:ignore:AVD-AWS-0035:exp:2020-01-31", false),
    ("#trivy:ignore:AVD-AWS-0035:exp:soon", false),
    ("#trivy:ignore:AVD-AWS-0035:ws:production", false),
    ("#trivy:ignore:AVD-AWS-0035[name=x]", false), ("#trivy:ignore:AVD-AWS-0036", false),
  ]

  @Test(arguments: trivy)
  func `a comment for Trivy counts above the block and on its line`(
    comment: String,
    isAccepted: Bool
  ) throws {
    for (above, behind) in [(comment, ""), ("", comment)] {
      let folder = try Sandbox([
        "main.tf": """
        resource "aws_ecs_task_definition" "web" {
          family = "web"
          container_definitions = "[]"
          \(above)
          volume { \(behind)
            name = "data"
            efs_volume_configuration {
              file_system_id = "fs-1"
            }
          }
        }

        """
      ])
      let (_, report) = try Program.scan(["main.tf", "--control", "ECS.18"], in: folder)
      let status = isAccepted ? "SUPPRESSED" : "NEW"
      #expect(report.failures.map(\.workflowStatus) == [status])
    }
  }

  @Test func `comments in a Dockerfile count, a heredoc's do not`() throws {
    let folder = try Sandbox([
      "Dockerfile": """
      # trivy:ignore:DS-0002
      FROM nginx:1.29
      RUN <<EOT
      # checkov:skip=CKV_DOCKER_2:a text
      EOT
      # funaban:accept dockerfile.add reason="it unpacks"
      ADD site /site

      """
    ])
    let controls = ["dockerfile.user-missing", "dockerfile.health-check", "dockerfile.add"]
    let (_, report) = try Program.scan(
      ["Dockerfile"] + controls.flatMap { ["--control", $0] },
      in: folder
    )
    let open = report.failures.filter { $0.workflowStatus == "NEW" }
    #expect(report.failures.count == 3)
    #expect(open.map(\.control) == ["dockerfile.health-check"])
  }

  @Test(arguments: ["web.json", "web.yaml"])
  func `metadata of a resource speaks of the resource`(name: String) throws {
    let text = """
      { "Resources": { "Web": {
        "Type": "AWS::ECS::TaskDefinition",
        "Metadata": {
          "funaban": { "accept": [{ "control": "ECS.15", "reason": "by the stack" }] },
          "checkov": { "skip": [{ "id": "CKV_AWS_336", "comment": "it writes" }] }
        },
        "Properties": { "ContainerDefinitions": [{ "Name": "app", "Image": "nginx" }] }
      }, "Other": {
        "Type": "AWS::ECS::TaskDefinition",
        "Properties": { "ContainerDefinitions": [{ "Name": "app", "Image": "nginx" }] }
      } } }
      """
    #expect(try accepted(name, text) == ["app readonly-root: it writes", "tagged: by the stack"])
  }

  private static let faults: [(comment: String, word: String)] = [
    ("# funaban:accept", "control"), ("# funaban:accept ECS.5", "reason"),
    ("# funaban:accept ECS.5 reason=a until=soon", "until"),
    ("# funaban:accept ECS.5 reason=a resouce=Web", "resource"),
    ("# funaban:accept ECS.5 ECS.4 reason=a", "ECS.4"),
    ("# funaban:accept ECS.555 reason=a", "ECS.5"),
  ]

  @Test(arguments: faults)
  func `a comment that does not count is told with its line`(comment: String, word: String) throws {
    let folder = try Sandbox(["web.yaml": Self.template(aboveContainer: comment)])
    let (code, report) = try Program.scan(["web.yaml"] + Self.controls, in: folder)
    #expect(code == 3)
    let problem = try #require(report.errors.first)
    #expect(problem.location?.text == "web.yaml:10")
    #expect(problem.message.contains(word))
    #expect(report.failures.allSatisfy { $0.workflowStatus == "NEW" })
  }

  @Test func `reports name the comment, whose program's it is and where`() throws {
    let text = Self.template(aboveContainer: "# checkov:skip=CKV_AWS_336:it writes")
    let folder = try Sandbox(["web.yaml": text])
    for format in ["terminal", "markdown", "sarif"] {
      let outcome = try Program.run(
        ["scan", "web.yaml", "--all", "--format", format] + Self.controls,
        in: folder
      )
      #expect(outcome.output.contains("checkov:skip comment at"))
      #expect(outcome.output.contains("web.yaml:10"))
    }
  }

  private static let variables = """
    Resources:
      Web:
        Type: AWS::ECS::TaskDefinition
        Properties:
          ContainerDefinitions:
            - Name: app
              Image: nginx
              Environment:
                - Name: DB_PASSWORD # funaban:accept ECS.8 reason="a test database"
                  Value: correct-horse-battery
                - { Name: API_TOKEN, Value: staple-of-batteries-9 }

    """

  @Test func `a comment at a variable speaks of that variable only`() throws {
    let folder = try Sandbox(["web.yaml": Self.variables])
    let (code, report) = try Program.scan(["web.yaml", "--control", "ECS.8"], in: folder)
    #expect(code == 1)
    let finding = try #require(report.failures.first)
    #expect(finding.location.text == "web.yaml:11")
    #expect(finding.message.contains("API_TOKEN") && !finding.message.contains("DB_PASSWORD"))
    try folder.write(
      ".funaban/acceptances.yaml",
      "acceptances: [{ control: ECS.8, variable: API_TOKEN, reason: a public token }]\n"
    )
    let both = try Program.scan(["web.yaml", "--control", "ECS.8"], in: folder)
    #expect(both.exitCode == 0)
    #expect(
      both.report.failures.map { $0.decisions.map(\.reason) }
        == [["a public token", "a test database"]]
    )
  }

  @Test func `the lines around a decision keep their secrets`() throws {
    let folder = try Sandbox([
      "web.yaml": Self.variables.replacing("DB_PASSWORD #", with: "PLAIN #")
    ])
    let outcome = try Program.run(["scan", ".", "--all"], in: folder)
    #expect(outcome.output.contains("acceptance.unused"))
    #expect(!outcome.everything.contains("correct-horse"))
  }
}
