import Testing

@Suite struct CustomControlTests {
  /// A control that the sample fails.
  static let control = """
    control: my.control
    aliases: [OWN.1]
    resource: container
    severity: low
    passes: container.image startswith ghcr.io
    title: { en: Own registry, ja: 自社レジストリ }
    why: { en: Because. }
    remedy: { en: Move it. }

    """

  private func sandbox(_ control: String) throws -> Sandbox {
    try Sandbox(["web.json": Sample.taskDefinition, "rules/my.yaml": control])
  }

  @Test(arguments: [["explain", "acme.note"], ["controls"]])
  func `the settings of a repository count for what explains controls, too`(
    arguments: [String]
  ) throws {
    let control = """
      control: acme.note
      resource: taskDefinition
      severity: low
      passes: taskDefinition.tags[Note] exists
      title: { en: Notes, ja: 注記 }
      why: { en: Why, ja: 理由 }
      remedy: { en: Fix, ja: 対処 }
      """
    let folder = try Sandbox([
      ".funaban.yaml": "lang: ja\nrules: [rules]\n", "rules/note.yaml": control,
    ])
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.exitCode == 0 && outcome.output.contains("acme.note"))
    #expect(outcome.output.contains("注記"))
  }

  @Test func `a control of one's own judges and is explained`() throws {
    let folder = try sandbox(CustomControlTests.control)
    let arguments = ["web.json", "--rules", "rules", "--control", "OWN.1"]
    let (code, report) = try Program.scan(arguments, in: folder)
    #expect(code == 1 && report.failures.map(\.place) == ["web.json:4 my.control"])
    let story = try Program.run(
      ["explain", "OWN.1", "--rules", "rules", "--lang", "ja"],
      in: folder
    )
    #expect(story.exitCode == 0 && story.output.contains("自社レジストリ"))
  }

  private static let breaks: [(old: String, new: String, place: String, words: String)] = [
    ("aliases: [OWN.1]", "aliases: [OWN.1", "rules/my.yaml:", ""),
    ("severity: low\n", "", "rules/my.yaml:1:1", "`severity`"),
    ("severity: low", "severety: low", "rules/my.yaml:4:1", "severity"),
    ("severity: low", "severity: lowest", "rules/my.yaml:4:11", "informational"),
    ("startswith ghcr.io", "startswith (", "rules/my.yaml:5:", ""),
    ("container.image", "container.imagee", "rules/my.yaml:5:9", "container.image"),
    ("resource: container", "resource: containre", "rules/my.yaml:3:11", "container"),
    ("why: { en: Because. }\n", "", "rules/my.yaml:1:1", "`why`"),
    ("aliases: [OWN.1]", "aliases: OWN.1", "rules/my.yaml:2:10", "list"),
    ("control: my.control\n", "", "rules/my.yaml:1:1", "`control`"),
  ]

  @Test(arguments: breaks)
  func `a broken control is told with its position and the rest is judged`(
    old: String,
    new: String,
    place: String,
    words: String
  ) throws {
    let folder = try sandbox(CustomControlTests.control.replacing(old, with: new))
    let outcome = try Program.run(["scan", "web.json", "--rules", "rules"], in: folder)
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.contains(place))
    #expect(outcome.output.contains(words))
    #expect(outcome.output.contains("ECS.4"))
  }

  @Test(arguments: breaks)
  func `explain tells of a broken control, too`(
    old: String,
    new: String,
    place: String,
    words: String
  ) throws {
    let folder = try sandbox(CustomControlTests.control.replacing(old, with: new))
    let outcome = try Program.run(["explain", "ECS.4", "--rules", "rules"], in: folder)
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains(place))
    #expect(outcome.output.contains("ECS.4"))
  }
}
