# Stands in for terraform-aws-modules/ecs/aws//modules/container-definition: the arguments of
# version 5 in snake case and of version 6 in the words of the API.

variable "name" { default = null }
variable "operating_system_family" { default = "LINUX" }
variable "enable_execute_command" { default = false }
variable "service" { default = null }
variable "tags" { default = {} }

variable "command" { default = null }
variable "cpu" { default = null }
variable "dependencies" { default = null }
variable "dependsOn" { default = null }
variable "disable_networking" { default = null }
variable "disableNetworking" { default = null }
variable "dns_search_domains" { default = null }
variable "dnsSearchDomains" { default = null }
variable "dns_servers" { default = null }
variable "dnsServers" { default = null }
variable "docker_labels" { default = null }
variable "dockerLabels" { default = null }
variable "docker_security_options" { default = null }
variable "dockerSecurityOptions" { default = null }
variable "entrypoint" { default = null }
variable "entryPoint" { default = null }
variable "environment" { default = null }
variable "environment_files" { default = null }
variable "environmentFiles" { default = null }
variable "essential" { default = null }
variable "extra_hosts" { default = null }
variable "extraHosts" { default = null }
variable "firelens_configuration" { default = null }
variable "firelensConfiguration" { default = null }
variable "health_check" { default = null }
variable "healthCheck" { default = null }
variable "hostname" { default = null }
variable "image" { default = null }
variable "interactive" { default = false }
variable "links" { default = null }
variable "linux_parameters" { default = null }
variable "linuxParameters" { default = null }
variable "log_configuration" { default = null }
variable "logConfiguration" { default = null }
variable "memory" { default = null }
variable "memory_reservation" { default = null }
variable "memoryReservation" { default = null }
variable "mount_points" { default = null }
variable "mountPoints" { default = null }
variable "port_mappings" { default = null }
variable "portMappings" { default = null }
variable "privileged" { default = false }
variable "pseudo_terminal" { default = null }
variable "pseudoTerminal" { default = null }
variable "readonly_root_filesystem" { default = null }
variable "readonlyRootFilesystem" { default = null }
variable "repository_credentials" { default = null }
variable "repositoryCredentials" { default = null }
variable "resource_requirements" { default = null }
variable "resourceRequirements" { default = null }
variable "secrets" { default = null }
variable "start_timeout" { default = null }
variable "startTimeout" { default = null }
variable "stop_timeout" { default = null }
variable "stopTimeout" { default = null }
variable "system_controls" { default = null }
variable "systemControls" { default = null }
variable "ulimits" { default = null }
variable "user" { default = null }
variable "volumes_from" { default = null }
variable "volumesFrom" { default = null }
variable "working_directory" { default = null }
variable "workingDirectory" { default = null }

variable "enable_cloudwatch_logging" {
  default  = true
  nullable = false
}
variable "create_cloudwatch_log_group" {
  default  = true
  nullable = false
}
variable "cloudwatch_log_group_name" { default = null }
variable "cloudwatch_log_group_use_name_prefix" { default = false }
variable "cloudwatch_log_group_retention_in_days" {
  default  = 30
  nullable = false
}
variable "cloudwatch_log_group_kms_key_id" { default = null }

locals {
  is_linux = var.operating_system_family == null || var.operating_system_family == "LINUX"

  read_only        = var.readonlyRootFilesystem == null ? var.readonly_root_filesystem : var.readonlyRootFilesystem
  logs             = var.logConfiguration == null ? var.log_configuration : var.logConfiguration
  linux_parameters = var.linuxParameters == null ? var.linux_parameters : var.linuxParameters

  group_name = var.cloudwatch_log_group_name == null ? "/aws/ecs/${var.service == null ? "" : var.service}/${var.name == null ? "" : var.name}" : var.cloudwatch_log_group_name

  default_logs = { for name, value in {
    logDriver = "awslogs"
    options = {
      awslogs-group         = local.group_name
      awslogs-stream-prefix = "ecs"
    }
  } : name => value if var.enable_cloudwatch_logging }

  definition = {
    command                = var.command
    cpu                    = var.cpu
    dependsOn              = var.dependsOn == null ? var.dependencies : var.dependsOn
    disableNetworking      = var.disableNetworking == null ? var.disable_networking : var.disableNetworking
    dnsSearchDomains       = var.dnsSearchDomains == null ? var.dns_search_domains : var.dnsSearchDomains
    dnsServers             = var.dnsServers == null ? var.dns_servers : var.dnsServers
    dockerLabels           = var.dockerLabels == null ? var.docker_labels : var.dockerLabels
    dockerSecurityOptions  = var.dockerSecurityOptions == null ? var.docker_security_options : var.dockerSecurityOptions
    entryPoint             = var.entryPoint == null ? var.entrypoint : var.entryPoint
    environment            = var.environment
    environmentFiles       = var.environmentFiles == null ? var.environment_files : var.environmentFiles
    essential              = var.essential
    extraHosts             = var.extraHosts == null ? var.extra_hosts : var.extraHosts
    firelensConfiguration  = var.firelensConfiguration == null ? var.firelens_configuration : var.firelensConfiguration
    healthCheck            = var.healthCheck == null ? var.health_check : var.healthCheck
    hostname               = var.hostname
    image                  = var.image
    interactive            = var.interactive
    links                  = var.links
    linuxParameters        = local.is_linux ? merge({ initProcessEnabled = var.enable_execute_command }, local.linux_parameters) : null
    logConfiguration       = length(merge(local.default_logs, local.logs)) > 0 ? merge(local.default_logs, local.logs) : null
    memory                 = var.memory
    memoryReservation      = var.memoryReservation == null ? var.memory_reservation : var.memoryReservation
    mountPoints            = var.mountPoints == null ? var.mount_points : var.mountPoints
    name                   = var.name
    portMappings           = var.portMappings == null ? var.port_mappings : var.portMappings
    privileged             = local.is_linux ? var.privileged : null
    pseudoTerminal         = var.pseudoTerminal == null ? var.pseudo_terminal : var.pseudoTerminal
    readonlyRootFilesystem = local.is_linux ? (local.read_only == null ? true : local.read_only) : null
    repositoryCredentials  = var.repositoryCredentials == null ? var.repository_credentials : var.repositoryCredentials
    resourceRequirements   = var.resourceRequirements == null ? var.resource_requirements : var.resourceRequirements
    secrets                = var.secrets
    startTimeout           = var.startTimeout == null ? var.start_timeout : var.startTimeout
    stopTimeout            = var.stopTimeout == null ? var.stop_timeout : var.stopTimeout
    systemControls         = var.systemControls == null ? var.system_controls : var.systemControls
    ulimits                = var.ulimits
    user                   = local.is_linux ? var.user : null
    volumesFrom            = var.volumesFrom == null ? var.volumes_from : var.volumesFrom
    workingDirectory       = var.workingDirectory == null ? var.working_directory : var.workingDirectory
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count = var.create_cloudwatch_log_group && var.enable_cloudwatch_logging ? 1 : 0

  name              = local.group_name
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
  tags              = var.tags
}

output "container_definition" { value = local.definition }
output "container_definition_json" { value = jsonencode(local.definition) }
output "cloudwatch_log_group_name" { value = try(aws_cloudwatch_log_group.this[0].name, null) }
output "cloudwatch_log_group_arn" { value = try(aws_cloudwatch_log_group.this[0].arn, null) }
