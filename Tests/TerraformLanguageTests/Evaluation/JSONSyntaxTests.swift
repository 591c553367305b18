import SourceText
import Syntax
import TerraformLanguage
import Testing

/// Expressions in JSON syntax, whose strings are templates.
@Suite struct JSONSyntaxTests {
  private let module = TestModule(
    "variable \"name\" { default = \"web\" }\nlocals { ports = [80] }"
  )

  private func value(_ text: String) throws -> TerraformValue {
    let node = try #require(
      JSONParser.parse(SourceFile(path: "main.tf.json", text: text)).root
    )
    return module.evaluator.evaluateLeniently(node)
  }

  @Test func `strings are templates, other values are what they are`() throws {
    let object = try #require(
      value(
        #"{"${var.name}": "${local.ports}", "b": "x-${var.name}", "c": 1.50, "d": null, "e": [true]}"#
      ).object
    )
    #expect(object["web"]?.elements?.first?.number?.int == 80)
    #expect(object["b"]?.text == "x-web")
    #expect(object["c"]?.number?.text == "1.5")
    #expect(object["d"]?.isNull == true)
    #expect(object["e"]?.elements?.first?.bool == true)
  }

  @Test func `a template in plain text is placed in the file, byte for byte`() throws {
    let rope = try #require(value(#""a-${var.name}""#).rope)
    guard case .literal("a-", let source?) = rope.pieces[0] else {
      Issue.record("\(rope.pieces[0])")
      return
    }
    #expect(source.location.described == "main.tf.json:1:2 a-")
    #expect(source.isVerbatim)
    #expect(try value(#""a-${var.name}""#).place == #"main.tf.json:1:1 "a-${var.name}""#)
  }

  @Test func `a template with escapes is placed at its string`() throws {
    let value = try value(#"{"a": "\"${var.name}\" ${var.none}"}"#)
    let rope = try #require(value.object?["a"]?.rope)
    #expect(rope.pieces[0].text == "\"")
    #expect(value.object?["a"]?.place == #"main.tf.json:1:7 "\"${var.name}\" ${var.none}""#)
    #expect(
      module.diagnostics.map { $0.location?.described } == [
        #"main.tf.json:1:7 "\"${var.name}\" ${var.none}""#
      ]
    )
  }

  @Test func `escaped sequences are text, and plain text owns its string`() throws {
    #expect(try value(#""$${x} %%{if}""#).text == "${x} %{if}")
    #expect(try value(#""plain""#).place == #"main.tf.json:1:1 "plain""#)
  }

  @Test func `a template that does not parse is reported and leaves its siblings`() throws {
    let object = try #require(value(#"{"a": "${", "b": 2}"#).object)
    #expect(object["a"]?.isUnknown == true)
    #expect(object["b"]?.number?.int == 2)
    #expect(module.diagnostics.count == 1)
  }
}
