import SourceText
import Syntax
import Testing

/// After an error the rest of the file is read.
@Suite struct HCLRecoveryTests {
  @Test(arguments: [
    ("a = [1, @, 3]", "hcl.character `@`", "a = [1, invalid, 3]"),
    ("a = [1 2]", "hcl.element-separator `2`", "a = [1, 2]"),
    ("a = [1, 2 = 3]", "hcl.element-separator `=`", "a = [1, 2]"),
    ("a = [\n  1,\n  2\n", "hcl.element-separator `z`", "a = [1, 2]"),
    ("a = {\n  x 1\n  y = 2\n}", "hcl.key-separator `1`", "a = {y: 2}"),
    ("a = {\n  x\n  y = 2\n}", "hcl.item-value ``", "a = {y: 2}"),
    ("a = { x = 1 y = 2 }", "hcl.item-separator `y`", "a = {x: 1, y: 2}"),
    ("a = {\n  x = [1, 2\n  y = 3\n}", "hcl.element-separator `y`", "a = {x: [1, 2], y: 3}"),
    ("a = f(1 2)", "hcl.argument-separator `2`", "a = f(1, 2)"),
    ("a = f(x..., 2)", "hcl.expansion `...`", "a = f(x...)"),
    ("a = n::1()", "hcl.function-name `1`", "a = invalid"),
    ("a = n::f", "hcl.function-name ``", "a = invalid"),
    ("a = (1 2)", "hcl.parenthesis `2`", "a = (1)"),
    ("a = x ? y", "hcl.conditional ``", "a = invalid"),
    ("a =", "hcl.expression ``", "a = invalid"),
    ("a = 1 +", "hcl.expression ``", "a = 1 add invalid"),
    ("a = x.", "hcl.attribute-name ``", "a = invalid"),
    ("a = x.*.*", "hcl.nested-splat `*`", "a = x.*"),
    ("a = x.0.1", "hcl.legacy-index `0.1`", "a = invalid"),
    ("a = x[1", "hcl.index `z`", "a = x[1]"),
    ("a = x[*", "hcl.index ``", "a = x.*"),
    ("a = x[*y].z", "hcl.index `y`", "a = x.*.z"),
    ("b {\n  c = (1 2\n  d = 3\n}", "hcl.parenthesis `2`", "b {c = (1); d = 3}"),
    (
      "b {\n  c = {\n    d = f([1 +, 2\n    e = 4\n  }\n}", "hcl.expression `,`",
      "b {c = {d: f([1 add invalid, 2]), e: 4}}"
    ),
    ("a = 1.2.3", "hcl.number `1.2.3`", "a = invalid"),
    ("a = [for in y : z]", "hcl.for `y`", "a = invalid"),
    ("a = [for x y : z]", "hcl.for `y`", "a = invalid"),
    ("a = [for x in y]", "hcl.for `]`", "a = invalid"),
    ("a = {for x in y : x}", "hcl.for `x`", "a = for"),
    ("a = [for x in y : x => x]", "hcl.for `x`", "a = for"),
    ("a = [for x in y : x...]", "hcl.for `x`", "a = for"),
    ("a = 1, b = 2", "hcl.argument-comma `,`", "a = 1"),
    ("a = 1 b", "hcl.argument-newline `b`", "a = invalid"),
    ("a = b & c", "hcl.bitwise-operator `&`", "a = invalid"),
    ("a = 1;", "hcl.semicolon `;`", "a = 1"),
    ("a = 'x'", "hcl.single-quote `'`", "a = invalid"),
    ("a = `x`", "hcl.backtick ```", "a = invalid"),
    ("a = \"x", "hcl.unclosed-string `\"`", "a = \"x\""),
    ("a = \"${x\"", "hcl.interpolation `\"`", "a = invalid"),
    ("a = \"b ${x:y}\"", "hcl.interpolation `:`", "a = \"b ${invalid}\""),
    ("a = \"b ${}\"", "hcl.expression `}`", "a = \"b ${invalid}\""),
    ("a = \"\\q\\u12\"", "hcl.escape `\\q`", "a = \"q\\u12\""),
    ("a = \"%{ if x }y\"", "hcl.missing-endif `%{`", "a = \"%{if x}y%{else}%{endif}\""),
    ("a = \"%{ for x in y }z\"", "hcl.missing-endfor `%{`", "a = \"%{for x in y}z%{endfor}\""),
    ("a = \"x%{ endif }\"", "hcl.stray-directive `%{ endif`", "a = \"x\""),
    ("a = \"x%{ what }y\"", "hcl.directive `what`", "a = \"xy\""),
    ("a = \"x%{}y\"", "hcl.directive `}`", "a = \"xy\""),
    ("a = 1\na = 2", "hcl.duplicate-argument `a`", "a = 1"),
    ("a 1", "hcl.item `a`", ""),
    ("}", "hcl.item `}`", ""),
    ("\"a\" = 1", "hcl.quoted-name `\"a\"`", "a = 1"),
    ("b {\n  x = 1", "hcl.unclosed-block `{`", "b {x = 1}"),
    ("b {\n  x = 1\n  c {\n    y = 2\n", "hcl.unclosed-block `{`", "b {x = 1; c {y = 2}}"),
    ("b {\n  y = 2\n  a = {\n    x = 1\n}", "hcl.unclosed-block `{`", "b {y = 2; a = {x: 1}}"),
    ("b {{\n  x = 1\n}", "hcl.item `{`", "b {x = 1}"),
    ("b \"x\"\n{\n  x = 1\n}", "hcl.block-header ``", "b x {x = 1}"),
    ("b \"x\" = {\n  x = 1\n}", "hcl.block-header `=`", "b x {}"),
    ("b \"x${y}\" {}", "hcl.block-label `${`", "b x${y} {}"),
    ("b \"x {\n  y = 1\n}", "hcl.unclosed-string `\"`", "b x { {}; y = 1"),
    ("b { x = 1, y = 2 }", "hcl.single-line-block `,`", "b {x = 1; y = 2}"),
    ("b { x = 1\n}", "hcl.single-line-block ``", "b {x = 1}"),
    ("b { c {} }", "hcl.single-line-block `c`", "b {c {}}"),
    ("b {} c {}", "hcl.block-newline `c`", "b {}"),
    ("b {\n  x = 1 }", "hcl.argument-newline `}`", "b {x = 1}"),
  ])
  func `one error is said once and what follows is read`(
    text: String,
    finding: String,
    content: String
  ) {
    // Behind a closed string or bracket any line will do; an open one ends at a top-level block.
    let tree = Sample.hcl("\(text)\nz \"z\" {\n}\n")
    #expect(tree.sources == [finding])
    let expected = content.isEmpty ? "z z {}" : "\(content); z z {}"
    #expect(HCLText.of(tree.body) == expected)
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test func `every broken line of an object is named`() {
    let tree = Sample.hcl("a = {\n  b = )\n  c = [1 2]\n  d = 1\n}\n")
    #expect(tree.sources == ["hcl.expression `)`", "hcl.element-separator `2`"])
    #expect(HCLText.of(tree.body) == "a = {b: invalid, c: [1, 2], d: 1}")
  }

  @Test func `blocks at the left margin of a file without indentation stay nested`() {
    let tree = Sample.hcl("a {\nb {\nx = 1\n}\n}\nc {\nd {\n}\n")
    #expect(tree.sources == ["hcl.unclosed-block `{`"])
    #expect(HCLText.of(tree.body) == "a {b {x = 1}}; c {d {}}")
  }

  @Test(arguments: [
    ("/* never\na = 1", "hcl.unclosed-comment `/*`", ""),
    ("a = <<EOT\nx\n", "hcl.unclosed-heredoc `<<EOT\n`", "a = \"x\n\""),
    ("a = <<EOT\nx\nEOT", "hcl.heredoc-end `<<EOT\n`", "a = \"x\n\""),
    ("a = <<EOT\nx ${y", "hcl.unclosed-interpolation `${`", "a = \"x ${y}\""),
    ("a = \"${[(", "hcl.expression ``", "a = [(invalid)]"),
    ("a = [1,", "hcl.unclosed-bracket `[`", "a = [1]"),
    ("a = {", "hcl.unclosed-brace `{`", "a = {}"),
    ("a = (1", "hcl.unclosed-parenthesis `(`", "a = (1)"),
    ("a = f(1", "hcl.unclosed-parenthesis `(`", "a = f(1)"),
    ("a = x[1", "hcl.unclosed-bracket `[`", "a = x[1]"),
    ("a", "hcl.item `a`", ""),
    ("a = ", "hcl.expression ``", "a = invalid"),
    ("b \"x", "hcl.unclosed-string `\"`", "b x {}"),
    ("b { x = 1", "hcl.unclosed-block `{`", "b {x = 1}"),
    ("b {\nc {\n", "hcl.unclosed-block `{`", "b {c {}}"),
    ("a = \"\\", "hcl.escape `\\`", "a = \"\\\""),
  ])
  func `a file that breaks off is read up to its end`(
    text: String,
    finding: String,
    content: String
  ) {
    let tree = Sample.hcl(text)
    #expect(tree.sources == [finding])
    #expect(HCLText.of(tree.body) == content)
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test func `a comment that does not end ends where a labelled block begins`() {
    let tree = Sample.hcl("a = 1 /* b\nb = 2\nc \"d\" {\n  e = 1 /* f\n}\ng \"h\" {\n}\n")
    #expect(tree.sources == ["hcl.unclosed-block `{`", "hcl.unclosed-comment `/*`"])
    #expect(HCLText.of(tree.body) == "a = 1; c d {e = 1}; g h {}")
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test(arguments: [
    ("x = <<EOT\nfoo\n  EOF\n}", "hcl.unclosed-heredoc `<<EOT\n`"),
    ("x = <<EOT\nfoo ${y\n  EOT\n}", "hcl.interpolation `EOT`"),
    ("x = f([\"${y\n  z = 1\n  ])\n}", "hcl.interpolation `z`"),
    ("x = <<EOT\nfoo ${\"a ${<<IN\n  EOT\n}", "hcl.unclosed-heredoc `<<IN\n`"),
  ])
  func `a template that swallows the file ends where a labelled block begins`(
    text: String,
    finding: String
  ) {
    let tree = Sample.hcl("a \"b\" {\n  \(text)\n\nc \"d\" {\n  e = <<X\ny\nX\n}\n")
    #expect(tree.sources == [finding])
    #expect(tree.body.blocks.map(\.type) == ["a", "c"])
    #expect(HCLText.of(tree.body.blocks.last?.body.attribute("e")?.expression) == "\"y\n\"")
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test func `bytes that are not UTF-8 are reported and read past`() {
    let bytes = Array("a = \"x".utf8) + [0xFF] + Array("\"\nb = 1\n".utf8)
    let tree = HCLParser.parse(SourceFile(path: "a.tf", bytes: bytes))
    #expect(tree.diagnostics.map(\.code) == ["hcl.encoding"])
    #expect(HCLText.of(tree.body) == "a = \"x\u{FFFD}\"; b = 1")
    let utf16 = HCLParser.parse(SourceFile(path: "a.tf", bytes: [0xFF, 0xFE, 0x61, 0]))
    #expect(utf16.diagnostics.map(\.code) == ["hcl.utf-16"])
    #expect(utf16.body.items.isEmpty)
  }
}
