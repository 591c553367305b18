import Inventory
import SourceText
import Templates
import Testing

@Suite struct ModuleTests {
  private let service = """
    variable "name" { type = string }
    variable "public" {
      type    = bool
      default = false
    }
    resource "aws_ecs_service" "this" {
      name = var.name
      network_configuration { assign_public_ip = var.public }
    }
    output "arn" { value = aws_ecs_service.this.id }
    output "label" { value = "svc-${var.name}" }
    """

  @Test func `a local module's resources and outputs take part`() {
    let unit = project(
      [
        "live/main.tf": """
        module "web" {
          source = "../modules/service"
          name   = "web"
          public = true
        }
        resource "aws_ecs_cluster" "main" { name = module.web.label }
        """,
        "modules/service/main.tf": service,
      ],
      folder: "live"
    )
    #expect(unit.resourceNames == ["aws_ecs_cluster.main", "module.web.aws_ecs_service.this"])
    #expect(unit.included == ["modules/service"])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "svc-web")
    let address = "module.web.aws_ecs_service.this"
    let open = unit.value("networkConfiguration.awsvpcConfiguration.assignPublicIp", of: address)
    #expect(open?.place == "live/main.tf:4:12")
    #expect(
      open?.via.map { "\($0.file.path):\($0.position.line)" } == ["modules/service/main.tf:8"]
    )
    #expect(unit.value("serviceName", of: address)?.place == "live/main.tf:3:12")
    #expect(unit.inventories[0][ResourceID(address)]?.location.position.line == 6)
    #expect(unit.codes == [])
  }

  @Test func `modules are called as often as count and for_each say, and nest`() {
    let unit = project([
      "main.tf": """
      module "two" {
        source = "./outer"
        count  = 2
        name   = "n${count.index}"
      }
      module "each" {
        source   = "./outer"
        for_each = { a = "x" }
        name     = each.value
      }
      module "none" {
        source = "./outer"
        count  = 0
        name   = "none"
      }
      resource "aws_ecs_cluster" "main" {
        name = module.each["a"].label
        tags = { all = join(",", [module.two[1].label]) }
      }
      """,
      "outer/main.tf": """
      variable "name" {}
      module "inner" {
        source = "../service"
        name   = "${var.name}-inner"
      }
      output "label" { value = module.inner.label }
      """,
      "service/main.tf": service,
    ])
    #expect(
      unit.resourceNames == [
        "aws_ecs_cluster.main", "module.two[0].module.inner.aws_ecs_service.this",
        "module.two[1].module.inner.aws_ecs_service.this",
        #"module.each["a"].module.inner.aws_ecs_service.this"#,
      ]
    )
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "svc-x-inner")
    #expect(unit.included.sorted() == ["outer", "service"])
  }

  @Test func `installed modules are found through the manifest of terraform init`() {
    let unit = project([
      "main.tf": """
      module "web" {
        source  = "acme/service/aws"
        version = "1.0.0"
        name    = "web"
      }
      """,
      ".terraform/modules/modules.json": """
      {"Modules": [{"Key": "", "Source": "", "Dir": "."},
        {"Key": "web", "Source": "registry.terraform.io/acme/service/aws",
         "Dir": ".terraform/modules/web"}]}
      """,
      ".terraform/modules/web/main.tf": service,
    ])
    #expect(unit.resourceNames == ["module.web.aws_ecs_service.this"])
    #expect(unit.included.contains(".terraform/modules/web"))
    #expect(unit.codes == [])
  }

  @Test func `a module whose sources are not here is said to be unknown`() {
    let unit = project(
      """
      module "web" {
        source = "acme/service/aws"
      }
      module "gone" {
        source = "./gone"
      }
      resource "aws_ecs_cluster" "main" { name = module.web.label }
      """
    )
    #expect(
      unit.diagnostics.map(\.brief).sorted() == [
        "terraform.module-not-analysed main.tf:2:12", "terraform.module-not-analysed main.tf:5:12",
      ]
    )
    let name = unit.value("clusterName", of: "aws_ecs_cluster.main")
    #expect(name?.unknownReason == .module("acme/service/aws"))
  }

  @Test func `modules that call each other end`() {
    let unit = project([
      "main.tf": "module \"a\" { source = \"./a\" }",
      "a/main.tf": "module \"b\" { source = \"../b\" }",
      "b/main.tf": "module \"a\" { source = \"../a\" }",
    ])
    #expect(unit.diagnostics.map(\.brief) == ["terraform.module-cycle b/main.tf:1:23"])
  }

  @Test func `a module without an argument that it needs is reported at the call`() {
    let unit = project([
      "main.tf": "module \"web\" {\n  source = \"./service\"\n}",
      "service/main.tf": service,
    ])
    #expect(unit.diagnostics.map(\.brief) == ["terraform.missing-argument main.tf:1:1"])
    let name = unit.value("serviceName", of: "module.web.aws_ecs_service.this")
    #expect(name?.unknownReason == .variable("name"))
  }

  @Test func `a module finds its own files`() {
    let unit = project(
      [
        "live/main.tf": "module \"web\" { source = \"../modules/web\" }",
        "modules/web/main.tf": """
        resource "aws_ecs_cluster" "main" {
          name = trimspace(file("${path.module}/files/name.txt"))
          tags = { for name in fileset(path.module, "files/*.txt") : name => path.root }
        }
        """,
        "modules/web/files/name.txt": "web\n",
      ],
      folder: "live"
    )
    let address = "module.web.aws_ecs_cluster.main"
    #expect(unit.value("clusterName", of: address)?.brief == "web")
    #expect(unit.value("tags.0.key", of: address)?.brief == "files/name.txt")
    #expect(unit.value("tags.0.value", of: address)?.brief == ".")
    #expect(unit.codes == [])
  }

  @Test func `an argument that a module does not take is reported`() {
    let unit = project([
      "main.tf": "module \"web\" {\n  source = \"./service\"\n  nam = \"a\"\n  name = \"b\"\n}",
      "service/main.tf": service,
    ])
    #expect(unit.diagnostics.map(\.brief) == ["terraform.undeclared-argument main.tf:3:3"])
    #expect(unit.diagnostics[0].text.en.contains("Did you mean name?"))
  }

  @Test func `a module has the provider that its call passes`() {
    let unit = project([
      "main.tf": """
      provider "aws" {
        alias = "tagged"
        default_tags { tags = { Team = "a" } }
      }
      module "web" {
        source    = "./service"
        name      = "web"
        providers = { aws = aws.tagged }
      }
      """,
      "service/main.tf": service,
    ])
    let tag = unit.value("tags.0.value", of: "module.web.aws_ecs_service.this")
    #expect(tag?.place == "main.tf:3:34")
  }

  @Test func `null arguments take the default only where the variable says so`() {
    let unit = project([
      "main.tf": """
      module "m" {
        source = "./m"
        a      = null
        b      = null
      }
      """,
      "m/main.tf": """
      variable "a" {
        default  = "default"
        nullable = false
      }
      variable "b" { default = "default" }
      resource "aws_ecs_cluster" "main" {
        name = var.a
        tags = var.b
      }
      """,
    ])
    let address = "module.m.aws_ecs_cluster.main"
    #expect(unit.value("clusterName", of: address)?.brief == "default")
    #expect(unit.value("tags", of: address)?.isNull ?? true)
  }
}
