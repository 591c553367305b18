import Testing

/// Fixes of one failure in sources that are written in many ways: one place changes, no more.
@Suite struct FixSourceTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    /// The file that changes, what stands there, and what is to stand there.
    let path: String, old: String, new: String
    var arguments = ["."]
  }

  private static let taskDefinition = """
    resource "aws_ecs_task_definition" "web" {
      family = "web"
      container_definitions = jsonencode([
        { name = "app", image = "nginx:1.29", privileged = PRIVILEGED },
      ])
    }

    """

  private static func terraform(_ privileged: String) -> String {
    taskDefinition.replacing("PRIVILEGED", with: privileged)
  }

  private static let template = Sample.template
  private static let variable = """
    variable "privileged" {
      type    = bool
      default = true # for now
    }

    """

  static let cases = [
    Case(
      testDescription: "a branch of Fn::If",
      files: ["t.yaml": template],
      path: "t.yaml",
      old: "!If [IsProduction, false, true]",
      new: "!If [IsProduction, false, false]"
    ),
    Case(
      testDescription: "Fn::If with AWS::NoValue",
      files: [
        "t.yaml": template.replacing("false, true", with: "!Ref AWS::NoValue, true")
      ],
      path: "t.yaml",
      old: "!Ref AWS::NoValue, true",
      new: "!Ref AWS::NoValue, false"
    ),
    Case(
      testDescription: "the default of a parameter",
      files: [
        "t.yaml": template.replacing("!If [IsProduction, false, true]", with: "!Ref Root")
          .replacing(
            "Conditions:",
            with: "  Root: { Type: String, Default: \"true\" } # who?\nConditions:"
          )
      ],
      path: "t.yaml",
      old: "Default: \"true\" }",
      new: "Default: \"false\" }"
    ),
    Case(
      testDescription: "carriage returns",
      files: ["t.yaml": template.replacing("\n", with: "\r\n")],
      path: "t.yaml",
      old: "false, true]\r\n",
      new: "false, false]\r\n"
    ),
    Case(
      testDescription: "mixed line endings",
      files: [
        "task.json": Sample.taskDefinition.replacing(
          "\"family\": \"web\",\n",
          with: "\"family\": \"web\",\r\n"
        )
      ],
      path: "task.json",
      old: "\"privileged\": true",
      new: "\"privileged\": false"
    ),
    Case(
      testDescription: "a byte-order mark",
      files: ["task.json": "\u{FEFF}" + Sample.taskDefinition],
      path: "task.json",
      old: "\"privileged\": true",
      new: "\"privileged\": false"
    ),
    Case(
      testDescription: "JSON with comments",
      files: [
        "task.json": Sample.taskDefinition.replacing(
          "\n  ]",
          with: " // the only one\n  ] /* end */"
        )
      ],
      path: "task.json",
      old: "\"privileged\": true",
      new: "\"privileged\": false"
    ),
    Case(
      testDescription: "Terraform in JSON",
      files: [
        "main.tf.json": """
        { "resource": { "aws_batch_job_definition": { "job": {
          "name": "job", "type": "container",
          "container_properties": "{\\"image\\": \\"nginx\\"}"
        } }, "aws_ecs_cluster": { "main": { "name": "main",
          "setting": [{ "name": "containerInsights", "value": "disabled" }]
        } } } }

        """
      ],
      path: "main.tf.json",
      old: "\"value\": \"disabled\"",
      new: "\"value\": \"enabled\"",
      arguments: [".", "--control", "ECS.12"]
    ),
    Case(
      testDescription: "a variable's default",
      files: ["main.tf": terraform("var.privileged"), "variables.tf": variable],
      path: "variables.tf",
      old: "default = true # for now",
      new: "default = false # for now"
    ),
    Case(
      testDescription: "the owner of a value is a tfvars file",
      files: [
        "main.tf": terraform("var.privileged"), "variables.tf": variable,
        "terraform.tfvars": "privileged = true\n",
      ],
      path: "terraform.tfvars",
      old: "privileged = true",
      new: "privileged = false"
    ),
    Case(
      testDescription: "a resource with for_each",
      files: [
        "main.tf": terraform("true").replacing(
          "family = \"web\"",
          with: "for_each = toset([\"a\", \"b\"])\n  family = each.key"
        )
      ],
      path: "main.tf",
      old: "privileged = true",
      new: "privileged = false"
    ),
    Case(
      testDescription: "a module that is called twice",
      files: [
        "main.tf": """
        module "a" { source = "./task" }
        module "b" { source = "./task" }

        """,
        "task/main.tf": terraform("true"),
      ],
      path: "task/main.tf",
      old: "privileged = true",
      new: "privileged = false"
    ),
    Case(
      testDescription: "a nested stack",
      files: [
        "parent.yaml": """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Child: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } }

        """,
        "child.yaml": template,
      ],
      path: "child.yaml",
      old: "false, true]",
      new: "false, false]"
    ),
    Case(
      testDescription: "an anchor that two containers share",
      files: [
        "task.yaml": """
        family: web
        containerDefinitions:
          - name: app
            image: nginx:1.29
            privileged: &root true
          - name: helper
            image: nginx:1.29
            privileged: *root

        """
      ],
      path: "task.yaml",
      old: "&root true",
      new: "&root false"
    ),
  ]

  @Test(arguments: cases)
  func `one place changes, and what failed passes`(_ example: Case) throws {
    let folder = try Sandbox(example.files)
    let control = example.arguments.count > 1 ? [] : Sample.control
    let arguments = example.arguments + control
    let outcome = try Program.run(["fix", "--unsafe", "--write"] + arguments, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    for (path, text) in example.files {
      let isChanged = path == example.path
      #expect(!isChanged || text.contains(example.old))
      let expected = isChanged ? text.replacing(example.old, with: example.new) : text
      #expect(folder.text(path) == expected, "\(path): \(outcome.everything)")
    }
    let (exitCode, report) = try Program.scan(arguments, in: folder)
    #expect(exitCode == 0 && report.failures.isEmpty)
    let again = try Program.run(["fix", "--unsafe", "--check"] + arguments, in: folder)
    #expect(again.exitCode == 0 && again.output.contains("Nothing to fix."))
  }

  @Test func `a value that many use waits, with a list of them`() throws {
    let folder = try Sandbox([
      "main.tf": Self.terraform("var.privileged")
        + Self.terraform("var.privileged").replacing("\"web\"", with: "\"worker\""),
      "variables.tf": Self.variable,
    ])
    let outcome = try Program.run(["fix", ".", "--write"] + Sample.control, in: folder)
    #expect(outcome.exitCode == 0 && outcome.output.contains("need your review"))
    let unsafe = try Program.run(["fix", ".", "--unsafe"] + Sample.control, in: folder)
    #expect(unsafe.output.contains("+  default = false # for now"))
    #expect(folder.text("variables.tf") == Self.variable)
  }

  @Test func `a parameter without a default is nobody's failure`() throws {
    let text = Self.template.replacing("false, true]", with: "false, !Ref Root]")
      .replacing("Conditions:", with: "  Root: { Type: String }\nConditions:")
    let folder = try Sandbox(["t.yaml": text])
    let outcome = try Program.run(["fix", ".", "--unsafe"] + Sample.control, in: folder)
    #expect(outcome.exitCode == 0 && !outcome.output.contains("+++"))
  }

  @Test(arguments: [
    ("cdk.out/App.template.json", #"{ "Resources": { "Task": TASK } }"#, "generated"),
    ("task.json", "// Code generated by gen. DO NOT EDIT.\nDEFINITION", "generated"),
  ])
  func `what a program writes is left alone`(path: String, text: String, word: String) throws {
    let task = """
      { "Type": "AWS::ECS::TaskDefinition", "Properties": { "ContainerDefinitions": [
        { "Name": "app", "Image": "nginx:1.29", "Privileged": true }] } }
      """
    let source = text.replacing("TASK", with: task)
      .replacing("DEFINITION", with: Sample.taskDefinition)
    let folder = try Sandbox([path: source])
    let outcome = try Program.run(
      ["fix", path, "--unsafe", "--write"] + Sample.control,
      in: folder
    )
    #expect(folder.text(path) == source)
    #expect(outcome.exitCode == 0 && outcome.output.contains(word), "\(outcome.everything)")
  }

  @Test(arguments: [
    (
      "t.yaml",
      """
      Parameters:
        Days: { Type: Number, Default: 7, AllowedValues: [1, 7] }
      Resources:
        Logs:
          Type: AWS::Logs::LogGroup
          Properties: { RetentionInDays: !Ref Days }

      """
    ),
    (
      "main.tf",
      """
      variable "days" {
        default = 7
        validation {
          condition     = contains([1, 7], var.days)
          error_message = "One day or a week."
        }
      }
      resource "aws_cloudwatch_log_group" "this" { retention_in_days = var.days }

      """
    ),
  ])
  func `a value that the source rules out is not written`(path: String, text: String) throws {
    let folder = try Sandbox([path: text])
    let outcome = try Program.run(
      ["fix", path, "--unsafe", "--write", "--control", "logs.retention-1y"],
      in: folder
    )
    #expect(folder.text(path) == text)
    #expect(outcome.output.contains("refuses"), "\(outcome.everything)")
  }

  @Test(arguments: ["file(\"c.json\")", "templatefile(\"c.json\", { name = \"web\" })"])
  func `a file that is read as a text names no resources`(call: String) throws {
    let containers = #"[{ "name": "web", "image": "nginx:1.29" }]"#
    let folder = try Sandbox([
      "main.tf": """
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = \(call)
      }

      """,
      "c.json": containers,
    ])
    let outcome = try Program.run(
      ["fix", ".", "--unsafe", "--write", "--control", "ECS.9"],
      in: folder
    )
    #expect(folder.text("c.json") == containers)
    #expect(outcome.output.contains("reads c.json as a text"), "\(outcome.everything)")
  }

  @Test func `a module that was downloaded is left alone`() throws {
    let manifest = """
      {"Modules": [{"Key": "", "Source": "", "Dir": "."},
      {"Key": "task", "Source": "registry.terraform.io/x/task/aws", "Version": "1.0.0",
      "Dir": ".terraform/modules/task"}]}

      """
    let folder = try Sandbox([
      "main.tf": "module \"task\" {\n  source = \"x/task/aws\"\n}\n",
      ".terraform/modules/modules.json": manifest,
      ".terraform/modules/task/main.tf": Self.terraform("true"),
    ])
    let outcome = try Program.run(["fix", ".", "--unsafe", "--write"] + Sample.control, in: folder)
    #expect(folder.text(".terraform/modules/task/main.tf") == Self.terraform("true"))
    #expect(outcome.output.contains("downloaded module"), "\(outcome.everything)")
  }
}
