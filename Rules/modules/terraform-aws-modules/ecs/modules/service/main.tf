# Stands in for terraform-aws-modules/ecs/aws//modules/service: the arguments of versions 5 and 6.

variable "version" { default = null }
variable "create" { default = true }
variable "create_service" { default = true }
variable "tags" { default = {} }
variable "service_tags" { default = {} }
variable "ignore_task_definition_changes" { default = false }

variable "name" { default = null }
variable "cluster_arn" { default = null }
variable "desired_count" { default = 1 }
variable "launch_type" { default = "FARGATE" }
variable "platform_version" { default = null }
variable "scheduling_strategy" { default = null }
variable "enable_execute_command" { default = false }
variable "enable_ecs_managed_tags" { default = true }
variable "propagate_tags" { default = null }
variable "assign_public_ip" { default = false }
variable "security_group_ids" { default = [] }
variable "subnet_ids" { default = [] }
variable "network_mode" { default = "awsvpc" }
variable "load_balancer" {
  default  = {}
  nullable = false
}
variable "capacity_provider_strategy" {
  default  = {}
  nullable = false
}
variable "deployment_circuit_breaker" { default = null }
variable "service_connect_configuration" { default = null }
variable "volume_configuration" { default = null }

variable "create_task_definition" { default = true }
variable "task_definition_arn" { default = null }
variable "container_definitions" {
  default  = {}
  nullable = false
}
variable "container_definition_defaults" {
  default  = {}
  nullable = false
}
variable "cpu" { default = 1024 }
variable "memory" { default = 2048 }
variable "family" { default = null }
variable "ephemeral_storage" { default = null }
variable "ipc_mode" { default = null }
variable "pid_mode" { default = null }
variable "requires_compatibilities" { default = ["FARGATE"] }
variable "runtime_platform" {
  default = {
    operating_system_family = "LINUX"
    cpu_architecture        = "X86_64"
  }
}
variable "volume" {
  default  = {}
  nullable = false
}
variable "task_tags" { default = {} }

variable "create_task_exec_iam_role" { default = true }
variable "task_exec_iam_role_arn" { default = null }
variable "task_exec_iam_role_name" { default = null }
variable "task_exec_iam_role_permissions_boundary" { default = null }
variable "task_exec_iam_role_policies" {
  default  = {}
  nullable = false
}
variable "task_exec_iam_role_tags" { default = {} }
variable "create_task_exec_policy" { default = true }
variable "task_exec_ssm_param_arns" {
  type    = list(string)
  default = null
}
variable "task_exec_secret_arns" {
  type    = list(string)
  default = null
}
variable "task_exec_iam_statements" {
  default  = {}
  nullable = false
}

variable "create_tasks_iam_role" { default = true }
variable "tasks_iam_role_arn" { default = null }
variable "tasks_iam_role_name" { default = null }
variable "tasks_iam_role_permissions_boundary" { default = null }
variable "tasks_iam_role_policies" {
  default  = {}
  nullable = false
}
variable "tasks_iam_role_statements" {
  default  = {}
  nullable = false
}
variable "tasks_iam_role_tags" { default = {} }

variable "create_security_group" { default = true }
variable "vpc_id" { default = null }
variable "security_group_name" { default = null }
variable "security_group_description" { default = null }
variable "security_group_rules" {
  default  = {}
  nullable = false
}
variable "security_group_ingress_rules" {
  default  = {}
  nullable = false
}
variable "security_group_egress_rules" {
  default  = {}
  nullable = false
}
variable "security_group_tags" { default = {} }

locals {
  # Up to version 5, the execution role may read every parameter and secret unless told otherwise.
  is_open    = can(regex("^[^0-9]*[0-5][.]", var.version))
  parameters = var.task_exec_ssm_param_arns == null ? (local.is_open ? ["arn:aws:ssm:*:*:parameter/*"] : []) : var.task_exec_ssm_param_arns
  secrets    = var.task_exec_secret_arns == null ? (local.is_open ? ["arn:aws:secretsmanager:*:*:secret:*"] : []) : var.task_exec_secret_arns

  runs       = var.create && var.create_service
  defines    = var.create && var.create_task_definition
  executes   = local.defines && var.create_task_exec_iam_role
  acts       = local.defines && var.create_tasks_iam_role
  is_awsvpc  = var.network_mode == "awsvpc"
  has_group  = var.create && var.create_security_group && local.is_awsvpc
  family     = var.family == null ? var.name : var.family
  definition = try(aws_ecs_task_definition.this[0].arn, var.task_definition_arn)
}

