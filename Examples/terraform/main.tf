# The orders service of the shop in Terraform.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

variable "environment" {
  type    = string
  default = "production"
}

variable "image_tag" {
  type = string
}

locals {
  name = "orders-${var.environment}"
}

resource "aws_ecs_cluster" "main" {
  name = local.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecr_repository" "orders" {
  name                 = "shop/orders"
  image_tag_mutability = "IMMUTABLE"
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

resource "aws_iam_role" "task" {
  name               = "${local.name}-task"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "orders" {
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:*"], Resource = "*" },
    ]
  })
}

module "orders" {
  source        = "./service"
  name          = local.name
  cluster_arn   = aws_ecs_cluster.main.arn
  image         = "${aws_ecr_repository.orders.repository_url}:${var.image_tag}"
  task_role_arn = aws_iam_role.task.arn
  environment   = { STAGE = var.environment, DB_PASSWORD = "correct-horse-battery" }
}
