import SourceText
import Syntax
import Testing

@Suite struct HCLTreeTests {
  @Test func `arguments and blocks know their bytes`() throws {
    let text = "# head\nresource \"aws_x\" y { # note\n  a = 1\n  b \"c\" {}\n}\n"
    let tree = Sample.hcl(text)
    #expect(tree.diagnostics.isEmpty)
    let block = try #require(tree.body.blocks.first)
    let source = { (range: SourceRange) in tree.file.text(range) }
    #expect(block.type == "resource")
    #expect(block.labels.map(\.text) == ["aws_x", "y"])
    #expect(block.labels.map(\.isQuoted) == [true, false])
    #expect(block.labels.map { source($0.range) } == ["\"aws_x\"", "y"])
    #expect(source(block.headerLocation.range) == "resource \"aws_x\" y")
    #expect(source(block.openBraceRange) == "{")
    #expect(source(block.closeBraceRange) == "}")
    #expect(source(block.range) == String(text.dropFirst(7).dropLast()))
    #expect(block.body.range.start == block.openBraceRange.start)
    let argument = try #require(block.body.attribute("a"))
    #expect(source(argument.range) == "a = 1")
    #expect(source(argument.nameRange) == "a")
    #expect(source(argument.equalsRange) == "=")
    #expect(source(argument.expression.range) == "1")
    #expect(argument.nameLocation.position.line == 3)
    #expect(block.body.blocks.map(\.type) == ["b"])
    #expect(tree.body.range == SourceRange(0, text.utf8.count))
  }

  @Test(arguments: [
    ("1 + 2 * 3 - 4", "(1 add (2 multiply 3)) subtract 4"),
    ("a || b && c == d < e", "a or (b and (c equal (d lessThan e)))"),
    ("1 < 2 == 3 >= 4", "(1 lessThan 2) equal (3 greaterThanOrEqual 4)"),
    ("-a * !b", "negate a multiply not b"),
    ("- -a", "negate negate a"),
    ("10 / 3 % 2", "(10 divide 3) modulo 2"),
    ("a != b ? c : d ? e : f", "a notEqual b ? c : d ? e : f"),
    ("(a + 1) * 2", "(a add 1) multiply 2"),
    ("a.b.0.c[1][d]", "a.b.0.c[1][d]"),
    ("a.*.b.0", "a.*.b.0"),
    ("a[*].b[0]", "a.*.b[0]"),
    ("a . b [ 0 ]", "a.b[0]"),
    ("f(a, b...)", "f(a, b...)"),
    ("provider::x::f()", "provider::x::f()"),
    ("f(1,)", "f(1)"),
    ("f(\n  1,\n  2\n)", "f(1, 2)"),
    ("[1, 2,]", "[1, 2]"),
    ("[]", "[]"),
    ("{}", "{}"),
    ("{ a = 1, b : 2\n c = 3 }", "{a: 1, b: 2, c: 3}"),
    ("{ \"a b\" = 1, (c) = 2, \"${d}\" = 3, true = 4 }", "{a b: 1, (c): 2, d: 3, true: 4}"),
    ("{ a.b = 1, 2 = 3 }", "{a.b: 1, 2: 3}"),
    ("null", "null"),
    ("true", "true"),
    ("1.5e+3", "1.5e+3"),
    ("\"\"", "\"\""),
    ("\"${a}\"", "a"),
    ("\"${a}b\"", "\"${a}b\""),
    ("\"a\\n\\t\\\"\\\\\\u8239\\U0001F600\"", "\"a\n\t\"\\船😀\""),
    ("\"$${a} %%{b} $ % $$\"", "\"${a} %{b} $ % $$\""),
    ("\"a ${\"b ${\"c\"}\"}\"", "\"a ${\"b ${\"c\"}\"}\""),
    ("\"${f(\n\"x\"\n)}\"", "f(\"x\")"),
    ("\"%{ if a }b%{ else }c%{ endif }\"", "\"%{if a}b%{else}c%{endif}\""),
    ("\"%{ for k, v in m }${k}=${v} %{ endfor }\"", "\"%{for k, v in m}${k}=${v} %{endfor}\""),
    ("\"a ${~ b ~} c\"", "\"a${b}c\""),
    ("\"a\\n ${~ b ~} \\t c\"", "\"a${b}c\""),
    ("\"a %{~ if b ~} c %{~ endif ~} d\"", "\"a%{if b}c%{else}%{endif}d\""),
    ("héllo-wörld_1", "héllo-wörld_1"),
    ("/* a */ 1 # b", "1"),
  ])
  func `an expression is read with the right meaning`(text: String, meaning: String) {
    let tree = HCLParser.parseExpression(SourceFile(path: "a.tf", text: text))
    #expect(tree.diagnostics.isEmpty)
    #expect(HCLText.of(tree.expression) == meaning)
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test func `a for expression names its parts`() throws {
    let text = "{ for k, v in m : k => v... if v != null }"
    guard case .forObject(let loop) = try #require(Sample.expression(text)).form else {
      Issue.record("no for expression")
      return
    }
    #expect(loop.keyName == "k")
    #expect(loop.valueName == "v")
    #expect(HCLText.of(loop.collection) == "m")
    #expect(HCLText.of(loop.keyResult) == "k")
    #expect(HCLText.of(loop.valueResult) == "v")
    #expect(HCLText.of(loop.condition) == "v notEqual null")
    #expect(loop.groups)
    guard case .forTuple(let short) = try #require(Sample.expression("[for v in m : v]")).form
    else {
      Issue.record("no for expression")
      return
    }
    #expect(short.keyName == nil && short.keyResult == nil && short.condition == nil)
    #expect(!short.groups)
  }

