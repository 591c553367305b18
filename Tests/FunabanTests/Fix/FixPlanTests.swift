import Testing

/// Plans and states are no sources: what stands beside them is fixed.
@Suite struct FixPlanTests {
  private static let main = """
    variable "privileged" {
      type    = bool
      default = false
    }

    resource "aws_ecs_task_definition" "web" {
      family = "web"
      container_definitions = jsonencode([
        { name = "app", image = "nginx:1.29", privileged = var.privileged ? true : false },
      ])
    }

    """

  private static let values = """
    {"root_module": {"resources": [{"address": "aws_ecs_task_definition.web", "mode": "managed",
    "type": "aws_ecs_task_definition", "name": "web", "values": {"family": "web",
    "container_definitions":
    "[{\\"name\\":\\"app\\",\\"image\\":\\"nginx:1.29\\",\\"privileged\\":true}]"}}]}}
    """

  @Test func `the sources of a plan are fixed for the values of the plan`() throws {
    let folder = try Sandbox([
      "infra/main.tf": Self.main,
      "infra/plan.json": """
      {"format_version": "1.2", "terraform_version": "1.9.8",
      "variables": {"privileged": {"value": true}},
      "planned_values": \(Self.values), "resource_changes": []}

      """,
    ])
    let write = ["fix", "infra/plan.json", "--unsafe", "--write"] + Sample.control
    let outcome = try Program.run(write, in: folder)
    #expect(outcome.exitCode == 0)
    #expect(folder.text("infra/main.tf") == Self.main.replacing("? true", with: "? false"))
  }

  @Test func `a value that no source holds is left to people`() throws {
    let folder = try Sandbox([
      "main.tf": Self.main.replacing("var.privileged ? true : false", with: "var.privileged")
    ])
    let fix = ["fix", ".", "--unsafe", "--var", "privileged=true"] + Sample.control
    let outcome = try Program.run(fix, in: folder)
    #expect(outcome.exitCode == 0 && !outcome.output.contains("+++"))
    #expect(outcome.output.contains("Left to you (1)"))
  }

  @Test func `the sources beside a state are fixed`() throws {
    let main = Self.main.replacing("var.privileged ? true : false", with: "true")
    let folder = try Sandbox([
      "main.tf": main, "state.json": "{\"format_version\": \"1.0\", \"values\": \(Self.values)}\n",
    ])
    let write = ["fix", "state.json", "--unsafe", "--write"] + Sample.control
    let outcome = try Program.run(write, in: folder)
    #expect(outcome.exitCode == 0)
    #expect(
      folder.text("main.tf") == main.replacing("privileged = true", with: "privileged = false")
    )
  }
}
