import Inventory
import SourceText
import Templates
import Testing

@Suite struct InstanceTests {
  @Test func `count makes as many instances, none for zero`() {
    let unit = project(
      """
      resource "aws_ecs_cluster" "two" {
        count = 2
        name  = "c${count.index}"
      }
      resource "aws_ecs_cluster" "none" {
        count = 0
        name  = "none"
      }
      """
    )
    #expect(unit.resourceNames == ["aws_ecs_cluster.two[0]", "aws_ecs_cluster.two[1]"])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.two[1]")?.brief == "c1")
    #expect(unit.codes == [])
  }

  @Test func `for_each makes one instance for every member`() {
    let unit = project(
      """
      resource "aws_ecs_cluster" "each" {
        for_each = { a = "x", b = "y" }
        name     = "${each.key}-${each.value}"
      }
      """
    )
    #expect(unit.resourceNames == [#"aws_ecs_cluster.each["a"]"#, #"aws_ecs_cluster.each["b"]"#])
    #expect(unit.value("clusterName", of: #"aws_ecs_cluster.each["b"]"#)?.brief == "b-y")
  }

  @Test func `the workspace is not known until it is given`() {
    let text = """
      locals {
        settings = { prod = { insights = "enabled" }, dev = { insights = "disabled" } }
      }
      resource "aws_ecs_cluster" "main" {
        name = "main-${terraform.workspace}"
        setting {
          name  = "containerInsights"
          value = local.settings[terraform.workspace].insights
        }
      }
      """
    let unit = project(text)
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "main-?workspace")
    #expect(
      unit.value("settings.0.value", of: "aws_ecs_cluster.main")?.unknownReason == .workspace
    )
    #expect(unit.codes == [])
    let production = project(["main.tf": text], workspace: "prod")
    #expect(production.value("settings.0.value", of: "aws_ecs_cluster.main")?.brief == "enabled")
  }

  @Test func `an unknown number of instances is one that stands for all`() {
    let unit = project(
      """
      variable "n" {}
      variable "names" { type = map(string) }
      resource "aws_ecs_cluster" "some" {
        count = var.n
        name  = "c"
      }
      resource "aws_ecs_cluster" "each" {
        for_each = var.names
        name     = "c-${each.value}"
      }
      """
    )
    #expect(unit.resourceNames == ["aws_ecs_cluster.some[?]", "aws_ecs_cluster.each[?]"])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.some[?]")?.brief == "c")
    let name = unit.value("clusterName", of: "aws_ecs_cluster.each[?]")
    #expect(name?.brief == "c-?variable(names)")
    #expect(
      unit.diagnostics.map(\.brief)
        == ["terraform.unknown-count main.tf:4:11", "terraform.unknown-count main.tf:8:14"]
    )
    #expect(unit.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test func `a count that is no number is an error`() {
    let unit = project("resource \"aws_ecs_cluster\" \"a\" {\n  count = \"many\"\n}")
    #expect(unit.diagnostics.map(\.brief) == ["terraform.invalid-count main.tf:2:11"])
    #expect(unit.resourceNames == ["aws_ecs_cluster.a[?]"])
  }

  @Test func `dynamic blocks stand with the blocks that they generate`() {
    let unit = project(
      """
      resource "aws_ecs_task_definition" "app" {
        family = "app"
        volume { name = "fixed" }
        dynamic "volume" {
          for_each = ["a", "b"]
          iterator = item
          content {
            name = "${item.key}-${item.value}"
            dynamic "efs_volume_configuration" {
              for_each = item.value == "b" ? [1] : []
              content { file_system_id = "fs-${item.value}" }
            }
          }
        }
      }
      """
    )
    let address = "aws_ecs_task_definition.app"
    let volumes = unit.value("volumes", of: address)?.list ?? []
    #expect(volumes.map { $0["name"]?.brief } == ["fixed", "0-a", "1-b"])
    #expect(
      volumes[2]["efsVolumeConfiguration"]?["fileSystemId"]?.place == "main.tf:11:36"
    )
    #expect(
      volumes[1]["efsVolumeConfiguration"] == nil
        || volumes[1]["efsVolumeConfiguration"]?.list == []
    )
  }

  @Test func `blocks over something unknown are unknown`() {
    let unit = project(
      """
      variable "volumes" {}
      resource "aws_ecs_task_definition" "app" {
        family = "app"
        dynamic "volume" {
          for_each = var.volumes
          content { name = volume.value }
        }
      }
      """
    )
    let volumes = unit.value("volumes", of: "aws_ecs_task_definition.app")
    #expect(volumes?.unknownReason == .variable("volumes"))
  }

  @Test func `a reference is the value that is configured, else points to the resource`() {
    let unit = project(
      """
      resource "aws_ecs_cluster" "main" { name = "web" }
      resource "aws_ecs_task_definition" "app" {
        family = "app"
        task_role_arn = aws_iam_role.task.arn
      }
      resource "aws_iam_role" "task" { name_prefix = "task" }
      resource "aws_ecs_service" "app" {
        name            = "${aws_ecs_cluster.main.name}-app"
        cluster         = aws_ecs_cluster.main.id
        task_definition = "${aws_ecs_task_definition.app.family}:${aws_ecs_task_definition.app.revision}"
      }
      """
    )
    #expect(unit.value("serviceName", of: "aws_ecs_service.app")?.brief == "web-app")
    #expect(
      unit.value("clusterArn", of: "aws_ecs_service.app")?.brief == "<aws_ecs_cluster.main.id>"
    )
    #expect(
      unit.value("taskDefinition", of: "aws_ecs_service.app")?.brief
        == "app:<aws_ecs_task_definition.app.revision>"
    )
    #expect(
      unit.value("taskRoleArn", of: "aws_ecs_task_definition.app")?.brief
        == "<aws_iam_role.task.arn>"
    )
    #expect(unit.codes == [])
  }

  @Test func `an argument that is not known is unknown wherever it is referred to`() {
    let unit = project(
      """
      variable "on" { type = bool }
      resource "aws_ecs_service" "first" { enable_execute_command = var.on }
      resource "aws_ecs_service" "second" {
        enable_execute_command = aws_ecs_service.first.enable_execute_command
        desired_count          = terraform_data.settings.output.count
      }
      resource "aws_ecs_service" "each" {
        for_each               = { a = aws_ecs_service.first }
        enable_execute_command = each.value.enable_execute_command
      }
      resource "terraform_data" "settings" { input = { count = 2 } }
      """
    )
    for address in ["aws_ecs_service.second", #"aws_ecs_service.each["a"]"#] {
      let value = unit.value("enableExecuteCommand", of: address)
      #expect(value?.unknownReason == .variable("on"))
    }
    #expect(unit.value("desiredCount", of: "aws_ecs_service.second")?.brief == "2")
  }

  @Test func `what deployment makes is located where it is used`() {
    let unit = project(
      """
      data "aws_iam_policy" "logs" { name = "Logs" }
      resource "aws_iam_role" "task" {
        managed_policy_arns = [
          aws_iam_policy.own.arn,
          data.aws_iam_policy.logs.arn,
        ]
      }
      resource "aws_iam_policy" "own" {}
      """
    )
    let path = "AttachedManagedPolicies"
    #expect(unit.value("\(path).0.PolicyArn", of: "aws_iam_role.task")?.place == "main.tf:4:5")
    #expect(unit.value("\(path).1.PolicyArn", of: "aws_iam_role.task")?.place == "main.tf:5:5")
  }

  @Test func `references find the instance that they name`() {
    let unit = project(
      """
      variable "n" {}
      resource "aws_iam_role" "two" {
        count = 2
        name  = "r${count.index}"
      }
      resource "aws_iam_role" "each" { for_each = { a = 1 } }
      resource "aws_iam_role" "some" { count = var.n }
      resource "aws_ecs_task_definition" "app" {
        family             = aws_iam_role.two[1].name
        task_role_arn      = aws_iam_role.each["a"].arn
        execution_role_arn = aws_iam_role.some[0].arn
        tags               = { all = aws_iam_role.two.*.name[0] }
      }
      """
    )
    let address = "aws_ecs_task_definition.app"
    #expect(unit.value("family", of: address)?.brief == "r1")
    #expect(unit.value("taskRoleArn", of: address)?.brief == #"<aws_iam_role.each["a"].arn>"#)
    #expect(unit.value("executionRoleArn", of: address)?.brief == "<aws_iam_role.some[?].arn>")
    #expect(unit.value("tags.0.value", of: address)?.brief == "r0")
  }

  @Test func `what is not declared is reported with what is like it`() {
    let unit = project(
      """
      variable "family" { default = "a" }
      resource "aws_ecs_task_definition" "app" {
        family        = var.famly
        task_role_arn = aws_iam_role.tsk.arn
        cpu           = local.cpu
      }
      resource "aws_iam_role" "task" {}
      """
    )
    #expect(
      unit.diagnostics.map(\.brief) == [
        "terraform.undeclared main.tf:3:19", "terraform.undeclared main.tf:4:19",
        "terraform.undeclared main.tf:5:19",
      ]
    )
    #expect(unit.diagnostics[0].text.en.contains("Did you mean var.family?"))
    #expect(unit.diagnostics[1].text.en.contains("Did you mean aws_iam_role.task?"))
    #expect(unit.value("family", of: "aws_ecs_task_definition.app")?.unknownReason != nil)
  }

  @Test func `locals come in any order, and a circle is named once`() {
    let unit = project(
      """
      locals {
        a = "${local.b}-a"
        b = "b"
        x = local.y
        y = local.z
        z = local.x
      }
      resource "aws_ecs_cluster" "main" {
        name = local.a
        tags = { x = local.x, y = local.y }
      }
      """
    )
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.main")?.brief == "b-a")
    #expect(unit.diagnostics.map(\.brief) == ["terraform.cycle main.tf:4:3"])
    #expect(unit.diagnostics[0].text.en.contains("local.x -> local.y -> local.z -> local.x"))
    let tag = unit.value("tags.0.value", of: "aws_ecs_cluster.main")
    #expect(tag?.unknownReason == .circular("local.x"))
  }

  @Test func `the tags of the provider are those of every resource`() {
    let unit = project(
      """
      provider "aws" {
        default_tags {
          tags = { Team = "a", Env = "prod" }
        }
      }
      provider "aws" {
        alias = "bare"
      }
      resource "aws_ecs_cluster" "one" { name = "one" }
      resource "aws_ecs_cluster" "two" {
        name = "two"
        tags = { Team = "b" }
      }
      resource "aws_ecs_cluster" "bare" {
        provider = aws.bare
        name     = "bare"
      }
      """
    )
    let tags = { (name: String) in
      (unit.value("tags", of: "aws_ecs_cluster.\(name)")?.list ?? []).map {
        "\($0["key"]?.brief ?? "")=\($0["value"]?.brief ?? "")"
      }.sorted()
    }
    #expect(tags("one") == ["Env=prod", "Team=a"])
    #expect(tags("two") == ["Env=prod", "Team=b"])
    #expect(tags("bare") == [])
  }

  @Test func `that a pipeline owns the live definition is noted`() {
    let unit = project(
      """
      resource "aws_ecs_task_definition" "app" {
        family = "app"
        lifecycle { ignore_changes = [container_definitions] }
      }
      resource "aws_ecs_service" "app" {
        name = "app"
        lifecycle { ignore_changes = all }
      }
      """
    )
    #expect(
      unit.diagnostics.map(\.brief) == [
        "terraform.ignored-changes main.tf:3:33", "terraform.ignored-changes main.tf:7:32",
      ]
    )
  }

  @Test func `instances are bounded`() {
    let unit = project(
      """
      resource "aws_ecs_cluster" "a" { count = 9999 }
      resource "aws_ecs_cluster" "b" { count = 1000000000 }
      """
    )
    #expect(unit.inventories[0].resources.count == 10_000)
    #expect(unit.codes == ["terraform.too-many-instances"])
  }

  @Test func `a long chain of locals ends`() {
    let lines = (0..<5_000).map { "  v\($0) = local.v\($0 + 1)" }.joined(separator: "\n")
    let unit = project(
      "locals {\n\(lines)\n  v5000 = \"end\"\n}\n"
        + "resource \"aws_ecs_cluster\" \"a\" { name = local.v0 }"
    )
    #expect(unit.codes == ["terraform.chain-too-long"])
    #expect(unit.value("clusterName", of: "aws_ecs_cluster.a")?.unknownReason != nil)
  }
}
