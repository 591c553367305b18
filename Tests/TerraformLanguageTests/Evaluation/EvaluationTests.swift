import SourceText
import Syntax
import TerraformLanguage
import Testing

/// What surprises in the language.
@Suite struct EvaluationTests {
  private func value(_ text: String) throws -> TerraformValue { try TestModule().evaluate(text) }

  @Test(arguments: [
    ("01", "1"), ("\"1\" == 1", "false"), ("\"1\" + 1", "2"), ("!\"true\"", "false"),
    ("true ? 1 : \"a\"", "\"1\""), ("true ? [] : [\"a\"]", "[]"), ("null == null", "true"),
    ("{ a = 1, a = 2 }", "{\"a\":2}"), ("{ null = 1, true = 2 }", "{\"null\":1,\"true\":2}"),
    ("{ b = 1, a = 2 }", "{\"a\":2,\"b\":1}"), ("[1, 2][\"0\"]", "1"),
    ("{ 1 = \"x\" }[1]", "\"x\""),
    ("[[1, 2], [3]][*][0]", "[1,3]"), ("{ a = 1 }[*].a", "[1]"), ("\"a\".*", "[\"a\"]"),
    ("-5 % 3", "-2"), ("1 + 2 * 3", "7"), ("[for i, v in [\"a\"] : \"${i}${v}\"]", "[\"0a\"]"),
    ("\"%{ if true }a%{ else }b%{ endif }\"", "\"a\""),
    ("\"%{ for k, v in { a = 1, b = 2 } }${k}=${v};%{ endfor }\"", "\"a=1;b=2;\""),
    ("false && [][0]", "false"), ("[][0] || true", "true"), ("try([][0], {}.a, 3)", "3"),
    ("can({}.a)", "false"), ("core::try([][0], 1)", "1"),
  ])
  func `an expression comes to what Terraform makes of it`(text: String, json: String) throws {
    #expect(try value(text).jsonText == json)
  }

  @Test(arguments: [
    "[][0]", "{}.a", "null.a", "null[0]", "[1][-1]", "[1][0.5]", "[1][null]", "\"a\"[0]", "\"a\".b",
    "\"a\" + 1", "1 / 0", "!1", "null && true", "true && null", "1 ? 2 : 3", "null ? 1 : 2",
    "true ? [] : {}", "[for x in null : x]", "[for x in 1 : x]", "{ for x in [1, 1] : x => x }",
    "{ for x in [null] : x => x }", "[for x in [1] : x if null]", "{ (null) = 1 }", "{ [] = 1 }",
    "\"a${null}\"", "\"a${[1]}\"", "try([][0])", "can()", "foo::bar()", "{ a.b = 1 }",
    "\"%{ for x in null }%{ endfor }\"", "[1, 2].a", "toset([1])[0]",
  ])
  func `an expression that Terraform refuses is an error with a place`(text: String) {
    let error = #expect(throws: TerraformError.self) { try value(text) }
    #expect(error?.location != nil)
  }

  @Test(arguments: ["try(local.missing, 1)", "can(local.missing)", "false ? local.missing : 1"])
  func `an undeclared name is an error wherever it stands`(text: String) {
    let error = #expect(throws: TerraformError.self) { try value(text) }
    #expect(error?.isStatic == true)
  }

  @Test func `names that loops bring in hide others`() throws {
    let module = TestModule(roots: ["x": TerraformValue(.number(TerraformNumber(9)))])
    #expect(try module.evaluate("[for x in [1] : [for x in [2] : x]]").jsonText == "[[2]]")
    #expect(try module.evaluate("[x, [for y in [1] : x]]").jsonText == "[9,[9]]")
  }

  @Test func `a function of a provider is not known`() throws {
    #expect(try value("provider::aws::arn_parse(\"a\")").isUnknown)
  }

  @Test func `line ends in heredocs are kept`() throws {
    #expect(TestModule("result = <<EOT\r\na\r\nEOT\r\n").value("result")?.text == "a\r\n")
  }

  @Test func `a template file has no names but its variables`() throws {
    let module = TestModule("variable \"x\" { default = 1 }")
    let template = SourceFile(path: "t.tpl", text: "${x} ${var.x}")
    let error = #expect(throws: TerraformError.self) {
      try module.render(template, variables: TerraformObject([.init("x", value("1"))]))
    }
    #expect(error?.location?.described == "t.tpl:1:8 var")
    #expect(error?.isStatic == false)
  }
}