  @Test func `of arguments of one name the first counts, however many there are`() {
    let many = (0..<40).map { "a\($0) = \($0)\n" }.joined()
    let tree = Sample.hcl(many + "a7 = true\na7 = false\n")
    #expect(tree.sources == ["hcl.duplicate-argument `a7`", "hcl.duplicate-argument `a7`"])
    #expect(tree.diagnostics[0].text.en.contains("line 8"))
    #expect(tree.body.attributes.count == 40)
    #expect(HCLText.of(tree.body.attribute("a7")?.expression) == "7")
  }

  @Test(arguments: [
    (
      "variable \"x\" {\n  type = \"list\"\n  default = []\n}\n",
      "variable x {type = \"list\"; default = []}"
    ),
    (
      "data \"template_file\" \"t\" {\n  vars {\n    a = \"${var.x}\"\n  }\n}\n",
      "data template_file t {vars {a = var.x}}"
    ),
    ("a = \"${var.list.0}\"\n", "a = var.list.0"),
    ("a = \"${aws_x.y.*.id}\"\n", "a = aws_x.y.*.id"),
  ])
  func `what Terraform 0.11 wrote is read`(text: String, meaning: String) {
    let tree = Sample.hcl(text)
    #expect(tree.diagnostics.isEmpty)
    #expect(HCLText.of(tree.body) == meaning)
  }

  @Test func `comments and newlines are tokens`() {
    let tree = Sample.hcl("a = 1 # x\n/* y */ b = 2\n// z\n")
    #expect(
      tree.tokens.map { tree.file.text($0.range) } == [
        "a", "=", "1", "# x\n", "/* y */", "b", "=", "2", "\n", "// z\n", "",
      ]
    )
  }

  @Test func `a byte-order mark and CRLF stay where they are`() throws {
    let text = "\u{FEFF}a = 1\r\nb {\r\n  c = <<EOT\r\nx\r\nEOT\r\n}\r\n"
    let tree = Sample.hcl(text)
    #expect(tree.diagnostics.isEmpty)
    #expect(HCLText.of(tree.body) == "a = 1; b {c = \"x\r\n\"}")
    #expect(tree.body.attribute("a")?.nameRange == SourceRange(3, 4))
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test func `a text that was made up reports where it comes from`() {
    let user = SourceFile(path: "main.tf.json", text: "{\"a\": \"${x\"}")
    let anchor = SourceLocation(user, SourceRange(6, 11))
    let made = SourceFile(path: "main.tf.json", text: "${x")
    let tree = HCLParser.parseTemplate(made, anchor: anchor)
    #expect(tree.diagnostics.map(\.location) == [anchor])
    #expect(tree.expression?.location == anchor)
    let expression = HCLParser.parseExpression(made, anchor: anchor)
    #expect(expression.diagnostics.map(\.location) == [anchor])
  }

  @Test func `a part of a file is read as a template, with the positions of the file`() throws {
    let file = SourceFile(path: "a.json", text: "[\"a ${b} c\"]")
    let tree = HCLParser.parseTemplate(file, in: SourceRange(2, 10))
    #expect(HCLText.of(tree.expression) == "\"a ${b} c\"")
    #expect(tree.expression?.range == SourceRange(2, 10))
    #expect(tree.body.items.isEmpty)
    let wrapped = HCLParser.parseTemplate(file, in: SourceRange(4, 8)).expression
    guard case .wrapped(let value) = try #require(wrapped).form else {
      Issue.record("the value is not wrapped")
      return
    }
    #expect(value.range == SourceRange(6, 7))
  }
}
