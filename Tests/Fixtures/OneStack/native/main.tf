# The stack of stack.yaml in Terraform.
variable "queue_url" { type = string }

resource "aws_ecs_cluster" "cluster" {
  name = "orders"
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
  configuration {
    execute_command_configuration { logging = "NONE" }
  }
}

resource "aws_cloudwatch_log_group" "logs" {
  name              = "/orders/web"
  retention_in_days = 30
}

resource "aws_ecr_repository" "repository" {
  name                 = "orders/web"
  image_tag_mutability = "MUTABLE"
  image_scanning_configuration { scan_on_push = true }
}

resource "aws_ecr_repository_policy" "share" {
  repository = aws_ecr_repository.repository.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Share", Effect = "Allow", Principal = "*", Action = ["ecr:BatchGetImage"] }]
  })
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task_role" {
  name               = "orders-task"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "everything" {
  name = "everything"
  role = aws_iam_role.task_role.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_role" "execution_role" {
  name               = "orders-execution"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_efs_file_system" "files" {
  encrypted = false
}

resource "aws_security_group" "group" {
  description = "the orders service"
  vpc_id      = "vpc-0a1b2c3d"
}

resource "aws_security_group_rule" "ssh" {
  type              = "ingress"
  security_group_id = aws_security_group.group.id
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_ecs_task_definition" "task" {
  family                   = "orders"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  pid_mode                 = "task"
  task_role_arn            = aws_iam_role.task_role.arn
  execution_role_arn       = aws_iam_role.execution_role.arn

  volume {
    name = "uploads"
    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.files.id
      transit_encryption = "DISABLED"
    }
  }

  container_definitions = jsonencode([
    {
      name                   = "web"
      image                  = "${aws_ecr_repository.repository.repository_url}:latest"
      essential              = true
      readonlyRootFilesystem = false
      privileged             = true
      user                   = "root"
      environment = [
        { name = "AWS_SECRET_ACCESS_KEY", value = "not-a-real-key" },
        { name = "STAGE", value = "production" },
      ]
      mountPoints     = [{ sourceVolume = "uploads", containerPath = "/uploads" }]
      linuxParameters = { capabilities = { add = ["SYS_ADMIN"] } }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.logs.name
          awslogs-region        = "ap-northeast-1"
          awslogs-stream-prefix = "web"
        }
      }
    },
    {
      name                   = "sidecar"
      image                  = "public.ecr.aws/xray/aws-xray-daemon@sha256:0f0cb2d1f3f5c6f6d3f4c0f5e7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6"
      essential              = false
      readonlyRootFilesystem = true
      user                   = "1337"
      environment            = [{ name = "QUEUE_URL", value = var.queue_url }]
    },
  ])
}

resource "aws_ecs_service" "service" {
  name                   = "orders"
  cluster                = aws_ecs_cluster.cluster.id
  task_definition        = aws_ecs_task_definition.task.arn
  launch_type            = "FARGATE"
  platform_version       = "1.3.0"
  desired_count          = 2
  enable_execute_command = true

  network_configuration {
    assign_public_ip = true
    subnets          = ["subnet-0a1b2c3d"]
    security_groups  = [aws_security_group.group.id]
  }
}

resource "aws_lb" "balancer" {
  name     = "orders"
  internal = false
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

resource "aws_cloudtrail" "trail" {
  name           = "orders"
  s3_bucket_name = "orders-trail"
}

resource "aws_secretsmanager_secret" "password" {
  name = "orders/password"
}