module "container_definition" {
  source   = "../container-definition"
  for_each = { for name, value in var.container_definitions : name => value if local.defines }

  service                 = var.name
  operating_system_family = try(var.runtime_platform.operating_system_family, "LINUX")
  enable_execute_command  = var.enable_execute_command
  tags                    = var.tags

  name                     = try(each.value.name, each.key)
  command                  = try(each.value.command, var.container_definition_defaults.command, null)
  cpu                      = try(each.value.cpu, var.container_definition_defaults.cpu, null)
  dependsOn                = try(each.value.dependsOn, each.value.dependencies, null)
  disableNetworking        = try(each.value.disableNetworking, each.value.disable_networking, null)
  dnsSearchDomains         = try(each.value.dnsSearchDomains, each.value.dns_search_domains, null)
  dnsServers               = try(each.value.dnsServers, each.value.dns_servers, null)
  dockerLabels             = try(each.value.dockerLabels, each.value.docker_labels, null)
  dockerSecurityOptions    = try(each.value.dockerSecurityOptions, each.value.docker_security_options, null)
  entryPoint               = try(each.value.entryPoint, each.value.entrypoint, var.container_definition_defaults.entrypoint, null)
  environment              = try(each.value.environment, var.container_definition_defaults.environment, [])
  environmentFiles         = try(each.value.environmentFiles, each.value.environment_files, null)
  essential                = try(each.value.essential, var.container_definition_defaults.essential, null)
  extraHosts               = try(each.value.extraHosts, each.value.extra_hosts, null)
  firelensConfiguration    = try(each.value.firelensConfiguration, each.value.firelens_configuration, null)
  healthCheck              = try(each.value.healthCheck, each.value.health_check, var.container_definition_defaults.health_check, null)
  hostname                 = try(each.value.hostname, null)
  image                    = try(each.value.image, var.container_definition_defaults.image, null)
  interactive              = try(each.value.interactive, false)
  links                    = try(each.value.links, null)
  linuxParameters          = try(each.value.linuxParameters, each.value.linux_parameters, var.container_definition_defaults.linux_parameters, null)
  logConfiguration         = try(each.value.logConfiguration, each.value.log_configuration, var.container_definition_defaults.log_configuration, null)
  memory                   = try(each.value.memory, var.container_definition_defaults.memory, null)
  memoryReservation        = try(each.value.memoryReservation, each.value.memory_reservation, null)
  mountPoints              = try(each.value.mountPoints, each.value.mount_points, var.container_definition_defaults.mount_points, [])
  portMappings             = try(each.value.portMappings, each.value.port_mappings, var.container_definition_defaults.port_mappings, [])
  privileged               = try(each.value.privileged, var.container_definition_defaults.privileged, false)
  pseudoTerminal           = try(each.value.pseudoTerminal, each.value.pseudo_terminal, null)
  readonlyRootFilesystem   = try(each.value.readonlyRootFilesystem, each.value.readonly_root_filesystem, var.container_definition_defaults.readonlyRootFilesystem, var.container_definition_defaults.readonly_root_filesystem, null)
  repositoryCredentials    = try(each.value.repositoryCredentials, each.value.repository_credentials, null)
  resourceRequirements     = try(each.value.resourceRequirements, each.value.resource_requirements, null)
  secrets                  = try(each.value.secrets, var.container_definition_defaults.secrets, null)
  startTimeout             = try(each.value.startTimeout, each.value.start_timeout, null)
  stopTimeout              = try(each.value.stopTimeout, each.value.stop_timeout, null)
  systemControls           = try(each.value.systemControls, each.value.system_controls, null)
  ulimits                  = try(each.value.ulimits, null)
  user                     = try(each.value.user, var.container_definition_defaults.user, null)
  volumesFrom              = try(each.value.volumesFrom, each.value.volumes_from, null)
  workingDirectory         = try(each.value.workingDirectory, each.value.working_directory, null)

  enable_cloudwatch_logging              = try(each.value.enable_cloudwatch_logging, var.container_definition_defaults.enable_cloudwatch_logging, true)
  create_cloudwatch_log_group            = try(each.value.create_cloudwatch_log_group, var.container_definition_defaults.create_cloudwatch_log_group, true)
  cloudwatch_log_group_name              = try(each.value.cloudwatch_log_group_name, null)
  cloudwatch_log_group_retention_in_days = try(each.value.cloudwatch_log_group_retention_in_days, var.container_definition_defaults.cloudwatch_log_group_retention_in_days, 14)
  cloudwatch_log_group_kms_key_id        = try(each.value.cloudwatch_log_group_kms_key_id, var.container_definition_defaults.cloudwatch_log_group_kms_key_id, null)
}

