"""Sources to measure with, made from the repository's own examples."""

import pathlib

ROOT = pathlib.Path(__file__).parent.parent


def templates(folder, count):
    """Writes `count` CloudFormation templates, each the example's with a number in its names."""
    folder.mkdir()
    text = (ROOT / "Examples/shop.yaml").read_text()
    for number in range(count):
        changed = text.replace("shop", f"shop{number}").replace("WebTask", f"WebTask{number}")
        (folder / f"{number:04}.yaml").write_text(changed)
    return folder


SERVICE = """resource "aws_ecs_task_definition" "{name}" {{
  family                   = "${{local.prefix}}-{name}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  task_role_arn            = aws_iam_role.{name}.arn
  execution_role_arn       = aws_iam_role.{name}_execution.arn

  container_definitions = jsonencode([
    {{
      name                   = "{name}"
      image                  = "${{var.registry}}/{name}:${{var.tags_by_service["{name}"]}}"
      essential              = true
      readonlyRootFilesystem = var.read_only
      user                   = "1000"
      environment            = [for key, value in local.environment : {{ name = key, value = value }}]
      portMappings           = [{{ containerPort = 8080, protocol = "tcp" }}]
      logConfiguration = {{
        logDriver = "awslogs"
        options = {{
          awslogs-group         = aws_cloudwatch_log_group.{name}.name
          awslogs-region        = var.region
          awslogs-stream-prefix = "{name}"
        }}
      }}
    }},
  ])
}}

resource "aws_ecs_service" "{name}" {{
  name            = "{name}"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.{name}.arn
  desired_count   = var.environment == "production" ? 3 : 1
  launch_type     = "FARGATE"

  network_configuration {{
    subnets          = var.subnets
    assign_public_ip = false
  }}
}}

resource "aws_cloudwatch_log_group" "{name}" {{
  name              = "/${{local.prefix}}/{name}"
  retention_in_days = 365
}}

resource "aws_ecr_repository" "{name}" {{
  name                 = "${{local.prefix}}/{name}"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {{
    scan_on_push = true
  }}
}}
"""

ROLES = """data "aws_iam_policy_document" "{name}_trust" {{
  statement {{
    actions = ["sts:AssumeRole"]
    principals {{
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }}
  }}
}}

resource "aws_iam_role" "{name}" {{
  name               = "${{local.prefix}}-{name}"
  assume_role_policy = data.aws_iam_policy_document.{name}_trust.json
}}

resource "aws_iam_role" "{name}_execution" {{
  name               = "${{local.prefix}}-{name}-execution"
  assume_role_policy = data.aws_iam_policy_document.{name}_trust.json
}}

resource "aws_iam_role_policy" "{name}" {{
  role = aws_iam_role.{name}.id
  policy = jsonencode({{
    Version = "2012-10-17"
    Statement = [
      {{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::${{local.prefix}}-{name}/*" }},
    ]
  }})
}}
"""

MAIN = """variable "environment" {
  type    = string
  default = "production"
}
variable "registry" { type = string }
variable "region" { default = "ap-northeast-1" }
variable "subnets" { type = list(string) }
variable "read_only" {
  type    = bool
  default = false
}
variable "tags_by_service" { type = map(string) }

locals {
  prefix      = "shop-${var.environment}"
  environment = { STAGE = var.environment, REGION = var.region }
}

resource "aws_ecs_cluster" "main" {
  name = local.prefix
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}
"""


def repository(folder, count):
    """Writes a Terraform repository of `count` .tf files: a root module for every 21 of them."""
    folder.mkdir()
    written, root = 0, 0
    while written < count:
        module = folder / f"stack{root:03}"
        module.mkdir()
        (module / "main.tf").write_text(MAIN)
        written, root = written + 1, root + 1
        for number in range(10):
            for suffix, text in (("", SERVICE), ("_roles", ROLES)):
                if written == count:
                    return folder
                name = f"service{number}"
                (module / f"{name}{suffix}.tf").write_text(text.format(name=name))
                written += 1
    return folder


NESTED = {
    "main.tf": """module "ecs" {
  source       = "./modules/ecs"
  cluster_name = "shop"
  services = {
    for number in range(40) : "service${number}" => {
      cpu = 512
      container_definitions = {
        app = { image = "shop/app:${number}", user = "1000" }
        log = { image = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable", readonly_root_filesystem = false }
      }
    }
  }
}
""",
    "modules/ecs/main.tf": """variable "cluster_name" { type = string }
variable "services" { type = any }

module "cluster" {
  source = "../cluster"
  name   = var.cluster_name
}

module "service" {
  source   = "../service"
  for_each = { for name, service in var.services : name => service if try(service.create, true) }

  name                  = try(each.value.name, each.key)
  cluster_arn           = module.cluster.arn
  cpu                   = try(each.value.cpu, 1024)
  memory                = try(each.value.memory, 2048)
  container_definitions = try(each.value.container_definitions, {})
  assign_public_ip      = try(each.value.assign_public_ip, false)
}
""",
    "modules/cluster/main.tf": """variable "name" { type = string }
resource "aws_ecs_cluster" "this" {
  name = var.name
  dynamic "setting" {
    for_each = [{ name = "containerInsights", value = "enabled" }]
    content {
      name  = setting.value.name
      value = setting.value.value
    }
  }
}
output "arn" { value = aws_ecs_cluster.this.arn }
""",
    "modules/service/main.tf": """variable "name" { type = string }
variable "cluster_arn" { type = string }
variable "cpu" { type = number }
variable "memory" { type = number }
variable "container_definitions" { type = any }
variable "assign_public_ip" { type = bool }

module "container_definition" {
  source   = "../container-definition"
  for_each = { for name, container in var.container_definitions : name => container if try(container.create, true) }

  name                     = each.key
  image                    = try(each.value.image, null)
  user                     = try(each.value.user, null)
  readonly_root_filesystem = try(each.value.readonly_root_filesystem, true)
  environment              = try(each.value.environment, [])
  service                  = var.name
}

resource "aws_ecs_task_definition" "this" {
  count                    = 1
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  container_definitions    = jsonencode([for name, container in module.container_definition : container.definition])
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster_arn
  task_definition = aws_ecs_task_definition.this[0].arn
  launch_type     = "FARGATE"
  dynamic "network_configuration" {
    for_each = [{ assign_public_ip = var.assign_public_ip }]
    content {
      assign_public_ip = network_configuration.value.assign_public_ip
      subnets          = ["subnet-0a1b2c3d"]
    }
  }
}
""",
    "modules/container-definition/main.tf": """variable "name" { type = string }
variable "service" { type = string }
variable "image" { type = string }
variable "user" {
  type    = string
  default = null
}
variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = []
}
variable "readonly_root_filesystem" {
  type    = bool
  default = true
}

locals {
  log_group = "/${var.service}/${var.name}"
  definition = {
    name                   = var.name
    image                  = var.image
    user                   = var.user
    environment            = var.environment
    readonlyRootFilesystem = var.readonly_root_filesystem
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = local.log_group, awslogs-stream-prefix = "ecs" }
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = local.log_group
  retention_in_days = 365
}

output "definition" { value = { for key, value in local.definition : key => value if value != null } }
""",
}


def nested_modules(folder):
    """Writes modules that call modules: 40 services of two containers each, three levels deep."""
    for path, text in NESTED.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder
