# Stands in for terraform-aws-modules/vpc/aws: the network and its flow log. Subnets, routes and
# gateways are left out; outputs that speak of them are unknown.

variable "create_vpc" { default = true }
variable "name" { default = "" }
variable "cidr" { default = null }
variable "tags" { default = {} }
variable "vpc_tags" { default = {} }
variable "enable_flow_log" { default = false }
variable "flow_log_traffic_type" { default = "ALL" }
variable "flow_log_destination_type" { default = "cloud-watch-logs" }
variable "flow_log_destination_arn" { default = null }
variable "vpc_flow_log_tags" { default = {} }

resource "aws_vpc" "this" {
  count = var.create_vpc ? 1 : 0

  cidr_block = var.cidr
  tags       = merge({ Name = var.name }, var.tags, var.vpc_tags)
}

resource "aws_flow_log" "this" {
  count = var.create_vpc && var.enable_flow_log ? 1 : 0

  vpc_id               = aws_vpc.this[0].id
  traffic_type         = var.flow_log_traffic_type
  log_destination_type = var.flow_log_destination_type
  log_destination      = var.flow_log_destination_arn
  tags                 = merge(var.tags, var.vpc_flow_log_tags)
}

output "vpc_id" { value = try(aws_vpc.this[0].id, null) }
output "vpc_arn" { value = try(aws_vpc.this[0].arn, null) }
output "vpc_cidr_block" { value = try(aws_vpc.this[0].cidr_block, null) }
output "name" { value = var.name }