resource "aws_ecs_task_definition" "this" {
  count = local.defines ? 1 : 0

  family                   = local.family
  container_definitions    = jsonencode([for called in values(module.container_definition) : called.container_definition])
  cpu                      = var.cpu
  memory                   = var.memory
  network_mode             = var.network_mode
  ipc_mode                 = var.ipc_mode
  pid_mode                 = var.pid_mode
  requires_compatibilities = var.requires_compatibilities
  execution_role_arn       = try(aws_iam_role.task_exec[0].arn, var.task_exec_iam_role_arn)
  task_role_arn            = try(aws_iam_role.tasks[0].arn, var.tasks_iam_role_arn)

  dynamic "ephemeral_storage" {
    for_each = try(length(var.ephemeral_storage) > 0, false) ? [var.ephemeral_storage] : []

    content {
      size_in_gib = ephemeral_storage.value.size_in_gib
    }
  }

  dynamic "runtime_platform" {
    for_each = try(length(var.runtime_platform) > 0, false) ? [var.runtime_platform] : []

    content {
      cpu_architecture        = try(runtime_platform.value.cpu_architecture, null)
      operating_system_family = try(runtime_platform.value.operating_system_family, null)
    }
  }

  dynamic "volume" {
    for_each = var.volume

    content {
      name      = try(volume.value.name, volume.key)
      host_path = try(volume.value.host_path, null)

      dynamic "docker_volume_configuration" {
        for_each = try(flatten([volume.value.docker_volume_configuration]), [])

        content {
          autoprovision = try(docker_volume_configuration.value.autoprovision, null)
          driver        = try(docker_volume_configuration.value.driver, null)
          driver_opts   = try(docker_volume_configuration.value.driver_opts, null)
          labels        = try(docker_volume_configuration.value.labels, null)
          scope         = try(docker_volume_configuration.value.scope, null)
        }
      }

      dynamic "efs_volume_configuration" {
        for_each = try(flatten([volume.value.efs_volume_configuration]), [])

        content {
          file_system_id          = efs_volume_configuration.value.file_system_id
          root_directory          = try(efs_volume_configuration.value.root_directory, null)
          transit_encryption      = try(efs_volume_configuration.value.transit_encryption, null)
          transit_encryption_port = try(efs_volume_configuration.value.transit_encryption_port, null)

          dynamic "authorization_config" {
            for_each = try(flatten([efs_volume_configuration.value.authorization_config]), [])

            content {
              access_point_id = try(authorization_config.value.access_point_id, null)
              iam             = try(authorization_config.value.iam, null)
            }
          }
        }
      }
    }
  }

  tags = merge(var.tags, var.task_tags)
}

resource "aws_ecs_service" "this" {
  count = local.runs ? 1 : 0

  name                    = var.name
  cluster                 = var.cluster_arn
  task_definition         = local.definition
  desired_count           = var.desired_count
  launch_type             = try(length(var.capacity_provider_strategy) > 0, false) ? null : var.launch_type
  platform_version        = var.platform_version
  scheduling_strategy     = var.scheduling_strategy
  enable_execute_command  = var.enable_execute_command
  enable_ecs_managed_tags = var.enable_ecs_managed_tags
  propagate_tags          = var.propagate_tags

  dynamic "network_configuration" {
    for_each = local.is_awsvpc ? [1] : []

    content {
      assign_public_ip = var.assign_public_ip
      security_groups  = concat(local.has_group ? [aws_security_group.this[0].id] : [], var.security_group_ids)
      subnets          = var.subnet_ids
    }
  }

  dynamic "capacity_provider_strategy" {
    for_each = var.capacity_provider_strategy

    content {
      base              = try(capacity_provider_strategy.value.base, null)
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      weight            = try(capacity_provider_strategy.value.weight, null)
    }
  }

  dynamic "load_balancer" {
    for_each = var.load_balancer

    content {
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
      elb_name         = try(load_balancer.value.elb_name, null)
      target_group_arn = try(load_balancer.value.target_group_arn, null)
    }
  }

  tags = merge(var.tags, var.service_tags)
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task_exec" {
  count = local.executes ? 1 : 0

  name                 = var.task_exec_iam_role_name == null ? var.name : var.task_exec_iam_role_name
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.task_exec_iam_role_permissions_boundary
  tags                 = merge(var.tags, var.task_exec_iam_role_tags)
}

