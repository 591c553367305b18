variable "name" { type = string }
variable "repository" {}
variable "task_role_arn" {}
variable "execution_role_arn" {}
variable "public" {
  type    = bool
  default = false
}
variable "settings" {
  type = object({
    read_only  = optional(bool, true)
    privileged = optional(bool, true)
    user       = optional(string)
  })
}
variable "sidecar" {
  type = object({
    name      = optional(string, "sidecar")
    read_only = optional(bool, true)
    variables = optional(map(string), {})
  })
}
