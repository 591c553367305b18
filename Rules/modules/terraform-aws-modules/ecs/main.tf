# Stands in for terraform-aws-modules/ecs/aws: a cluster with its services, versions 4 to 6.

variable "version" { default = null }
variable "create" { default = true }
variable "tags" { default = {} }
variable "cluster_tags" { default = {} }
variable "cluster_name" { default = null }
variable "cluster_configuration" { default = null }
variable "cluster_settings" { default = null }
variable "cluster_setting" { default = null }
variable "create_cloudwatch_log_group" { default = true }
variable "cloudwatch_log_group_name" { default = null }
variable "cloudwatch_log_group_retention_in_days" { default = 90 }
variable "cloudwatch_log_group_kms_key_id" { default = null }
variable "cloudwatch_log_group_tags" { default = {} }
variable "autoscaling_capacity_providers" { default = {} }
variable "services" {
  default  = {}
  nullable = false
}

module "cluster" {
  source = "./modules/cluster"

  create                                 = var.create
  tags                                   = merge(var.tags, var.cluster_tags)
  cluster_name                           = var.cluster_name
  cluster_configuration                  = var.cluster_configuration
  cluster_settings                       = var.cluster_settings
  cluster_setting                        = var.cluster_setting
  create_cloudwatch_log_group            = var.create_cloudwatch_log_group
  cloudwatch_log_group_name              = var.cloudwatch_log_group_name
  cloudwatch_log_group_retention_in_days = var.cloudwatch_log_group_retention_in_days
  cloudwatch_log_group_kms_key_id        = var.cloudwatch_log_group_kms_key_id
  cloudwatch_log_group_tags              = var.cloudwatch_log_group_tags
  autoscaling_capacity_providers         = var.autoscaling_capacity_providers
}

module "service" {
  source   = "./modules/service"
  for_each = { for name, service in var.services : name => service if var.create }

  version     = var.version
  cluster_arn = module.cluster.arn
  name        = try(each.value.name, each.key)
  tags        = merge(var.tags, try(each.value.tags, {}))

  create                         = try(each.value.create, true)
  create_service                 = try(each.value.create_service, true)
  service_tags                   = try(each.value.service_tags, {})
  ignore_task_definition_changes = try(each.value.ignore_task_definition_changes, false)
  desired_count                  = try(each.value.desired_count, 1)
  launch_type                    = try(each.value.launch_type, "FARGATE")
  platform_version               = try(each.value.platform_version, null)
  scheduling_strategy            = try(each.value.scheduling_strategy, null)
  enable_execute_command         = try(each.value.enable_execute_command, false)
  enable_ecs_managed_tags        = try(each.value.enable_ecs_managed_tags, true)
  propagate_tags                 = try(each.value.propagate_tags, null)
  assign_public_ip               = try(each.value.assign_public_ip, false)
  security_group_ids             = try(each.value.security_group_ids, [])
  subnet_ids                     = try(each.value.subnet_ids, [])
  network_mode                   = try(each.value.network_mode, "awsvpc")
  load_balancer                  = try(each.value.load_balancer, {})
  capacity_provider_strategy     = try(each.value.capacity_provider_strategy, {})

  create_task_definition        = try(each.value.create_task_definition, true)
  task_definition_arn           = try(each.value.task_definition_arn, null)
  container_definitions         = try(each.value.container_definitions, {})
  container_definition_defaults = try(each.value.container_definition_defaults, {})
  cpu                           = try(each.value.cpu, 1024)
  memory                        = try(each.value.memory, 2048)
  family                        = try(each.value.family, null)
  ephemeral_storage             = try(each.value.ephemeral_storage, null)
  ipc_mode                      = try(each.value.ipc_mode, null)
  pid_mode                      = try(each.value.pid_mode, null)
  requires_compatibilities      = try(each.value.requires_compatibilities, ["FARGATE"])
  runtime_platform = try(each.value.runtime_platform, {
    operating_system_family = "LINUX"
    cpu_architecture        = "X86_64"
  })
  volume    = try(each.value.volume, {})
  task_tags = try(each.value.task_tags, {})

  create_task_exec_iam_role               = try(each.value.create_task_exec_iam_role, true)
  task_exec_iam_role_arn                  = try(each.value.task_exec_iam_role_arn, null)
  task_exec_iam_role_name                 = try(each.value.task_exec_iam_role_name, null)
  task_exec_iam_role_permissions_boundary = try(each.value.task_exec_iam_role_permissions_boundary, null)
  task_exec_iam_role_policies             = try(each.value.task_exec_iam_role_policies, {})
  create_task_exec_policy                 = try(each.value.create_task_exec_policy, true)
  task_exec_ssm_param_arns                = try(each.value.task_exec_ssm_param_arns, null)
  task_exec_secret_arns                   = try(each.value.task_exec_secret_arns, null)
  task_exec_iam_statements                = try(each.value.task_exec_iam_statements, {})
  create_tasks_iam_role                   = try(each.value.create_tasks_iam_role, true)
  tasks_iam_role_arn                      = try(each.value.tasks_iam_role_arn, null)
  tasks_iam_role_name                     = try(each.value.tasks_iam_role_name, null)
  tasks_iam_role_permissions_boundary     = try(each.value.tasks_iam_role_permissions_boundary, null)
  tasks_iam_role_policies                 = try(each.value.tasks_iam_role_policies, {})
  tasks_iam_role_statements               = try(each.value.tasks_iam_role_statements, {})

  create_security_group        = try(each.value.create_security_group, true)
  security_group_name          = try(each.value.security_group_name, null)
  security_group_description   = try(each.value.security_group_description, null)
  security_group_rules         = try(each.value.security_group_rules, {})
  security_group_ingress_rules = try(each.value.security_group_ingress_rules, {})
  security_group_egress_rules  = try(each.value.security_group_egress_rules, {})
}

output "cluster_arn" { value = module.cluster.arn }
output "cluster_id" { value = module.cluster.id }
output "cluster_name" { value = module.cluster.name }
output "cloudwatch_log_group_name" { value = module.cluster.cloudwatch_log_group_name }
output "cloudwatch_log_group_arn" { value = module.cluster.cloudwatch_log_group_arn }
output "services" { value = module.service }
