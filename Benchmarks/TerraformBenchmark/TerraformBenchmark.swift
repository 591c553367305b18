import Glibc
import SourceText
import Templates

/// Measures how fast projects are read: CPU seconds, the best of three runs.
@main enum TerraformBenchmark {
  static func main() {
    let one = ProjectFiles(folders: 1, files: 1_000)
    measure("1,000 files, one root module") {
      _ = TerraformProject.read("root0", options: TemplateOptions(loader: one))
    }
    let many = ProjectFiles(folders: 100, files: 10)
    measure("1,000 files, 100 root modules") {
      let options = TemplateOptions(loader: many)
      for folder in 0..<100 { _ = TerraformProject.read("root\(folder)", options: options) }
    }
    let nested = ProjectFiles(folders: 0, files: 0)
    measure("60 services of terraform-aws-modules/ecs") {
      _ = TerraformProject.read("nested", options: TemplateOptions(loader: nested))
    }
  }

  private static func measure(_ name: String, _ body: () -> Void) {
    var best = Double.infinity
    for _ in 0..<3 {
      let start = clock()
      body()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print("\(name): \(Int(best * 1_000)) ms")
  }
}

/// Configurations of about 100 lines a file.
struct ProjectFiles: SourceLoader {
  private var files: [String: SourceFile] = [:]
  private var names: [String: [String]] = [:]

  init(folders: Int, files count: Int) {
    for folder in 0..<folders {
      add("root\(folder)", "variables.tf", Self.variables)
      for number in 0..<count { add("root\(folder)", "f\(number).tf", Self.service(number)) }
    }
    let services = (0..<60).map(Self.call).joined(separator: "\n")
    add(
      "nested",
      "main.tf",
      "module \"ecs\" {\n  source = \"terraform-aws-modules/ecs/aws\"\n"
        + "  version = \"~> 5.11\"\n  cluster_name = \"main\"\n  services = {\n\(services)\n  }\n}\n"
    )
  }

  private mutating func add(_ folder: String, _ name: String, _ text: String) {
    let path = "\(folder)/\(name)"
    files[path] = SourceFile(path: path, text: text)
    names[folder, default: []].append(name)
  }

  func load(_ path: String) -> Result<SourceFile, LoadError> {
    files[path].map { .success($0) } ?? .failure(LoadError(path: path, reason: "no such file"))
  }

  func list(_ folder: String) -> Result<[String], LoadError> { .success(names[folder] ?? []) }

  private static let variables = """
    variable "env" { default = "prod" }
    variable "region" { type = string }
    variable "tags" {
      type    = map(string)
      default = { Team = "a", Env = "prod" }
    }
    locals {
      prefix = "${var.env}-${var.region}"
      tags   = merge(var.tags, { Prefix = local.prefix })
    }
    """

  private static func call(_ number: Int) -> String {
    """
        s\(number) = {
          cpu = 512
          container_definitions = {
            web = {
              image       = "web:\(number)"
              environment = [{ name = "A", value = "1" }, { name = "B", value = "2" }]
            }
            side = { image = "side:1", essential = false }
          }
        }
    """
  }

  private static func service(_ number: Int) -> String {
    """
    locals {
      name\(number) = "${local.prefix}-s\(number)"
      environment\(number) = { for k, v in { A = "1", B = var.env, C = 3 } : k => tostring(v) }
    }
    resource "aws_ecr_repository" "r\(number)" {
      name                 = local.name\(number)
      image_tag_mutability = "IMMUTABLE"
      tags                 = local.tags
      image_scanning_configuration { scan_on_push = true }
    }
    resource "aws_cloudwatch_log_group" "l\(number)" {
      name              = "/ecs/${local.name\(number)}"
      retention_in_days = 30
      tags              = local.tags
    }
    data "aws_iam_policy_document" "p\(number)" {
      statement {
        sid       = "Read"
        actions   = ["s3:GetObject", "s3:ListBucket"]
        resources = ["arn:aws:s3:::${local.name\(number)}", "arn:aws:s3:::${local.name\(number)}/*"]
        condition {
          test     = "StringEquals"
          variable = "aws:SourceVpc"
          values   = ["vpc-1"]
        }
      }
    }
    resource "aws_iam_role" "t\(number)" {
      name = "${local.name\(number)}-task"
      assume_role_policy = jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect    = "Allow"
          Action    = "sts:AssumeRole"
          Principal = { Service = "ecs-tasks.amazonaws.com" }
        }]
      })
    }
    resource "aws_iam_role_policy" "t\(number)" {
      role   = aws_iam_role.t\(number).id
      policy = data.aws_iam_policy_document.p\(number).json
    }
    resource "aws_ecs_task_definition" "d\(number)" {
      family                   = local.name\(number)
      network_mode             = "awsvpc"
      requires_compatibilities = ["FARGATE"]
      cpu                      = 256
      memory                   = 512
      task_role_arn            = aws_iam_role.t\(number).arn
      container_definitions = jsonencode([
        {
          name                   = "web"
          image                  = "${aws_ecr_repository.r\(number).repository_url}:latest"
          essential              = true
          readonlyRootFilesystem = true
          portMappings           = [{ containerPort = 8080, protocol = "tcp" }]
          environment            = [for k, v in local.environment\(number) : { name = k, value = v }]
          logConfiguration = {
            logDriver = "awslogs"
            options = {
              awslogs-group         = aws_cloudwatch_log_group.l\(number).name
              awslogs-region        = var.region
              awslogs-stream-prefix = "web"
            }
          }
        },
        { name = "side", image = "side:1", essential = false, user = "1000" },
      ])
      tags = local.tags
      dynamic "volume" {
        for_each = ["a", "b"]
        content { name = volume.value }
      }
    }
    resource "aws_ecs_service" "s\(number)" {
      name            = local.name\(number)
      cluster         = "main"
      task_definition = aws_ecs_task_definition.d\(number).arn
      desired_count   = 2
      launch_type     = "FARGATE"
      network_configuration {
        subnets          = ["subnet-1", "subnet-2"]
        assign_public_ip = false
        security_groups  = ["sg-1"]
      }
      lifecycle { ignore_changes = [desired_count] }
      tags = local.tags
    }
    """
  }
}
