import SourceText
import Syntax
import Testing

@Suite struct HCLHeredocTests {
  @Test(arguments: [
    ("<<EOT\na\n  b\nEOT\n", "a\n  b\n"),
    ("<<EOT\nEOT\n", ""),
    ("<<EOT\n\nEOT\n", "\n"),
    ("<<EOT\na\n   EOT\n", "a\n"),
    ("<<EOT\na\nEOT \t\n", "a\n"),
    ("<<EOT\nEOTX\nEOT\n", "EOTX\n"),
    ("<<-EOT\n    a\n      b\n    EOT\n", "a\n  b\n"),
    ("<<-EOT\n    a\n\n   \n  b\n  EOT\n", "  a\n\n   \nb\n"),
    ("<<-EOT\n\ta\n\t\tb\n\tEOT\n", "a\n\tb\n"),
    ("<<-EOT\n  ${a}\n    b\n  EOT\n", "${a}\n  b\n"),
    ("<<-EOT\n    a ${b}\n  ${c} d\nEOT\n", "  a ${b}\n${c} d\n"),
    ("<<-EOT\n${a}\n  b\nEOT\n", "${a}\n  b\n"),
    ("<<EOT\na ${b ~}\n  c\nEOT\n", "a ${b}  c\n"),
    ("<<EOT\na\n  ${~ b}\nEOT\n", "a\n${b}\n"),
    ("<<EOT\n%{ for x in y ~}\n- ${x}\n%{ endfor ~}\nEOT\n", "%{for x in y}- ${x}\n%{endfor}"),
    ("<<-EOT\n  %{ if a }\n  b\n  %{ endif }\n  EOT\n", "%{if a}\nb\n%{else}%{endif}\n"),
    ("<<EOT\n\\n \"q\" $${a} 5$ 10%\nEOT\n", "\\n \"q\" ${a} 5$ 10%\n"),
    ("<<EOT\n$\nEOT\n", "$\n"),
    ("<<EOT\n${<<IN\nx\nIN\n}\nEOT\n", "${\"x\n\"}\n"),
    ("<<EOT\na\r\nb\r\nEOT\n", "a\r\nb\r\n"),
    ("<<Ünïcode\na\nÜnïcode\n", "a\n"),
  ])
  func `a heredoc holds its text`(source: String, text: String) throws {
    let tree = Sample.hcl("a = \(source)b = 1\n")
    #expect(tree.sources == [])
    #expect(HCLText.of(tree.body) == "a = \"\(text)\"; b = 1")
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test func `every line without an indentation maps to its bytes`() throws {
    let text = "a = <<-EOT\n    {\n      \"x\": ${y}, \"z\": \"$${w}\"\n    }\n  EOT\n"
    let tree = Sample.hcl(text)
    guard case .template(let parts) = try #require(tree.body.attribute("a")).expression.form
    else {
      Issue.record("no template")
      return
    }
    let literals = parts.compactMap { part -> HCLLiteral? in
      if case .literal(let literal) = part { literal } else { nil }
    }
    #expect(
      literals.map { "\($0.isVerbatim) \($0.text)" } == [
        "true {\n", "true   \"x\": ", "true , \"z\": \"", "false ${", "true w}\"\n", "true }\n",
      ]
    )
    for literal in literals where literal.isVerbatim {
      #expect(tree.file.text(literal.range) == literal.text)
    }
  }

  @Test func `a heredoc without sequences is one text`() throws {
    let tree = Sample.hcl("a = <<EOT\n{\n  \"x\": 1\n}\nEOT\n")
    guard case .template(let parts) = try #require(tree.body.attribute("a")).expression.form,
      case .literal(let literal) = parts.first
    else {
      Issue.record("no template")
      return
    }
    #expect(parts.count == 1)
    #expect(literal.isVerbatim)
    #expect(literal.range == SourceRange(10, 23))
  }

  @Test func `a heredoc may stand within brackets, not behind an end word with more on its line`() {
    #expect(Sample.hcl("a = f(<<EOT\nx\nEOT\n, 1)\n").sources == [])
    #expect(Sample.hcl("a = f(<<EOT\nx\nEOT, 1)\n").sources == ["hcl.unclosed-heredoc `<<EOT\n`"])
  }

  @Test func `what looks like a heredoc but is none is two operators`() {
    #expect(Sample.hcl("a = <<EOT \nx\n").sources == ["hcl.expression `<`", "hcl.item `x`"])
  }
}
