import Inventory
import Posture
import SourceText
import Templates
import Testing

/// Terraform modules by the controls that judge them.
@Suite struct TerraformScanTests {
  @Test(arguments: ["data.terraform_remote_state.base.outputs.containers", "null_resource.x.all"])
  func `containers that are not known may or may not hold secrets`(containers: String) {
    let text = """
      data "terraform_remote_state" "base" { backend = "s3" }
      resource "null_resource" "x" {}
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = \(containers)
      }
      """
    for control in ["ecs.td.env-secrets", "ecs.td.secrets-elsewhere", "ecs.td.logging"] {
      let findings = scan(["main.tf": text], only: control)
      #expect(findings.map(\.verdict) == [.unknown])
    }
  }

  @Test func `what a container lacks is shown in the container, not where its name comes from`() {
    let files = [
      "main.tf": """
      locals { services = yamldecode(file("services.yaml")) }
      resource "aws_ecs_task_definition" "all" {
        for_each = local.services
        family   = each.key
        container_definitions = jsonencode([{
          image = each.value.image
          name  = each.key
        }])
      }
      """,
      "services.yaml": "web: { image: nginx }",
    ]
    let findings = scan(files, only: "ecs.td.readonly-root")
    #expect(findings.map(\.verdict) == [.fail])
    #expect(
      findings.map { "\($0.location.file.path):\($0.location.position.line)" } == ["main.tf:7"]
    )
  }

  private func scan(_ files: [String: String], only control: String) -> [Finding] {
    let unit = TerraformProject.read("", options: TemplateOptions(loader: Files(texts: files)))
    var selection = Scanner.Selection()
    selection.only = [control]
    selection.explainsPasses = true
    let scanner = Scanner(ControlCatalogue.embedded(), selection: selection)
    return scanner.scan(unit.inventories, in: SourceFile(path: "main.tf", text: "")).findings
  }

  private struct Files: SourceLoader {
    let texts: [String: String]

    func load(_ path: String) -> Result<SourceFile, LoadError> {
      texts[path].map { .success(SourceFile(path: path, text: $0)) }
        ?? .failure(LoadError(path: path, reason: "no such file"))
    }

    func list(_ folder: String) -> Result<[String], LoadError> { .success(Array(texts.keys)) }
  }
}