resource "aws_iam_role_policy_attachment" "task_exec_additional" {
  for_each = { for name, value in var.task_exec_iam_role_policies : name => value if local.executes }

  role       = aws_iam_role.task_exec[0].name
  policy_arn = each.value
}

data "aws_iam_policy_document" "task_exec" {
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["*"]
  }

  statement {
    sid = "ECR"
    actions = [
      "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer",
      "ecr:BatchGetImage",
    ]
    resources = ["*"]
  }

  dynamic "statement" {
    for_each = length(local.parameters) > 0 ? [1] : []

    content {
      sid       = "GetSSMParams"
      actions   = ["ssm:GetParameters"]
      resources = local.parameters
    }
  }

  dynamic "statement" {
    for_each = length(local.secrets) > 0 ? [1] : []

    content {
      sid       = "GetSecrets"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = local.secrets
    }
  }

  dynamic "statement" {
    for_each = var.task_exec_iam_statements

    content {
      sid           = try(statement.value.sid, null)
      effect        = try(statement.value.effect, null)
      actions       = try(statement.value.actions, null)
      not_actions   = try(statement.value.not_actions, null)
      resources     = try(statement.value.resources, null)
      not_resources = try(statement.value.not_resources, null)

      dynamic "condition" {
        for_each = try(statement.value.conditions, statement.value.condition, [])

        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

resource "aws_iam_role_policy" "task_exec" {
  count = local.executes && var.create_task_exec_policy ? 1 : 0

  role   = aws_iam_role.task_exec[0].name
  policy = data.aws_iam_policy_document.task_exec.json
}

resource "aws_iam_role" "tasks" {
  count = local.acts ? 1 : 0

  name                 = var.tasks_iam_role_name == null ? var.name : var.tasks_iam_role_name
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.tasks_iam_role_permissions_boundary
  tags                 = merge(var.tags, var.tasks_iam_role_tags)
}

resource "aws_iam_role_policy_attachment" "tasks" {
  for_each = { for name, value in var.tasks_iam_role_policies : name => value if local.acts }

  role       = aws_iam_role.tasks[0].name
  policy_arn = each.value
}

data "aws_iam_policy_document" "tasks" {
  dynamic "statement" {
    for_each = var.tasks_iam_role_statements

    content {
      sid           = try(statement.value.sid, null)
      effect        = try(statement.value.effect, null)
      actions       = try(statement.value.actions, null)
      not_actions   = try(statement.value.not_actions, null)
      resources     = try(statement.value.resources, null)
      not_resources = try(statement.value.not_resources, null)

      dynamic "condition" {
        for_each = try(statement.value.conditions, statement.value.condition, [])

        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

resource "aws_iam_role_policy" "tasks" {
  count = local.acts && try(length(var.tasks_iam_role_statements) > 0, false) ? 1 : 0

  role   = aws_iam_role.tasks[0].name
  policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_security_group" "this" {
  count = local.has_group ? 1 : 0

  name        = var.security_group_name == null ? var.name : var.security_group_name
  description = var.security_group_description
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, var.security_group_tags)
}

resource "aws_security_group_rule" "this" {
  for_each = { for name, value in var.security_group_rules : name => value if local.has_group }

  security_group_id        = aws_security_group.this[0].id
  type                     = each.value.type
  protocol                 = try(each.value.protocol, "tcp")
  from_port                = try(each.value.from_port, null)
  to_port                  = try(each.value.to_port, null)
  cidr_blocks              = try(each.value.cidr_blocks, null)
  ipv6_cidr_blocks         = try(each.value.ipv6_cidr_blocks, null)
  source_security_group_id = try(each.value.source_security_group_id, null)
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = { for name, value in var.security_group_ingress_rules : name => value if local.has_group }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, each.value.from_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = { for name, value in var.security_group_egress_rules : name => value if local.has_group }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, each.value.from_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}

output "id" { value = try(aws_ecs_service.this[0].id, null) }
output "name" { value = try(aws_ecs_service.this[0].name, null) }
output "container_definitions" { value = module.container_definition }
output "task_definition_arn" { value = local.definition }
output "task_definition_family" { value = local.family }
output "task_exec_iam_role_name" { value = try(aws_iam_role.task_exec[0].name, null) }
output "task_exec_iam_role_arn" { value = try(aws_iam_role.task_exec[0].arn, var.task_exec_iam_role_arn) }
output "tasks_iam_role_name" { value = try(aws_iam_role.tasks[0].name, null) }
output "tasks_iam_role_arn" { value = try(aws_iam_role.tasks[0].arn, var.tasks_iam_role_arn) }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
output "security_group_arn" { value = try(aws_security_group.this[0].arn, null) }
