# Stands in for terraform-aws-modules/ecs/aws//modules/cluster: the arguments of versions 4 to 6.

variable "create" { default = true }
variable "tags" { default = {} }
variable "cluster_name" { default = null }
variable "name" { default = null }
variable "cluster_configuration" { default = null }
variable "configuration" { default = null }
variable "cluster_settings" { default = null }
variable "cluster_setting" { default = null }
variable "setting" { default = null }
variable "cluster_service_connect_defaults" { default = null }
variable "service_connect_defaults" { default = null }

variable "create_cloudwatch_log_group" {
  default  = true
  nullable = false
}
variable "cloudwatch_log_group_name" { default = null }
variable "cloudwatch_log_group_retention_in_days" {
  default  = 90
  nullable = false
}
variable "cloudwatch_log_group_kms_key_id" { default = null }
variable "cloudwatch_log_group_tags" { default = {} }

variable "fargate_capacity_providers" { default = {} }
variable "autoscaling_capacity_providers" {
  default  = {}
  nullable = false
}
variable "capacity_providers" { default = {} }

variable "create_task_exec_iam_role" { default = false }
variable "task_exec_iam_role_name" { default = null }
variable "task_exec_iam_role_permissions_boundary" { default = null }
variable "task_exec_iam_role_tags" { default = {} }

locals {
  named = var.name == null ? var.cluster_name : var.name

  given    = var.configuration == null ? var.cluster_configuration : var.configuration
  commands = try(local.given.execute_command_configuration, {})
  logging = merge({ for name, value in {
    logging           = "OVERRIDE"
    log_configuration = { cloud_watch_log_group_name = try(aws_cloudwatch_log_group.this[0].name, null) }
  } : name => value if var.create_cloudwatch_log_group }, local.commands)
  configures = var.create_cloudwatch_log_group || try(length(local.given) > 0, false)

  settings = flatten([try(coalesce(var.setting, var.cluster_setting, var.cluster_settings), [
    { name = "containerInsights", value = "enabled" },
  ])])
}

resource "aws_ecs_cluster" "this" {
  count = var.create ? 1 : 0

  name = local.named

  dynamic "configuration" {
    for_each = local.configures ? [local.logging] : []

    content {
      dynamic "execute_command_configuration" {
        for_each = [configuration.value]

        content {
          kms_key_id = try(execute_command_configuration.value.kms_key_id, null)
          logging    = try(execute_command_configuration.value.logging, "DEFAULT")

          dynamic "log_configuration" {
            for_each = try([execute_command_configuration.value.log_configuration], [])

            content {
              cloud_watch_encryption_enabled = try(log_configuration.value.cloud_watch_encryption_enabled, null)
              cloud_watch_log_group_name     = try(log_configuration.value.cloud_watch_log_group_name, null)
              s3_bucket_name                 = try(log_configuration.value.s3_bucket_name, null)
              s3_bucket_encryption_enabled   = try(log_configuration.value.s3_bucket_encryption_enabled, null)
              s3_key_prefix                  = try(log_configuration.value.s3_key_prefix, null)
            }
          }
        }
      }

      dynamic "managed_storage_configuration" {
        for_each = try([local.given.managed_storage_configuration], [])

        content {
          fargate_ephemeral_storage_kms_key_id = try(managed_storage_configuration.value.fargate_ephemeral_storage_kms_key_id, null)
          kms_key_id                           = try(managed_storage_configuration.value.kms_key_id, null)
        }
      }
    }
  }

  dynamic "setting" {
    for_each = local.settings

    content {
      name  = setting.value.name
      value = setting.value.value
    }
  }

  tags = var.tags
}

resource "aws_cloudwatch_log_group" "this" {
  count = var.create && var.create_cloudwatch_log_group ? 1 : 0

  name              = var.cloudwatch_log_group_name == null ? "/aws/ecs/${local.named == null ? "" : local.named}" : var.cloudwatch_log_group_name
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
  tags              = merge(var.tags, var.cloudwatch_log_group_tags)
}

resource "aws_ecs_capacity_provider" "this" {
  for_each = { for name, provider in var.autoscaling_capacity_providers : name => provider if var.create }

  name = try(each.value.name, each.key)

  auto_scaling_group_provider {
    auto_scaling_group_arn         = each.value.auto_scaling_group_arn
    managed_termination_protection = try(each.value.managed_termination_protection, null)
  }

  tags = merge(var.tags, try(each.value.tags, {}))
}

output "arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "cluster_arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "cluster_id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "cluster_name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "cloudwatch_log_group_name" { value = try(aws_cloudwatch_log_group.this[0].name, null) }
output "cloudwatch_log_group_arn" { value = try(aws_cloudwatch_log_group.this[0].arn, null) }
output "autoscaling_capacity_providers" { value = aws_ecs_capacity_provider.this }
