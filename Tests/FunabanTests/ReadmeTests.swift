import Foundation
import Testing

/// What the front pages show is what the program does.
@Suite struct ReadmeTests {
  @Test(arguments: [("README.md", "en"), ("README.ja.md", "ja")])
  func `the example output is what the command prints`(page: String, language: String) throws {
    let text = try String(contentsOf: Program.packageRoot.appending(path: page), encoding: .utf8)
    let start = try #require(text.firstRange(of: "```text\n$ funaban ")).upperBound
    let end = try #require(text[start...].firstRange(of: "\n```")).lowerBound
    let lines = text[start..<end].split(separator: "\n", omittingEmptySubsequences: false)
    let command = try #require(lines.first).split(separator: " ").map(String.init)
    let outcome = try Program.run(command + ["--lang", language])
    let printed = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(printed.dropLast() == lines.dropFirst())
  }
}
