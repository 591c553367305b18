import Inventory
import SourceText
import Syntax
import Templates
import Testing

@Suite struct PlanSourcesTests {
  private static let main = """
    module "web" {
      for_each = local.services
      source   = "./web"
      role     = aws_iam_role.task.arn
    }

    resource "aws_ecs_cluster" "main" {
      name = "main"
      setting {
        name  = "containerInsights"
        value = var.insights
      }
    }

    """

  private static let web = """
    resource "aws_ecs_task_definition" "app" {
      count  = 1
      family = "app-${each.key}"
      container_definitions = jsonencode([
        {
          name       = "app"
          image      = var.image
          privileged = true
          environment = [
            { name = "MODE", value = "x" },
          ]
        },
      ])
    }

    resource "aws_ecs_service" "app" {
      name = "app"
      dynamic "network_configuration" {
        for_each = [1]
        content {
          assign_public_ip = true
          subnets          = var.subnets
        }
      }
    }

    """

  private func unit(
    _ plan: String = PlanSample.plan,
    path: String = "infra/plan.json",
    _ files: [String: String] = [
      "infra/main.tf": PlanSourcesTests.main, "infra/web/main.tf": PlanSourcesTests.web,
    ]
  ) throws -> DeploymentUnit {
    let options = TemplateOptions(loader: ProjectLoader(files: files))
    let tree = Templates.parse(SourceFile(path: path, text: plan))
    return try #require(Templates.read(tree, options: options).first)
  }

  private func place(_ value: Value?) -> String? {
    value?.origin.map { "\($0.file.path):\($0.position.line):\($0.position.column)" }
  }

  private func resource(_ address: String, of unit: DeploymentUnit) throws -> Resource {
    try #require(unit.inventories[0][ResourceID(address)], "\(address)")
  }

  private static let task = #"module.web["a"].aws_ecs_task_definition.app[0]"#
  private static let service = #"module.web["a"].aws_ecs_service.app"#

  @Test func `a value of a container stands at its key in the literal that jsonencode takes`()
    throws
  {
    let task = try resource(Self.task, of: unit())
    let container = try #require(task.properties["containerDefinitions"]?.list?.first)
    #expect(place(container["privileged"]) == "infra/web/main.tf:8:20")
    #expect(place(container["image"]) == "infra/web/main.tf:7:20")
    #expect(container["image"]?.text == "nginx:1.29")
    #expect(container["image"]?.owner == "var.image")
    #expect(place(container["environment"]?.list?[0]["value"]) == "infra/web/main.tf:10:34")
    #expect(task.location.file.path == "infra/web/main.tf")
    #expect(task.location.position.line == 1)
  }

