import Foundation
import Testing

/// The language server as an editor meets it: through the client of an independent library.
@Suite struct EditorTests {
  private static let python = Program.packageRoot.appending(path: ".cache/venv/bin/python").path()

  private static let script = Program.packageRoot
    .appending(path: "Tests/Fixtures/LanguageServer/conversation.py").path()

  private static let hasClient: Bool = {
    let outcome = try? Program.runInShell("'\(python)' -c 'import pygls.lsp.client'")
    return outcome?.exitCode == 0
  }()

  @Test(
    .enabled(if: hasClient, "skipped: no pygls in .cache/venv; `make python` installs it"),
    arguments: [
      "typing", "reading", "acting", "mending", "counting", "modules", "settings", "refusing",
    ]
  )
  func `an editor's talk goes as its library expects`(talk: String) throws {
    let folder = try Sandbox()
    let outcome = try Program.runInShell(
      "'\(EditorTests.python)' '\(EditorTests.script)' \"$FUNABAN\" . \(talk)",
      in: folder
    )
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
  }

  private func frame(_ content: String) -> String {
    "Content-Length: \(content.utf8.count)\r\n\r\n\(content)"
  }

  private func talk(_ input: String) throws -> Program.Outcome {
    try Program.run(["lsp"], in: try Sandbox(), input: input)
  }

  private let beginning = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#

  @Test func `the exit code says whether the editor took its leave`() throws {
    let leave = #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#
    let exit = #"{"jsonrpc":"2.0","method":"exit"}"#
    let polite = try talk(frame(beginning) + frame(leave) + frame(exit))
    #expect(polite.exitCode == 0)
    #expect(polite.output.hasSuffix(#"{"jsonrpc":"2.0","id":2,"result":null}"#))
    #expect(try talk(frame(beginning) + frame(exit)).exitCode == 1)
    #expect(try talk(frame(beginning)).exitCode == 1)
    #expect(try talk("").exitCode == 1)
  }

  @Test(arguments: ["hello\r\n\r\n", "Content-Length: x\r\n\r\n{}"])
  func `input that is not the protocol ends the program with a sentence`(input: String) throws {
    let outcome = try talk(frame(beginning) + input)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.hasPrefix("funaban lsp: "))
    #expect(outcome.output.contains("serverInfo"))
  }

  @Test func `a header that never ends is not waited for`() throws {
    let outcome = try talk(frame(beginning) + String(repeating: "a", count: 9_000))
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("Language Server Protocol"))
  }
}
