import Testing

@Suite struct LanguageTests {
  private static let choices: [(arguments: [String], environment: [String: String], String)] = [
    (["--lang", "ja"], [:], "ja"),
    (["--lang=ja"], [:], "ja"),
    ([], ["FUNABAN_LANG": "ja"], "ja"),
    ([], ["LANG": "ja_JP.UTF-8"], "ja"),
    ([], ["LC_ALL": "C", "LANG": "ja_JP.UTF-8"], "en"),
    (["--lang", "en"], ["LANG": "ja_JP.UTF-8"], "en"),
    ([], ["FUNABAN_LANG": "en", "LANG": "ja_JP.UTF-8"], "en"),
    ([], [:], "en"),
  ]

  @Test(arguments: choices)
  func `the language comes from the option, the variable, then the locale`(
    arguments: [String],
    environment: [String: String],
    language: String
  ) throws {
    let outcome = try Program.run(
      ["scan", "-", "--format", "json"] + arguments,
      input: Sample.taskDefinition,
      environment: environment
    )
    #expect(try outcome.report().language == language)
  }

  @Test(arguments: [[], ["scan"], ["explain"], ["controls"], ["lsp"]])
  func `help is told in both languages`(verb: [String]) throws {
    let english = try Program.run(verb + ["--help"])
    let japanese = try Program.run(verb + ["--help", "--lang", "ja"])
    #expect(english.exitCode == 0 && japanese.exitCode == 0)
    #expect(!english.output.isJapanese && japanese.output.isJapanese)
    #expect(english.errors.isEmpty && japanese.errors.isEmpty)
  }

  @Test(arguments: [
    ["scan", "--contol", "x"], ["scan", "nowhere.json"], ["scan", "--severity", "hgh"],
    ["explain", "ECS.55"], ["explain"], ["scan", "--control"], ["scan", "--parameter", "x"],
    ["scna"], ["scan", "--output", "/nowhere/r.md", "--control", "ECS.5"],
  ])
  func `what went wrong is told in both languages`(arguments: [String]) throws {
    let folder = try Sandbox()
    let english = try Program.run(arguments, in: folder)
    let japanese = try Program.run(arguments, in: folder, environment: ["FUNABAN_LANG": "ja"])
    #expect(english.exitCode == japanese.exitCode && english.exitCode >= 2)
    #expect(!english.everything.isJapanese)
    #expect(japanese.everything.isJapanese)
  }

  @Test func `the version is one line`() throws {
    let outcome = try Program.run(["--version"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["ecs.td.readonly-root", "ECS.5", "CIS 3.5", "cis-compute:3.5", "CKV_AWS_336"])
  func `a control is explained by any of its names in both languages`(name: String) throws {
    let english = try Program.run(["explain", name])
    let japanese = try Program.run(["explain", name, "--lang", "ja"])
    #expect(english.exitCode == 0 && japanese.exitCode == 0)
    #expect(english.output.contains("ecs.td.readonly-root") && !english.output.isJapanese)
    #expect(japanese.output.contains("ecs.td.readonly-root") && japanese.output.isJapanese)
  }

  @Test func `every control that is listed can be explained`() throws {
    let list = try Program.run(["controls"]).output.split(separator: "\n")
    let ids = list.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.count > 80)
    let stories = try Program.run(["explain", "--format", "markdown"] + ids)
    #expect(stories.exitCode == 0)
    #expect(ids.allSatisfy { stories.output.contains($0) })
  }
}

extension String {
  /// Whether the text holds kana.
  fileprivate var isJapanese: Bool { unicodeScalars.contains { 0x3040...0x30FF ~= $0.value } }
}
