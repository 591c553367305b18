import Inventory
import SourceText
import Templates
import Testing

/// JSON that stands as text in arguments keeps the place of every part.
@Suite struct JSONArgumentTests {
  private let address = "aws_ecs_task_definition.app"

  private func definition(
    _ containers: String,
    _ rest: String = "",
    files: [String: String] = [:]
  ) -> DeploymentUnit {
    let text = """
      resource "aws_ecs_task_definition" "app" {
        family                = "app"
        container_definitions = \(containers)
      }
      \(rest)
      """
    return project(files.merging(["main.tf": text]) { $1 })
  }

  @Test func `what trims a text leaves its parts and their places`() {
    let unit = project([
      "main.tf": """
      variable "memory" {}
      resource "aws_ecs_task_definition" "app" {
        family                = chomp("app\\n")
        container_definitions = trimspace(templatefile("app.tpl", { memory = var.memory }))
      }
      """,
      "app.tpl": """

      [{"name": "app", "memory": ${memory},
        "privileged": true}]

      """,
    ])
    let address = "aws_ecs_task_definition.app"
    let container = unit.value("containerDefinitions.0", of: address)
    #expect(unit.value("family", of: address)?.brief == "app")
    #expect(container?["memory"]?.unknownReason == .variable("memory"))
    #expect(container?["privileged"]?.place == "app.tpl:3:17")
  }

  @Test func `the elements that a function makes stand at its call`() {
    let unit = project(
      """
      resource "aws_ecs_service" "web" {
        network_configuration { subnets = split(",", "a,b") }
      }
      """
    )
    let path = "networkConfiguration.awsvpcConfiguration.subnets.1"
    let subnet = unit.value(path, of: "aws_ecs_service.web")
    #expect(subnet?.brief == "b")
    #expect(subnet?.place == "main.tf:2:37")
  }

  @Test func `a heredoc with holes`() {
    let unit = definition(
      """
      <<EOF
      [
        {
          "name": "web",
          "image": "${aws_ecr_repository.web.repository_url}:${var.tag}",
          "cpu": ${var.cpu},
          "privileged": ${var.privileged}
        }
      ]
      EOF
      """,
      """
      variable "tag" { default = "1" }
      variable "cpu" {}
      variable "privileged" { default = true }
      resource "aws_ecr_repository" "web" { name = "web" }
      """
    )
    let image = unit.value("containerDefinitions.0.image", of: address)
    #expect(image?.brief == "<aws_ecr_repository.web.repository_url>:1")
    #expect(unit.value("containerDefinitions.0.name", of: address)?.place == "main.tf:6:13")
    #expect(
      unit.value("containerDefinitions.0.cpu", of: address)?.unknownReason == .variable("cpu")
    )
    let privileged = unit.value("containerDefinitions.0.privileged", of: address)
    #expect(privileged?.content == .bool(true))
    #expect(unit.codes == [])
  }

  @Test func `jsonencode of a literal`() {
    let unit = definition(
      """
      jsonencode([
          {
            name                   = "web"
            image                  = aws_ecr_repository.web.repository_url
            readonlyRootFilesystem = var.read_only
          },
        ])
      """,
      """
      variable "read_only" { default = false }
      resource "aws_ecr_repository" "web" { name = "web" }
      """
    )
    let read = unit.value("containerDefinitions.0.readonlyRootFilesystem", of: address)
    #expect(read?.content == .bool(false))
    #expect(read?.place == "main.tf:11:34")
    #expect(read?.via.first?.position.line == 7)
    let image = unit.value("containerDefinitions.0.image", of: address)
    #expect(image?.brief == "<aws_ecr_repository.web.repository_url>")
  }

  @Test func `a file, and a template file`() {
    let unit = definition(
      #"file("${path.module}/app.json")"#,
      files: ["app.json": "[{\"name\": \"web\",\n  \"image\": \"nginx\"}]"]
    )
    #expect(unit.value("containerDefinitions.0.image", of: address)?.place == "app.json:2:12")
    #expect(unit.included == ["app.json"])
    let template = definition(
      #"templatefile("app.tpl", { image = local.image, extra = var.extra })"#,
      "locals { image = \"nginx\" }\nvariable \"extra\" {}",
      files: [
        "app.tpl":
          "[{\"name\": \"web\",\n  \"image\": \"${image}\", \"cpu\": ${extra},\n\"user\": \"1\"}]"
      ]
    )
    #expect(template.value("containerDefinitions.0.image", of: address)?.brief == "nginx")
    #expect(template.value("containerDefinitions.0.user", of: address)?.place == "app.tpl:3:9")
    #expect(
      template.value("containerDefinitions.0.cpu", of: address)?.unknownReason == .variable("extra")
    )
    #expect(template.codes == [])
  }

  @Test func `a template that is not given one of its variables`() {
    let unit = definition(
      #"templatefile("app.tpl", { image = "nginx" })"#,
      files: ["app.tpl": "[{\"name\": \"web\", \"image\": \"${image}:${tag}\"}]"]
    )
    #expect(unit.value("containerDefinitions.0.name", of: address)?.brief == "web")
    #expect(unit.diagnostics.map(\.brief) == ["terraform.missing-template-variable app.tpl:1:39"])
  }

  @Test func `pieces that are glued together`() {
    let unit = definition(
      #""[${local.a}, ${jsonencode(local.b)}]""#,
      """
      locals {
        a = "{\\"name\\": \\"a\\", \\"privileged\\": true}"
        b = { name = "b", user = "root" }
      }
      """
    )
    #expect(unit.value("containerDefinitions.0.name", of: address)?.brief == "a")
    #expect(unit.value("containerDefinitions.1.user", of: address)?.place == "main.tf:7:28")
    #expect(unit.codes == [])
  }

  @Test func `the definitions of another resource`() {
    let unit = definition(
      "aws_ecs_task_definition.other.container_definitions",
      """
      resource "aws_ecs_task_definition" "other" {
        family                = "other"
        container_definitions = jsonencode([{ name = "web", image = var.image }])
      }
      variable "image" {}
      """
    )
    #expect(unit.value("containerDefinitions.0.name", of: address)?.place == "main.tf:7:48")
    let image = unit.value("containerDefinitions.0.image", of: address)
    #expect(image?.unknownReason == .variable("image"))
  }

  @Test func `a text that is no JSON is unknown and reported`() {
    let unit = definition("<<EOF\n[{\"name\": \"web\",,}]\nEOF")
    #expect(unit.value("containerDefinitions", of: address)?.unknownReason != nil)
    #expect(unit.codes == ["terraform.invalid-json"])
    #expect(unit.diagnostics[0].location?.position.line == 4)
  }

  @Test func `an object where a list belongs is unknown and reported, not empty`() {
    let unit = definition(#"jsonencode({ name = "web", image = "nginx", privileged = true })"#)
    let containers = unit.value("containerDefinitions", of: address)
    #expect(containers?.unknownReason == .malformed(expected: "list"))
    #expect(unit.diagnostics.count == 1)
  }

  @Test func `a text of which nothing is known is unknown without blame`() {
    let unit = definition("var.definitions", "variable \"definitions\" {}")
    let value = unit.value("containerDefinitions", of: address)
    #expect(value?.unknownReason == .variable("definitions"))
    #expect(unit.codes == [])
  }

  @Test func `files outside of what is scanned are not read`() {
    let files = ["infra/main.tf": #"locals { x = file("/etc/passwd") }"#]
    let text = """
      resource "aws_ecs_cluster" "a" { name = file("../../secret") }
      resource "aws_ecs_cluster" "b" { name = file("/etc/passwd") }
      resource "aws_ecs_cluster" "c" { name = file("../shared/name") }
      resource "aws_ecs_cluster" "d" { name = file("missing") }
      """
    let unit = project(
      files.merging(["infra/main.tf": text, "shared/name": "web"]) { $1 },
      folder: "infra",
      root: ""
    )
    #expect(
      unit.diagnostics.map(\.code) == [
        "terraform.file-outside", "terraform.file-outside", "terraform.unread-file",
      ]
    )
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.c")?.brief == "web")
  }
}
