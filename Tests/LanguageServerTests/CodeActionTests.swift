import LanguageServer
import SourceText
import Testing

@Suite struct CodeActionTests {
  private let capabilities =
    #"{"textDocument":{"codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[]}}}}}"#

  /// The texts that all offered actions insert into the document.
  private func insertions(
    _ name: String,
    _ text: String,
    language: String = "yaml",
    only kinds: JSONValue? = nil
  ) throws -> [(line: JSONValue?, text: String?)] {
    var talk = Talk(capabilities: capabilities)
    let uri = "file:///work/\(name)"
    _ = talk.open(uri, text, language: language)
    let answer = try talk.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(uri)],
        "range": [
          "start": ["line": 0, "character": 0], "end": ["line": 999, "character": 0],
        ],
        "context": kinds.map { ["diagnostics": [], "only": $0] } ?? ["diagnostics": []],
      ]
    )
    return (answer["result"]?.elements ?? []).map { action in
      let edit = action["edit"]?["changes"]?[uri]?.elements.first
      return (edit?["range"]?["start"]?["line"], edit?["newText"]?.text)
    }
  }

  private let yaml =
    "containerDefinitions:\r\n  - name: app\r\n    image: i:1\r\n    privileged: true\r\n"

  @Test func `a comment stands above the line, indented and ended as its neighbours`() throws {
    let found = try insertions("task.yaml", yaml)
    let accept = try #require(found.first { $0.text?.contains("ECS.4") == true })
    #expect(accept.line == 3)
    #expect(accept.text == "    # funaban:accept ECS.4 reason=\"\"\r\n")
  }

  @Test func `a client that asks for other kinds gets none`() throws {
    #expect(try insertions("task.yaml", yaml, only: ["source.organizeImports"]).isEmpty)
    #expect(try !insertions("task.yaml", yaml, only: ["quickfix"]).isEmpty)
  }

  @Test func `nothing is offered where a comment would become a part of the text`() throws {
    let json =
      #"{ "containerDefinitions": [{ "name": "app", "image": "i:1", "privileged": true }] }"#
    #expect(try insertions("task.json", json, language: "json").isEmpty)
    let heredoc = """
      resource "aws_ecs_task_definition" "app" {
        family                = "app"
        container_definitions = <<EOT
      [{
        "name": "app", "image": "i:1",
        "privileged": true
      }]
      EOT
      }

      """
    let found = try insertions("main.tf", heredoc, language: "terraform")
    #expect(!found.isEmpty)
    #expect(!found.contains { $0.text?.contains("ECS.4") == true })
  }

  @Test func `an instruction of a Dockerfile is accepted above it`() throws {
    let found = try insertions(
      "Dockerfile",
      "FROM nginx:1.29\nADD . /app\n",
      language: "dockerfile"
    )
    #expect(found.contains { $0.line == 1 && $0.text?.hasPrefix("# funaban:accept") == true })
  }
}
