variable "name" { type = string }
variable "cluster_arn" { type = string }
variable "image" { type = string }
variable "task_role_arn" { type = string }
variable "environment" { type = map(string) }

variable "read_only" {
  description = "Whether the root file system is read-only."
  type        = bool
  default     = false
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  task_role_arn            = var.task_role_arn

  container_definitions = templatefile("${path.module}/containers.json.tftpl", {
    name        = var.name
    image       = var.image
    read_only   = var.read_only
    environment = [for key, value in var.environment : { name = key, value = value }]
  })
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster_arn
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = 2
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = true
  }
}
