locals {
  containers = concat(
    jsondecode(templatefile("${path.module}/web.json.tftpl", {
      image      = "${aws_ecr_repository.repository.repository_url}:latest"
      logs       = aws_cloudwatch_log_group.logs.name
      privileged = var.settings.privileged
      read_only  = var.settings.read_only
      user       = var.settings.user
    })),
    [
      {
        name                   = var.sidecar.name
        image                  = "public.ecr.aws/xray/aws-xray-daemon@sha256:0f0cb2d1f3f5c6f6d3f4c0f5e7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6"
        essential              = false
        readonlyRootFilesystem = var.sidecar.read_only
        user                   = "1337"
        environment            = [for name, value in var.sidecar.variables : { name = name, value = value }]
      },
    ],
  )
  files = ["uploads"]
}

resource "aws_ecs_cluster" "cluster" {
  name = var.name
  dynamic "setting" {
    for_each = { containerInsights = "disabled" }
    content {
      name  = setting.key
      value = setting.value
    }
  }
  configuration {
    execute_command_configuration {
      logging = "NONE"
    }
  }
}

resource "aws_cloudwatch_log_group" "logs" {
  name              = format("/%s/web", var.name)
  retention_in_days = "30"
}

resource "aws_ecr_repository" "repository" {
  name                 = var.repository
  image_tag_mutability = upper("mutable")
  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_repository_policy" "share" {
  repository = aws_ecr_repository.repository.name
  policy     = file("${path.module}/share.json")
}

resource "aws_efs_file_system" "files" {
  encrypted = false
}

resource "aws_security_group" "group" {
  description = "the ${var.name} service"
  vpc_id      = "vpc-0a1b2c3d"
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.group.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = cidrsubnet("0.0.0.0/0", 0, 0)
}

resource "aws_ecs_task_definition" "task" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256 * 2
  memory                   = "1024"
  pid_mode                 = "task"
  task_role_arn            = var.task_role_arn
  execution_role_arn       = var.execution_role_arn
  container_definitions    = jsonencode(local.containers)

  dynamic "volume" {
    for_each = toset(local.files)
    content {
      name = volume.key
      efs_volume_configuration {
        file_system_id     = aws_efs_file_system.files.id
        transit_encryption = "DISABLED"
      }
    }
  }
}

resource "aws_ecs_service" "service" {
  name                   = var.name
  cluster                = aws_ecs_cluster.cluster.id
  task_definition        = aws_ecs_task_definition.task.arn
  launch_type            = "FARGATE"
  platform_version       = "1.3.0"
  desired_count          = 2
  enable_execute_command = !false

  network_configuration {
    assign_public_ip = var.public
    subnets          = ["subnet-0a1b2c3d"]
    security_groups  = aws_security_group.group[*].id
  }
}

resource "aws_lb" "balancer" {
  name     = var.name
  internal = !var.public
  subnets  = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}

resource "aws_lb_listener" "listener" {
  load_balancer_arn = aws_lb.balancer.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}
