import Inventory
import SourceText
import Templates
import Testing

/// Well-known modules are judged without their sources; findings point to the call.
@Suite struct StandInTests {
  private func containers(of unit: DeploymentUnit, _ address: String) -> [Value] {
    unit.value("containerDefinitions", of: address)?.list ?? []
  }

  @Test func `the container definition of Cloud Posse`() {
    let unit = project(
      """
      module "app" {
        source          = "cloudposse/ecs-container-definition/aws"
        version         = "0.61.1"
        container_name  = "app"
        container_image = "${aws_ecr_repository.app.repository_url}:1"
        environment     = [{ name = "A", value = "1" }]
      }
      module "side" {
        source = "git::https://github.com/cloudposse/terraform-aws-ecs-container-definition.git?ref=1"
        container_name           = "side"
        container_image          = "side:1"
        readonly_root_filesystem = true
        map_environment          = { B = "2" }
      }
      resource "aws_ecr_repository" "app" { name = "app" }
      resource "aws_ecs_task_definition" "app" {
        family                = "app"
        container_definitions = "[${module.app.json_map_encoded},${module.side.json_map_encoded}]"
      }
      resource "aws_ecs_task_definition" "one" {
        family                = "one"
        container_definitions = jsonencode([module.app.json_map_object])
      }
      """
    )
    #expect(unit.codes == [])
    let found = containers(of: unit, "aws_ecs_task_definition.app")
    #expect(found.map { $0["name"]?.brief } == ["app", "side"])
    #expect(found[0]["image"]?.brief == "<aws_ecr_repository.app.repository_url>:1")
    #expect(found[0]["readonlyRootFilesystem"]?.content == .bool(false))
    #expect(found[0]["readonlyRootFilesystem"]?.place == "main.tf:1:1")
    #expect(found[1]["readonlyRootFilesystem"]?.place == "main.tf:12:30")
    #expect(found[1]["environment"]?.list?[0]["name"]?.brief == "B")
    #expect(
      containers(of: unit, "aws_ecs_task_definition.one").map { $0["name"]?.brief } == ["app"]
    )
  }

  @Test func `a service of terraform-aws-modules`() {
    let unit = project(
      """
      module "web" {
        source  = "terraform-aws-modules/ecs/aws//modules/service"
        version = "~> 5.11"

        name             = "web"
        cluster_arn      = aws_ecs_cluster.main.arn
        assign_public_ip = true
        container_definitions = {
          web = {
            image                    = "nginx:1"
            readonly_root_filesystem = false
          }
          side = { image = var.image }
        }
      }
      variable "image" {}
      resource "aws_ecs_cluster" "main" { name = "main" }
      """
    )
    #expect(unit.codes == [])
    let found = containers(of: unit, "module.web.aws_ecs_task_definition.this[0]")
    #expect(found.map { $0["name"]?.brief } == ["side", "web"])
    #expect(found[0]["readonlyRootFilesystem"]?.content == .bool(true))
    #expect(found[0]["image"]?.unknownReason == .variable("image"))
    #expect(found[1]["readonlyRootFilesystem"]?.place == "main.tf:11:34")
    let service = "module.web.aws_ecs_service.this[0]"
    let open = unit.value("networkConfiguration.awsvpcConfiguration.assignPublicIp", of: service)
    #expect(open?.place == "main.tf:7:22")
    #expect(unit.inventories[0][ResourceID(service)]?.location.position.line == 1)
    #expect(
      unit.inventories[0].resources.allSatisfy { $0.location.file.path == "main.tf" }
    )
  }

  @Test func `a cluster with services of terraform-aws-modules, version 6`() {
    let unit = project(
      """
      module "ecs" {
        source       = "terraform-aws-modules/ecs/aws"
        version      = "6.1.0"
        cluster_name = "main"
        services = {
          api = {
            container_definitions = {
              api = {
                image                  = "api:1"
                readonlyRootFilesystem = false
                privileged             = true
              }
            }
          }
        }
      }
      resource "aws_ecs_cluster" "other" { name = module.ecs.cluster_name }
      """
    )
    #expect(unit.codes == [])
    let found = containers(
      of: unit,
      #"module.ecs.module.service["api"].aws_ecs_task_definition.this[0]"#
    )
    #expect(found.map { $0["privileged"]?.place } == ["main.tf:11:36"])
    #expect(found[0]["readonlyRootFilesystem"]?.content == .bool(false))
    let settings = unit.value(
      "settings.0.value",
      of: "module.ecs.module.cluster.aws_ecs_cluster.this[0]"
    )
    #expect(settings?.brief == "enabled")
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.other")?.brief == "main")
  }

  @Test func `containers that are not known are unknown, not absent`() {
    let unit = project(
      """
      variable "containers" {}
      module "web" {
        source                = "terraform-aws-modules/ecs/aws//modules/service"
        name                  = "web"
        container_definitions = var.containers
      }
      """
    )
    let address = "module.web.aws_ecs_task_definition.this[0]"
    let containers = unit.value("containerDefinitions", of: address)
    #expect(containers?.unknownReason == .variable("containers"))
  }

  @Test func `sources that are installed come before the stand-in`() {
    let unit = project([
      "main.tf": """
      module "app" {
        source = "cloudposse/ecs-container-definition/aws"
      }
      resource "aws_ecs_cluster" "a" { name = module.app.json_map_encoded }
      """,
      ".terraform/modules/modules.json": """
      {"Modules": [{"Key": "app", "Dir": ".terraform/modules/app"}]}
      """,
      ".terraform/modules/app/outputs.tf": "output \"json_map_encoded\" { value = \"own\" }",
    ])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.a")?.brief == "own")
  }
}
