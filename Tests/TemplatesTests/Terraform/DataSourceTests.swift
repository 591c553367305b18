import Inventory
import SourceText
import Templates
import Testing

@Suite struct DataSourceTests {
  private func statements(_ text: String) -> [Value] {
    let unit = project(
      text + "\nresource \"aws_iam_policy\" \"p\" { policy = data.aws_iam_policy_document.p.json }"
    )
    return unit.value("PolicyDocument.Statement", of: "aws_iam_policy.p")?.list ?? []
  }

  @Test func `a policy document is the policy that its blocks say`() {
    let found = statements(
      """
      data "aws_iam_policy_document" "p" {
        statement {
          sid       = "Read"
          actions   = ["s3:GetObject", "s3:ListBucket"]
          resources = ["arn:aws:s3:::&{aws:username}/*"]
          condition {
            test     = "StringEquals"
            variable = "aws:SourceVpc"
            values   = ["vpc-1"]
          }
        }
        statement {
          effect      = "Deny"
          not_actions = ["iam:*"]
          principals {
            type        = "AWS"
            identifiers = ["*"]
          }
          principals {
            type        = "Service"
            identifiers = ["ecs-tasks.amazonaws.com"]
          }
        }
      }
      """
    )
    #expect(
      found.map(\.brief) == [
        "{Action: [s3:GetObject, s3:ListBucket], Condition: {StringEquals: "
          + "{aws:SourceVpc: vpc-1}}, Effect: Allow, Resource: arn:aws:s3:::${aws:username}/*, "
          + "Sid: Read}",
        "{Effect: Deny, NotAction: iam:*, Principal: {AWS: *, "
          + "Service: ecs-tasks.amazonaws.com}}",
      ]
    )
    #expect(found[0]["Action"]?.list?[1].place == "main.tf:4:34")
    #expect(found[0]["Condition"]?["StringEquals"]?["aws:SourceVpc"]?.place == "main.tf:9:19")
    #expect(found[1]["NotAction"]?.place == "main.tf:14:20")
  }

  @Test func `statements with one Sid are merged`() {
    let found = statements(
      """
      data "aws_iam_policy_document" "base" {
        statement {
          sid     = "A"
          actions = ["a:*"]
        }
        statement {
          sid     = "B"
          actions = ["b:*"]
        }
      }
      data "aws_iam_policy_document" "p" {
        source_policy_documents   = [data.aws_iam_policy_document.base.json]
        override_policy_documents = ["{\\"Statement\\": [{\\"Sid\\": \\"C\\", \\"Action\\": \\"x:*\\"}]}"]
        statement {
          sid     = "B"
          actions = ["own:*"]
        }
        statement {
          sid     = "C"
          actions = ["c:*"]
        }
      }
      """
    )
    #expect(found.map { $0["Sid"]?.brief } == ["A", "B", "C"])
    #expect(found.map { $0["Action"]?.brief } == ["a:*", "own:*", "x:*"])
  }

  @Test func `what is not known of a policy leaves the rest known`() {
    let found = statements(
      """
      variable "arns" { type = list(string) }
      variable "more" {}
      data "aws_iam_policy_document" "p" {
        source_policy_documents = [var.more]
        statement {
          actions   = ["s3:*"]
          resources = var.arns
        }
      }
      """
    )
    #expect(found.count == 2)
    #expect(found.first?.unknownReason == .variable("more"))
    #expect(found.last?["Action"]?.brief == "s3:*")
    #expect(found.last?["Resource"]?.unknownReason == .variable("arns"))
  }

  @Test func `blocks of an unknown number leave the others known`() {
    let found = statements(
      """
      variable "arns" { type = list(string) }
      data "aws_iam_policy_document" "p" {
        statement {
          actions   = ["*"]
          resources = ["*"]
        }
        dynamic "statement" {
          for_each = var.arns
          content {
            actions   = ["s3:GetObject"]
            resources = [statement.value]
          }
        }
      }
      """
    )
    #expect(found.map { $0["Action"]?.brief } == ["*", nil])
    #expect(found.last?.unknownReason == .variable("arns"))
  }

  @Test func `what a data source finds out is not known, the text around it is`() {
    let unit = project(
      """
      data "aws_caller_identity" "current" {}
      resource "aws_ecs_cluster" "main" {
        name = "c-${data.aws_caller_identity.current.account_id}"
        tags = { Whole = data.aws_region.here.name }
      }
      data "aws_region" "here" { name = "eu-west-1" }
      """
    )
    let name = unit.value("clusterName", of: "aws_ecs_cluster.main")
    #expect(name?.brief == "c-?data(data.aws_caller_identity.current.account_id)")
    #expect(unit.value("tags.0.value", of: "aws_ecs_cluster.main")?.brief == "eu-west-1")
    #expect(unit.codes == [])
  }

  @Test func `a template file is rendered with its variables`() {
    let unit = project([
      "main.tf": """
      data "template_file" "app" {
        template = "${file("${path.module}/app.json")}"
        vars {
          image = "nginx"
        }
      }
      resource "aws_ecs_task_definition" "app" {
        family                = "app"
        container_definitions = "${data.template_file.app.rendered}"
      }
      """,
      "app.json": """
      [{"name": "app", "image": "${image}:1",
        "privileged": true}]
      """,
    ])
    let address = "aws_ecs_task_definition.app"
    #expect(unit.value("containerDefinitions.0.image", of: address)?.brief == "nginx:1")
    let privileged = unit.value("containerDefinitions.0.privileged", of: address)
    #expect(privileged?.place == "app.json:2:17")
    #expect(unit.included == ["app.json"])
  }
}
