import Testing

/// Values of Terraform variables from outside, and modules that come through a pipe.
@Suite struct VariableInputTests {
  private static let module = """
    variable "size" {
      type = number
    }
    variable "token" {
      type      = string
      sensitive = true
    }
    resource "aws_ecs_task_definition" "web" {
      family = "web"
      cpu    = var.size
      container_definitions = jsonencode([{
        name        = "a"
        image       = "b"
        privileged  = true
        environment = [{ name = "TOKEN", value = var.token }]
      }])
    }

    """
  private static let control = ["--control", "ecs.td.privileged"]

  private static let mistakes: [(arguments: [String], code: String, path: String)] = [
    (["--var", "size=large"], "terraform.wrong-type", "--var size"),
    (["--var", "sise=1"], "parameters.unused", "--var sise"),
    (["--var-file", "open.tfvars"], "hcl.unclosed-bracket", "open.tfvars"),
    (["--var-file", "open.tfvars.json"], "json.unterminated", "open.tfvars.json"),
    (["--var-file", "block.tfvars"], "terraform.block-among-values", "block.tfvars"),
    (["--var-file", "list.tfvars.json"], "terraform.values-without-names", "list.tfvars.json"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a value is told, and the module is judged`(
    arguments: [String],
    code: String,
    path: String
  ) throws {
    let (exitCode, report) = try Program.scan(["."] + Self.control + arguments, in: try folder())
    let problem = report.diagnostics.first { $0.code == code }
    #expect(problem?.path == path, "instead: \(report.codes)")
    #expect(exitCode == (problem?.severity == "error" ? 3 : 1))
    #expect(report.failures.map(\.location.text) == ["main.tf:14"])
  }

  @Test func `a variable of the environment is read by its type`() throws {
    let outcome = try Program.run(
      ["scan", ".", "--format", "json"] + Self.control,
      in: try folder(),
      environment: ["TF_VAR_size": "large", "TF_VAR_nothing": "1"]
    )
    #expect(outcome.exitCode == 3)
    #expect(try outcome.report().diagnostics.map(\.path) == ["TF_VAR_size"])
  }

  @Test(arguments: [["--var", "size"], ["--var", "=1"], ["--var-file", "none.tfvars"]])
  func `what cannot be a value is wrong use`(arguments: [String]) throws {
    let outcome = try Program.run(["scan", "."] + arguments, in: try folder())
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(arguments[1]))
  }

  @Test func `a module on standard input is judged with the files of this folder`() throws {
    let folder = try Sandbox(["terraform.tfvars": "size = 256\n"])
    let outcome = try Program.scan(["-"] + Self.control, in: folder, input: Self.module)
    #expect(outcome.exitCode == 1)
    #expect(outcome.report.failures.map(\.location.text) == ["-:14"])
    #expect(outcome.report.diagnostics.isEmpty)
  }

  @Test func `a file of values that is named as a source is told how to be used`() throws {
    let (exitCode, report) = try Program.scan(["block.tfvars"], in: try folder())
    #expect(exitCode == 3)
    #expect(report.codes == ["input.not-recognised"])
    #expect(report.diagnostics.first?.message.contains("--var-file block.tfvars") == true)
  }

  @Test func `a sensitive variable hides itself and nothing beside it`() throws {
    let folder = try folder()
    try folder.write("terraform.tfvars", "size  = 256\ntoken = \"s3cr3t-value\"\n")
    let (_, report) = try Program.scan(["."] + Self.control, in: folder)
    #expect(report.failures.first?.message.contains("privileged is true") == true)
    #expect(report.failures.first?.part?.name == "a")
    let everything = try Program.run(["scan", ".", "--all"], in: folder).everything
    #expect(!everything.contains("s3cr3t-value"))
    #expect(everything.contains("privileged  = true"))
  }

  @Test func `names, paths and keys that are secrets are not told`() throws {
    let uses = """
      locals {
        file = file(var.token)
      }
      module "m" {
        source = "./${var.token}"
      }
      resource "aws_ecs_cluster" "c" {
        for_each = toset([var.token])
        name     = local.file
      }
      resource "aws_ecs_task_definition" "b" {
        family                = var.token
        container_definitions = jsonencode([{ name = var.token, image = "r/${var.token}:latest" }])
      }

      """
    let folder = try folder()
    try folder.write("uses.tf", uses)
    try folder.write("terraform.tfvars", "size  = 256\ntoken = \"s3cr3t-value\"\n")
    for format in ["terminal", "json", "sarif", "markdown"] {
      for grouping in ["control", "resource"] {
        let outcome = try Program.run(
          ["scan", ".", "--all", "--format", format, "--group-by", grouping],
          in: folder
        )
        #expect(outcome.exitCode == 3)
        #expect(!outcome.everything.contains("s3cr3t-value"))
      }
    }
    let (_, report) = try Program.scan(["."], in: folder)
    #expect(report.codes.contains("terraform.sensitive-for-each"))
  }

  private func folder() throws -> Sandbox {
    try Sandbox([
      "main.tf": Self.module,
      "open.tfvars": "size = [\n",
      "open.tfvars.json": "{\"size\": ",
      "block.tfvars": "resource \"a\" \"b\" {}\n",
      "list.tfvars.json": "[1]",
    ])
  }
}
