import Inventory
import SourceText
import Templates
import Testing

@Suite struct ProjectLoadingTests {
  private let cluster = #"resource "aws_ecs_cluster" "main" { name = var.name }"#

  @Test func `the files of a folder make up one module`() {
    let unit = project([
      "main.tf": cluster,
      "variables.tf": "variable \"name\" {\n  default = \"web\"\n}",
      "readme.md": "text",
    ])
    #expect(unit.resourceNames == ["aws_ecs_cluster.main"])
    #expect(unit.file.path == "main.tf")
    #expect(unit.parameters == ["name"])
    let name = unit.value("clusterName", of: "aws_ecs_cluster.main")
    #expect(name?.brief == "web")
    #expect(name?.place == "variables.tf:2:13")
    #expect(name?.via.map(\.position.line) == [1])
    #expect(unit.codes == [])
  }

  @Test func `a tofu file takes the place of the tf file of its name`() {
    let unit = project([
      "main.tf": #"resource "aws_ecs_cluster" "old" { name = "a" }"#,
      "main.tofu": #"resource "aws_ecs_cluster" "new" { name = "b" }"#,
    ])
    #expect(unit.resourceNames == ["aws_ecs_cluster.new"])
  }

  @Test func `the JSON syntax says the same as the native one`() {
    let unit = project([
      "main.tf.json": """
      {
        "variable": {"name": {"default": "web"}},
        "resource": {"aws_ecs_cluster": {"main": {
          "name": "${var.name}",
          "setting": [{"name": "containerInsights", "value": "enabled"}],
          "tags": {"Team": "a"}
        }}}
      }
      """
    ])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "web")
    #expect(
      unit.value("settings.0.value", of: "aws_ecs_cluster.main")?.place == "main.tf.json:5:56"
    )
    #expect(unit.value("tags.0.value", of: "aws_ecs_cluster.main")?.brief == "a")
    #expect(unit.codes == [])
  }

  @Test func `an override file replaces arguments and whole kinds of blocks`() {
    let unit = project([
      "main.tf": """
      resource "aws_ecs_cluster" "main" {
        name = "web"
        setting {
          name  = "containerInsights"
          value = "enabled"
        }
        tags = { Team = "a" }
      }
      """,
      "override.tf": """
      resource "aws_ecs_cluster" "main" {
        setting {
          name  = "containerInsights"
          value = "disabled"
        }
      }
      """,
    ])
    let settings = unit.value("settings", of: "aws_ecs_cluster.main")
    #expect(settings?.list?.count == 1)
    let value = unit.value("settings.0.value", of: "aws_ecs_cluster.main")
    #expect(value?.brief == "disabled")
    #expect(value?.place == "override.tf:4:13")
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "web")
  }

  @Test func `an override of nothing is reported`() {
    let unit = project(["a_override.tf": cluster.replacing("var.name", with: "\"a\"")])
    #expect(unit.diagnostics.map(\.brief) == ["terraform.overrides-nothing a_override.tf:1:1"])
    #expect(unit.resourceNames == ["aws_ecs_cluster.main"])
  }

  @Test func `a second declaration is reported, and the first counts`() {
    let unit = project([
      "a.tf": #"resource "aws_ecs_cluster" "main" { name = "a" }"#,
      "b.tf": #"resource "aws_ecs_cluster" "main" { name = "b" }"#
        + "\nlocals {\n x = 1\n x = 2\n}",
      "c.tf": "locals { x = 3 }",
    ])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "a")
    #expect(unit.codes.filter { $0 == "terraform.duplicate" }.count == 2)
  }

  @Test func `a syntax error loses only what it touches`() {
    let unit = project([
      "main.tf": """
      resource "aws_ecs_cluster" "a" {
        name = = "a"
      }
      resource "aws_ecs_cluster" "b" {
        name = "b"
      }
      """
    ])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.b")?.brief == "b")
    #expect(unit.inventories[0].resources.count == 2)
    #expect(unit.diagnostics.contains { $0.code.hasPrefix("hcl.") })
  }

  @Test func `later sources of variables win over earlier ones`() {
    var files = [
      "main.tf": cluster + "\nvariable \"name\" { default = \"0\" }"
    ]
    func name(_ given: DeploymentUnit) -> String? {
      given.value("clusterName", of: "aws_ecs_cluster.main")?.brief
    }
    #expect(name(project(files)) == "0")
    #expect(name(project(files, environment: ["name": "1"])) == "1")
    files["terraform.tfvars"] = "name = \"2\""
    #expect(name(project(files, environment: ["name": "1"])) == "2")
    files["terraform.tfvars.json"] = "{\"name\": \"3\"}"
    #expect(name(project(files)) == "3")
    files["a.auto.tfvars"] = "name = \"4\""
    #expect(name(project(files)) == "4")
    files["b.auto.tfvars.json"] = "{\"name\": \"5\"}"
    #expect(name(project(files)) == "5")
    files["prod.tfvars"] = "name = \"6\""
    #expect(name(project(files)) == "5")
    #expect(name(project(files, variableFiles: ["prod.tfvars"])) == "6")
    let all = project(files, variables: ["name": "7"], variableFiles: ["prod.tfvars"])
    #expect(name(all) == "7")
  }

  @Test func `a value from the command line is read by the declared type`() {
    let text = """
      variable "names" { type = list(string) }
      variable "plain" {}
      resource "aws_ecs_cluster" "main" {
        name = "${var.names[1]}-${var.plain}"
      }
      """
    let unit = project(text, variables: ["names": #"["a", "b"]"#, "plain": "[1]"])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "b-[1]")
    #expect(unit.codes == [])
  }

  @Test func `a value for a variable that nobody declares is reported`() {
    let unit = project(["main.tf": "variable \"name\" {}", "terraform.tfvars": "nam = 1"])
    #expect(unit.diagnostics.map(\.brief) == ["terraform.undeclared-variable terraform.tfvars:1:1"])
    #expect(unit.diagnostics[0].text.en.contains("Did you mean name?"))
  }

  @Test func `a variable without a value is unknown`() {
    let unit = project(cluster + "\nvariable \"name\" {}")
    let name = unit.value("clusterName", of: "aws_ecs_cluster.main")
    #expect(name?.unknownReason == .variable("name"))
    #expect(unit.codes == [])
  }

  @Test func `a file alone takes variables from its neighbours, and no resources`() {
    let files = [
      "main.tf": cluster,
      "other.tf": """
      variable "name" { default = "web" }
      resource "aws_ecs_cluster" "main" { name = "other" }
      resource "aws_ecs_cluster" "more" { name = "more" }
      """,
    ]
    let options = options(files)
    guard case .success(let file) = options.loader.load("main.tf") else { return }
    let unit = TerraformProject.read(file: file, options: options)
    #expect(unit.resourceNames == ["aws_ecs_cluster.main"])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "web")
    #expect(unit.codes == [])
  }

  @Test func `configurations of Terraform 0_11 are read`() {
    let unit = project(
      """
      variable "names" {
        type    = "list"
        default = ["a", "b"]
      }
      variable "n" { default = "2" }
      resource "aws_ecs_cluster" "main" {
        count = "${var.n}"
        name  = "${element(var.names, count.index)}"
        tags  = "${map("Name", "${var.names[0]}")}"
      }
      """
    )
    #expect(unit.resourceNames == ["aws_ecs_cluster.main[0]", "aws_ecs_cluster.main[1]"])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main[1]")?.brief == "b")
    #expect(unit.value("tags.0.value", of: "aws_ecs_cluster.main[1]")?.brief == "a")
    #expect(unit.diagnostics.map(\.brief) == ["terraform.quoted-type main.tf:2:13"])
  }

  @Test func `files are told apart by their names`() {
    #expect(TerraformProject.isConfiguration("a/main.tf"))
    #expect(TerraformProject.isConfiguration("main.tofu.json"))
    #expect(!TerraformProject.isConfiguration(".hidden.tf"))
    #expect(!TerraformProject.isConfiguration("main.tf~"))
    #expect(!TerraformProject.isConfiguration("main.tfvars"))
  }

  @Test func `blocks that declare nothing are accepted, unknown ones reported`() {
    let unit = project(
      """
      terraform { required_version = ">= 1.0" }
      provider "aws" { region = "us-east-1" }
      moved {
        from = aws_ecs_cluster.a
        to   = aws_ecs_cluster.b
      }
      import {
        to = aws_ecs_cluster.b
        id = "b"
      }
      removed { from = aws_ecs_cluster.c }
      check "health" {
        assert {
          condition     = true
          error_message = "no"
        }
      }
      resourc "aws_ecs_cluster" "b" {}
      """
    )
    #expect(unit.diagnostics.map(\.brief) == ["terraform.unknown-block main.tf:18:1"])
  }
}
