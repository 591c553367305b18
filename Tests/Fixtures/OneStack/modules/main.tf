# The stack of stack.yaml as people write it: variables, locals, a module, a template.
locals {
  name = "orders"
  tags = null
  trust = {
    Version = "2012-10-17"
    Statement = [
      for service in ["ecs-tasks"] : {
        Effect    = "Allow"
        Principal = { Service = "${service}.amazonaws.com" }
        Action    = "sts:AssumeRole"
      }
    ]
  }
  roles = {
    task_role      = { name = "${local.name}-task" }
    execution_role = { name = "${local.name}-execution" }
  }
}

variable "queue_url" {
  type      = string
  sensitive = true
}

resource "aws_iam_role" "this" {
  for_each           = local.roles
  name               = each.value.name
  assume_role_policy = jsonencode(local.trust)
  tags               = local.tags
  managed_policy_arns = each.key == "execution_role" ? [
    "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
  ] : null
}

resource "aws_iam_role_policy" "inline" {
  for_each = { for key in keys(local.roles) : "everything" => key if key == "task_role" }
  name     = each.key
  role     = aws_iam_role.this[each.value].name
  policy   = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
    }
  POLICY
}

module "web" {
  source             = "./service"
  name               = local.name
  public             = true
  repository         = "${local.name}/web"
  task_role_arn      = aws_iam_role.this["task_role"].arn
  execution_role_arn = aws_iam_role.this["execution_role"].arn
  sidecar            = { variables = { QUEUE_URL = var.queue_url } }
  settings           = { read_only = "false", user = "root" }
}

resource "aws_cloudtrail" "trail" {
  count          = 1
  name           = local.name
  s3_bucket_name = "${local.name}-trail"
}

resource "aws_secretsmanager_secret" "password" {
  name = join("/", [local.name, "password"])
}
