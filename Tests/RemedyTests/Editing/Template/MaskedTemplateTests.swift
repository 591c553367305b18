import Remedy
import SourceText
import Syntax
import Testing

struct MaskedTemplateTests {
  @Test(arguments: [
    ("[{\"name\": \"${var.name}-x\"}]", "[{\"name\": \"xxxxxxxxxxx-x\"}]"),
    ("{\"cpu\": ${var.cpu}}", "{\"cpu\": 1111111111}"),
    ("{\"a\": \"$${b}\"}", "{\"a\": \"xxxb}\"}"),
    ("{\"a\": \"\\\"${b}\"}", "{\"a\": \"\\\"xxxx\"}"),
    ("{\"a\": \"${f(\"}${x}\", { y = 1 })}\"}", "{\"a\": \"xxxxxxxxxxxxxxxxxxxxxxxx\"}"),
    ("%{ if a ~}\n[1]\n%{ endif }", "          \n[1]\n          "),
    ("[${f(\n  a\n)}]", "[    \n   \n11]"),
    ("{\"a\": \"$ % 10\"}", "{\"a\": \"$ % 10\"}"),
    ("[\"日本${x}語\"]", "[\"日本xxxx語\"]"),
  ])
  func `sequences become what JSON can bear`(text: String, expected: String) {
    let file = SourceFile(path: "a.json.tftpl", text: text)
    let masked = MaskedTemplate.masking(file, content: SourceRange(0, file.bytes.count))
    #expect(String(decoding: masked.bytes, as: UTF8.self) == expected)
    #expect(JSONParser.parse(masked).diagnostics.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `only the heredoc is left of a file`(newline: String) throws {
    let text = """
      resource "aws_ecs_task_definition" "web" { # "{"
        container_definitions = <<-JSON
          [{ "name": "web", "environment": ${jsonencode({
            a = <<X
      }
      X
          })} }]
        JSON
        family = "web"
      }

      """.replacing("\n", with: newline)
    let file = SourceFile(path: "main.tf", text: text)
    let name = try #require(text.utf8.firstRange(of: "web\", \"env".utf8))
    let offset = text.utf8.distance(from: text.startIndex, to: name.lowerBound)
    let content = try MaskedTemplate.heredoc(of: HCLParser.parse(file), containing: offset)
    let masked = MaskedTemplate.masking(file, content: content)
    #expect(masked.bytes.count == file.bytes.count)
    #expect(masked.lines == file.lines)
    let tree = JSONParser.parse(masked)
    #expect(tree.diagnostics.isEmpty)
    let container = try #require(tree.root?.elements.first)
    #expect(container.entries.map { file.text($0.key.range) } == ["\"name\"", "\"environment\""])
    #expect(container.entries[1].value.range.end == container.range.end - 2)
  }

  @Test(.enabled(if: HCLEditVectors.isAvailable, "skipped: no vectors"))
  func `the JSON text of every heredoc can be read in place`() throws {
    var count = 0
    for tree in HCLEditVectors.trees {
      for token in tree.tokens where token.kind == .openHeredoc {
        let content = try MaskedTemplate.heredoc(of: tree, containing: Int(token.range.end))
        let text = tree.file.text(content).filter { !$0.isWhitespace }
        guard text.hasPrefix("{\"") || text.hasPrefix("[{") else { continue }
        let masked = MaskedTemplate.masking(tree.file, content: content)
        #expect(masked.bytes.count == tree.file.bytes.count)
        let errors = JSONParser.parse(masked).diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(tree.file.text(content))")
        count += 1
      }
    }
    #expect(count > 20)
  }

  @Test func `text in quotes and code are refused`() {
    let file = SourceFile(path: "main.tf", text: "a = \"[{\\\"b\\\": 1}]\"\nc = <<X\n[]\nX\n")
    let tree = HCLParser.parse(file)
    for offset in [0, 5, 10, 20, 26, file.bytes.count] {
      #expect(throws: EditRefusal.self) {
        try MaskedTemplate.heredoc(of: tree, containing: offset)
      }
    }
    #expect(tree.heredoc(containing: 28) == SourceRange(27, 30))
  }
}
