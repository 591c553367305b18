import Foundation
import Testing

/// What the front pages show is what the program does.
@Suite struct ReadmeTests {
  private func text(of page: String) throws -> String {
    try String(contentsOf: Program.packageRoot.appending(path: page), encoding: .utf8)
  }

  /// The code blocks of `language` on `page`.
  private func blocks(of language: String, on page: String) throws -> [Substring] {
    try text(of: page).split(separator: "```\(language)\n").dropFirst().map { block in
      block.firstRange(of: "```").map { block[..<$0.lowerBound] } ?? block
    }.map { Substring($0) }
  }

  /// The calls of the program in the shell blocks of `page`, without comments, pipes and files.
  private func calls(on page: String) throws -> [String] {
    try blocks(of: "sh", on: page).flatMap { block in
      block.replacing("\\\n", with: " ").split(separator: "\n").flatMap { line in
        line.prefix { $0 != "#" }.split(separator: "|")
      }
    }
    .map { $0.prefix { $0 != ">" }.trimmingCharacters(in: .whitespaces) }
    .filter { $0.hasPrefix("funaban ") }
  }

  /// A repository with the files that the calls name.
  private func repository(for page: String) throws -> Sandbox {
    let own = try #require(blocks(of: "yaml", on: page).first { $0.hasPrefix("control: ") })
    let folder = try Sandbox([
      "my-controls/own.yaml": String(own),
      "infra/main.tf": "variable \"image_tag\" {}\n",
      "infra/production.tfvars": "image_tag = \"1\"\n",
      "template.yaml": """
      Resources:
        WebTask:
          Type: AWS::ECS::TaskDefinition
          Properties:
            Family: web
            ContainerDefinitions: [{ Name: app, Image: shop/app }, { Name: web, Image: nginx }]
      """,
    ])
    let files = FileManager.default
    try files.createDirectory(at: folder.url(".git"), withIntermediateDirectories: true)
    try files.createDirectory(at: folder.url("cdk.out"), withIntermediateDirectories: true)
    try files.copyItem(
      at: folder.url("template.yaml"),
      to: folder.url("cdk.out/shop.template.json")
    )
    try files.copyItem(
      at: Program.packageRoot.appending(path: "Tests/Fixtures/OneStack/plan/plan.json"),
      to: folder.url("plan.json")
    )
    try files.copyItem(
      at: Program.packageRoot.appending(path: "Examples"),
      to: folder.url("Examples")
    )
    return folder
  }

  @Test(arguments: [("README.md", "en"), ("README.ja.md", "ja")])
  func `the example output is what the command prints`(page: String, language: String) throws {
    let text = try text(of: page)
    let start = try #require(text.firstRange(of: "```text\n$ funaban ")).upperBound
    let end = try #require(text[start...].firstRange(of: "\n```")).lowerBound
    let lines = text[start..<end].split(separator: "\n", omittingEmptySubsequences: false)
    let command = try #require(lines.first).split(separator: " ").map(String.init)
    let outcome = try Program.run(command + ["--lang", language])
    let printed = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(printed.dropLast() == lines.dropFirst())
  }

  @Test(arguments: ["README.md", "README.ja.md"])
  func `every command works as it stands`(page: String) throws {
    let calls = try calls(on: page)
    #expect(calls.count > 20)
    for call in calls {
      let folder = try repository(for: page)
      let command = call.replacing("funaban ", with: "\"$FUNABAN\" ", maxReplacements: 1)
      let outcome = try Program.runInShell(
        "\(command) < Examples/worker.taskdef.json",
        in: folder
      )
      // What fails a scan is a result as well.
      #expect(outcome.exitCode < 2, "\(call)\n\(outcome.errors)")
      #expect(!outcome.output.isEmpty, "\(call)")
    }
  }

  @Test func `both languages show the same commands`() throws {
    func names(_ page: String) throws -> [String] {
      try calls(on: page).map { $0.replacing(#/"[^"]*[^\x00-\x7F][^"]*"/#, with: "\"…\"") }
    }
    let (english, japanese) = (try names("README.md"), try names("README.ja.md"))
    #expect(english.count == japanese.count)
    for (one, other) in zip(english, japanese) where !other.contains("…") { #expect(one == other) }
  }
}