  @Test func `the place in the plan is a further one`() throws {
    let task = try resource(Self.task, of: unit())
    let via = try #require(
      task.properties["containerDefinitions"]?.list?.first?["privileged"]?.via.first
    )
    #expect(via.file.path == "infra/plan.json")
    #expect(via.position.line == 63)
  }

  @Test func `arguments of blocks are found, within dynamic ones too`() throws {
    let unit = try unit()
    let cluster = try resource("aws_ecs_cluster.main", of: unit).properties
    #expect(place(cluster["settings"]?.list?[0]["value"]) == "infra/main.tf:11:13")
    let network = try resource(Self.service, of: unit)
      .properties["networkConfiguration"]?["awsvpcConfiguration"]
    #expect(place(network?["assignPublicIp"]) == "infra/web/main.tf:21:26")
  }

  @Test func `what the provider adds stands nowhere in the sources`() throws {
    let service = try resource(Self.service, of: unit()).properties
    #expect(service["enableExecuteCommand"]?.content == .bool(true))
    #expect(service["enableExecuteCommand"]?.origin == nil)
  }

  @Test func `a resource that the sources do not declare keeps its place in the plan`() throws {
    let role = try resource("aws_iam_role.task", of: unit())
    #expect(role.location.file.path == "infra/plan.json")
  }

  @Test func `a plan that knows all texts of JSON stands for its sources`() throws {
    #expect(try unit().included == ["infra", "infra/web"])
  }

  private static let open = PlanSample.plan.replacing(
    "\"execution_role_arn\": true",
    with: "\"container_definitions\": true"
  ).replacing(
    "\"format_version\": \"1.2\",",
    with: """
      "format_version": "1.2", "variables": {"services": {"value": {"a": "${b}"}}},
      """
  )

  @Test func `what a plan leaves open of a text of JSON, its sources tell`() throws {
    let main = """
      variable "services" { type = map(string) }
      module "web" {
        for_each = var.services
        source   = "./web"
      }
      """
    let web = """
      variable "image" { default = "nginx" }
      resource "aws_ecr_repository" "app" { name = "app" }
      """ + "\n" + Self.web.replacing("var.image", with: "aws_ecr_repository.app.repository_url")
    let unit = try unit(
      Self.open,
      path: "infra/plan.json",
      ["infra/main.tf": main, "infra/web/main.tf": web]
    )
    #expect(unit.included == ["infra", "infra/web"])
    let task = try resource(Self.task, of: unit).properties
    let container = try #require(task["containerDefinitions"]?.list?.first)
    #expect(container["privileged"]?.content == .bool(true))
    #expect(place(container["privileged"]) == "infra/web/main.tf:10:20")
    #expect(container["image"]?.reference?.attribute == "repository_url")
    #expect(task["family"]?.text == "app-a")
  }

  @Test func `what neither the plan nor its sources tell is not shown, as it may hold secrets`()
    throws
  {
    let web = Self.web.replacing("jsonencode(", with: "unknown(").replacing("])", with: "])")
    let unit = try unit(
      Self.open,
      path: "infra/plan.json",
      ["infra/main.tf": Self.main, "infra/web/main.tf": web]
    )
    let containers = try resource(Self.task, of: unit).properties["containerDefinitions"]
    #expect(containers?.unknownReason == .attribute("\(Self.task).container_definitions"))
    #expect(containers?.isSensitive == true)
    #expect(place(containers) == "infra/web/main.tf:4:27")
  }

  @Test func `a key in a heredoc is found, whatever is filled in beside it`() throws {
    let web = """
      resource "aws_ecs_task_definition" "app" {
        container_definitions = <<-EOT
          [{
            "name": "app",
            "image": "${var.image}",
            "cpu": ${var.cpu},
            "privileged": true
          }]
        EOT
      }
      """
    let unit = try unit(["infra/main.tf": Self.main, "infra/web/a.tf": web])
    let container = try resource(Self.task, of: unit).properties["containerDefinitions"]?.list?[0]
    #expect(place(container?["privileged"]) == "infra/web/a.tf:7:21")
    #expect(container?["privileged"]?.owner == "true")
  }

  @Test func `the JSON syntax and overrides are followed, too`() throws {
    let web = """
      {"resource": {"aws_ecs_service": {"app": {
        "name": "app",
        "network_configuration": {"assign_public_ip": true}
      }}}}
      """
    let override = """
      resource "aws_ecs_cluster" "main" {
        setting {
          name  = "containerInsights"
          value = "disabled"
        }
      }
      """
    let unit = try unit([
      "infra/main.tf": Self.main, "infra/main_override.tf": override,
      "infra/web/main.tf.json": web,
    ])
    let cluster = try resource("aws_ecs_cluster.main", of: unit).properties
    #expect(place(cluster["settings"]?.list?[0]["value"]) == "infra/main_override.tf:4:13")
    let network = try resource(Self.service, of: unit)
      .properties["networkConfiguration"]?["awsvpcConfiguration"]
    #expect(place(network?["assignPublicIp"]) == "infra/web/main.tf.json:3:49")
  }

  @Test func `sources in another folder are not taken for the plan's`() throws {
    #expect(try unit().included == ["infra", "infra/web"])
    let unrelated = try unit(path: "plan.json")
    #expect(unrelated.included == [])
    #expect(try resource(Self.task, of: unrelated).location.file.path == "plan.json")
  }

  @Test func `containers are matched by name, whatever their order`() throws {
    let swapped = Self.web.replacing(
      "jsonencode([",
      with: "jsonencode([ { name = \"proxy\", privileged = false },"
    )
    let unit = try unit(["infra/main.tf": Self.main, "infra/web/a.tf": swapped])
    let task = try resource(Self.task, of: unit)
    let container = task.properties["containerDefinitions"]?.list?.first
    #expect(place(container?["privileged"]) == "infra/web/a.tf:8:20")
  }

  @Test func `where a reference hides the literal, the reference is the place`() throws {
    let hidden = """
      resource "aws_ecs_task_definition" "app" {
        container_definitions = var.containers
      }
      """
    let unit = try unit(["infra/main.tf": Self.main, "infra/web/a.tf": hidden])
    let container = try resource(Self.task, of: unit).properties["containerDefinitions"]?.list?[0]
    #expect(place(container?["privileged"]) == "infra/web/a.tf:2:27")
    #expect(place(container) == "infra/web/a.tf:2:27")
  }
}

extension PlanSourcesTests {
  private func unit(_ files: [String: String]) throws -> DeploymentUnit {
    try unit(PlanSample.plan, path: "infra/plan.json", files)
  }
}
