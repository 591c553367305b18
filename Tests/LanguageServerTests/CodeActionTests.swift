import LanguageServer
import Remedy
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
  // MARK: - Fixes

  private let module = """
    variable "privileged" { default = false }

    resource "aws_ecs_task_definition" "app" {
      family                = "app"
      container_definitions = jsonencode([{ name = "app", image = "i:1", privileged = var.privileged }])
    }

    """

  /// The fixes that are offered for what fails in the document called `name`.
  private func fixes(_ talk: inout Talk, _ name: String) throws -> [JSONValue] {
    let answer = try talk.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string("file:///work/\(name)")],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 999, "character": 0]],
        "context": ["diagnostics": []],
      ]
    )
    return (answer["result"]?.elements ?? []).filter {
      $0["title"]?.text?.hasPrefix("Fix ") ?? false
    }
  }

  private func talk(_ host: MemoryHost) -> Talk {
    Talk(host, capabilities: capabilities, offerings: [ProvenFixes(recipes: RecipeBook([:]))])
  }

  @Test func `a fix is made where the value is written, in a file that is not open too`() throws {
    let root = "module \"app\" {\n  source     = \"./app\"\n  privileged = true\n}\n"
    var talk = talk(MemoryHost(files: ["main.tf": root, "app/main.tf": "unsaved"]))
    _ = talk.open("file:///work/app/main.tf", module, language: "terraform")
    let fix = try #require(
      fixes(&talk, "main.tf").first { $0["title"]?.text?.hasPrefix("Fix ECS.4: ") ?? false }
    )
    #expect(fix["title"]?.text?.hasSuffix(" (needs review)") == true)
    #expect(fix["isPreferred"] == false)
    let edits = try #require(fix["edit"]?["changes"]?["file:///work/main.tf"]?.elements)
    #expect(edits.count == 1)
    #expect(edits.first?["newText"]?.text == "false")
    #expect(edits.first?["range"]?["start"] == ["line": 2, "character": 15])
  }

  @Test func `a fix that changes nothing that runs is the one to take`() throws {
    var talk = talk(MemoryHost())
    let text = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}\n"
    _ = talk.open("file:///work/main.tf", text, language: "terraform")
    let fixes = try fixes(&talk, "main.tf")
    let fix = try #require(fixes.first { $0["isPreferred"] == true })
    #expect(fix["title"]?.text?.hasPrefix("Fix ECR.1: ") == true)
    #expect(fix["title"]?.text?.hasSuffix(" (needs review)") == false)
  }

  @Test func `what was found for a text is not offered for the next one`() throws {
    var talk = talk(MemoryHost())
    let uri = "file:///work/task.yaml"
    func privilegedFix() throws -> JSONValue? {
      try fixes(&talk, "task.yaml").first { $0["title"]?.text?.hasPrefix("Fix ECS.4: ") == true }
    }
    _ = talk.open(uri, yaml)
    #expect(try privilegedFix() != nil)
    _ = talk.change(uri, "\r\n" + yaml)
    let edit = try privilegedFix()?["edit"]?["changes"]?[uri]?.elements.first
    #expect(edit?["range"]?["start"]?["line"] == 4)
    _ = talk.change(uri, yaml.replacing("privileged: true", with: "privileged: false"))
    #expect(try privilegedFix() == nil)
  }
}
