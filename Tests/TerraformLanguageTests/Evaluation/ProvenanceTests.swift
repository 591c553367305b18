import SourceText
import TerraformLanguage
import Testing

/// Every value knows the bytes that own it, and the way that it came.
@Suite struct ProvenanceTests {
  @Test func `a literal owns its bytes, through variables and locals`() throws {
    let module = TestModule(
      """
      variable "read_only" { default = false }
      locals { flags = { root = var.read_only } }
      result = local.flags.root
      """
    )
    let value = try #require(module.value("result"))
    #expect(value.place == "main.tf:1:34 false")
    #expect(
      value.via.map(\.described) == [
        "main.tf:3:10 local.flags.root", "main.tf:2:27 var.read_only",
      ]
    )
  }

  @Test func `members of objects know their keys`() throws {
    let module = TestModule("result = { \"cpu\" = 1, (local.k) = 2 }\nlocals { k = \"memory\" }")
    let object = try #require(module.value("result")?.object)
    #expect(object.member("cpu")?.key?.described == "main.tf:1:12 \"cpu\"")
    #expect(object.member("memory")?.key?.described == "main.tf:1:23 (local.k)")
  }

  @Test func `a computed value is owned by the expression that computes it`() throws {
    let module = TestModule(
      "locals { n = 1 }\nresult = { a = local.n + 1, b = !true, c = local.n > 0 }"
    )
    let object = try #require(module.value("result")?.object)
    #expect(object["a"]?.place == "main.tf:2:16 local.n + 1")
    #expect(object["a"]?.via == [])
    #expect(object["b"]?.place == "main.tf:2:33 !true")
    #expect(object["c"]?.place == "main.tf:2:44 local.n > 0")
  }

  @Test(arguments: [
    "true ? local.x : false", "[local.x][0]", "{ a = local.x }.a", "(local.x)", "\"${local.x}\"",
    "[for v in [local.x] : v]", "[{ a = local.x }][*].a", "[{ a = local.x }].*.a",
    "{ for k, v in { a = local.x } : k => v }[\"a\"]", "try(local.x, true)",
  ])
  func `what passes a value on does not own it`(expression: String) throws {
    let result = try #require(
      TestModule("locals { x = false }\nresult = \(expression)").value("result")
    )
    let value = result.elements?.first ?? result
    #expect(value.place == "main.tf:1:14 false")
    #expect(value.via.contains { $0.described.hasSuffix(" local.x") })
  }

  @Test func `an element that comes from a variable says so`() throws {
    let module = TestModule(
      """
      variable "containers" { default = [{ name = "web", ro = false }] }
      result = [for c in var.containers : { ro = c.ro }]
      """
    )
    let value = try #require(module.value("result")?.elements?.first?.object?["ro"])
    #expect(value.place == "main.tf:1:57 false")
    #expect(value.via.map(\.described) == ["main.tf:2:44 c.ro", "main.tf:2:20 var.containers"])
  }

  @Test func `the way is remembered up to a bound`() throws {
    let locals = (1...20).map { "a\($0) = local.a\($0 - 1)" }.joined(separator: "\n")
    let value = try #require(
      TestModule("locals {\na0 = 1\n\(locals)\n}\nresult = local.a20").value("result")
    )
    #expect(value.place == "main.tf:2:6 1")
    #expect(value.via.count == 8)
    #expect(value.via.first?.described == "main.tf:24:10 local.a20")
  }

  @Test func `the pieces of a template keep the bytes that they come from`() throws {
    let module = TestModule(
      """
      locals { name = "web" }
      result = "a-${local.name}-${1}\\n"
      """
    )
    let rope = try #require(module.value("result")?.rope)
    let pieces = rope.pieces.map { piece in
      guard case .literal(let text, let source?) = piece else { return "?" }
      return "\(text.debugDescription) \(source.location.described) \(source.isVerbatim)"
    }
    #expect(
      pieces == [
        "\"a-\" main.tf:2:11 a- true", "\"web\" main.tf:1:18 web true",
        "\"-\" main.tf:2:26 - true", "\"1\" main.tf:2:29 1 true",
        "\"\\n\" main.tf:2:31 \\n false",
      ]
    )
  }

  @Test func `a heredoc maps to the bytes of the file line by line`() throws {
    let module = TestModule("result = <<-EOT\n    {\n      \"a\": 1\n    }\n  EOT\n")
    let value = try #require(module.value("result"))
    #expect(value.text == "{\n  \"a\": 1\n}\n")
    let json = try #require(try value.rope?.jsonValue().object)
    #expect(json["a"]?.place == "main.tf:3:12 1")
  }

  @Test func `what a template file says is placed in that file`() throws {
    let module = TestModule(
      files: [
        "main.tf": """
        variable "ro" { default = false }
        """,
        "task.json.tpl": "{\"readonlyRootFilesystem\": ${ro}, \"image\": \"${image}\"}",
      ]
    )
    let template = try module.file(at: "task.json.tpl")
    let variables = TerraformObject([
      .init("ro", try module.evaluate("var.ro")), .init("image", .unknown("image")),
    ])
    let json = try #require(
      try module.render(template, variables: variables).rope?.jsonValue().object
    )
    #expect(json["readonlyRootFilesystem"]?.place == "main.tf:1:27 false")
    #expect(json["image"]?.place == "task.json.tpl:1:44 \"${image}\"")
  }

  @Test(arguments: [
    "merge({ b = 1 }, { a = local.x }).a", "concat([1], [local.x])[1]", "element([local.x], 3)",
    "lookup({ a = local.x }, \"a\", true)", "coalesce(null, local.x)", "one([local.x])",
    "flatten([[[local.x]]])[0]", "values({ a = local.x })[0]", "tolist([local.x])[0]",
    "tomap({ a = local.x }).a", "jsondecode(jsonencode([local.x]))[0]",
    "slice([1, local.x], 1, 2)[0]",
    "zipmap([\"a\"], [local.x]).a", "concat([1], true ? [{ a = local.x }] : [])[1].a",
    "merge([{ a = local.x }]...).a", "nonsensitive(sensitive(local.x))",
  ])
  func `a function that passes a value on does not own it`(expression: String) throws {
    let value = try #require(
      TestModule("locals { x = false }\nresult = \(expression)").value("result")
    )
    #expect(value.place == "main.tf:1:14 false")
    #expect(value.via.contains { $0.described.hasSuffix(" local.x") })
  }

  @Test func `what a function computes is owned by its call`() throws {
    let module = TestModule(
      "locals { n = \"web\" }\nresult = { a = upper(local.n), b = \"x-${upper(local.n)}\" }"
    )
    let object = try #require(module.value("result")?.object)
    #expect(object["a"]?.place == "main.tf:2:16 upper(local.n)")
    guard case .literal("WEB", let source?)? = object["b"]?.rope?.pieces.last else {
      Issue.record("\(object)")
      return
    }
    #expect(source.location.described == "main.tf:2:41 upper(local.n)")
    #expect(!source.isVerbatim)
  }

  @Test func `container definitions keep their places through everything that is usual`() throws {
    let module = TestModule(
      files: [
        "main.tf": """
        variable "env" { default = { A = "1" } }
        variable "ro" { default = false }
        variable "tag" {}
        locals {
          base = { name = "web", image = "repo/web:${var.tag}", readonlyRootFilesystem = var.ro }
          env  = [for k, v in var.env : { name = k, value = v }]
        }
        result = jsonencode(concat(
          [merge(local.base, { environment = local.env, cpu = 256 })],
          jsondecode(templatefile("sidecar.tpl", { privileged = true, image = var.tag })),
        ))
        """,
        "sidecar.tpl": """
        [{
          "name": "sidecar",%{ if privileged }
          "privileged": ${privileged},%{ endif }
          "image": "${image}"
        }]
        """,
      ]
    )
    let json = try #require(try module.value("result")?.rope?.jsonValue())
    let web = try #require(json.elements?.first?.object)
    let sidecar = try #require(json.elements?.last?.object)
    #expect(web["readonlyRootFilesystem"]?.place == "main.tf:2:27 false")
    #expect(
      web.member("readonlyRootFilesystem")?.key?.described == "main.tf:5:57 readonlyRootFilesystem"
    )
    #expect(web["cpu"]?.place == "main.tf:9:55 256")
    #expect(web["image"]?.rope?.knownPrefix == "repo/web:")
    #expect(web["environment"]?.elements?.first?.object?["value"]?.place == "main.tf:1:34 \"1\"")
    #expect(sidecar["name"]?.place == "sidecar.tpl:2:11 \"sidecar\"")
    #expect(sidecar["privileged"]?.place == "main.tf:10:57 true")
    #expect(sidecar["image"]?.isKnown == false)
    #expect(module.diagnostics.isEmpty)
  }
}
