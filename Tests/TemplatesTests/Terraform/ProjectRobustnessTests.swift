import SourceText
import Templates
import Testing

/// No project crashes the reader or keeps it forever.
@Suite struct ProjectRobustnessTests {
  private static let source = """
    variable "v" {
      type    = map(object({ a = string, b = optional(number, 5) }))
      default = { x = { a = "1" } }
    }
    locals { l = [for k, v in var.v : "${k}-${v.a}"] }
    module "m" {
      source   = "./m"
      for_each = var.v
      input    = each.value
    }
    data "aws_iam_policy_document" "p" {
      dynamic "statement" {
        for_each = local.l
        content { actions = [statement.value] }
      }
    }
    resource "aws_ecs_task_definition" "app" {
      count  = length(local.l)
      family = "a${count.index}"
      container_definitions = <<-EOF
        [{"name": "${local.l[count.index]}", "cpu": ${var.v["x"].b}}]
      EOF
      lifecycle { ignore_changes = all }
    }
    resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.p.json }
    """

  @Test func `a project that is cut off anywhere is read`() {
    let bytes = Array(Self.source.utf8)
    for end in stride(from: 0, to: bytes.count, by: 3) {
      let text = String(decoding: bytes[..<end], as: UTF8.self)
      let unit = project(["main.tf": text, "m/main.tf": "variable \"input\" {}"])
      #expect(unit.inventories.count == 1)
    }
  }

  @Test func `JSON of the wrong shape is read`() {
    let texts = [
      "[]", "[1]", "{\"resource\": 1}", "{\"resource\": {\"aws_ecs_cluster\": []}}",
      "{\"resource\": [{\"aws_ecs_cluster\": [{\"a\": [{\"name\": \"a\"}, 1]}]}]}",
      "{\"variable\": {\"a\": {\"type\": 1}}, \"locals\": [1, {\"x\": \"${var.a}\"}]}",
      "{\"module\": {\"m\": {\"source\": [], \"for_each\": \"${1}\"}}}", "{\"output\": null}", "",
    ]
    for text in texts {
      #expect(project(["main.tf.json": text]).inventories.count == 1)
    }
  }

  @Test func `references that lead into each other end`() {
    let unit = project(
      """
      variable "a" { default = [[[[[[[[[[1]]]]]]]]]] }
      resource "aws_ecs_cluster" "a" {
        count = length(aws_ecs_cluster.b)
        name  = aws_ecs_cluster.b[0].name
      }
      resource "aws_ecs_cluster" "b" {
        count = length(aws_ecs_cluster.a)
        name  = aws_ecs_cluster.a[0].name
      }
      module "m" {
        source = module.m.source
        count  = length(module.m)
      }
      provider "aws" {
        default_tags { tags = aws_ecs_cluster.a[0].tags }
      }
      """
    )
    #expect(unit.codes.contains("terraform.cycle"))
  }

  @Test func `nested values that grow end`() {
    let doublings = (1...40).map { "  v\($0) = [local.v\($0 - 1), local.v\($0 - 1)]" }
    let unit = project(
      "locals {\n  v0 = \"x\"\n\(doublings.joined(separator: "\n"))\n}\n"
        + "resource \"aws_ecs_cluster\" \"a\" { tags = { a = jsonencode(local.v40) } }"
    )
    #expect(unit.codes == ["terraform.too-large"])
  }

  @Test func `deep nesting in a long chain ends`() {
    let depth = 150
    let lines = (0..<140).map { number in
      "  v\(number) = "
        + String(repeating: "[", count: depth) + "local.v\(number + 1)"
        + String(repeating: "]", count: depth)
    }
    let unit = project(
      "locals {\n\(lines.joined(separator: "\n"))\n  v140 = 1\n}\n"
        + "resource \"aws_ecs_cluster\" \"a\" { name = local.v0 }"
    )
    #expect(unit.codes.contains("terraform.too-large"))
  }
}
