import Foundation
import Testing

@Suite struct AcceptCommandTests {
  private static let file = ".funaban/acceptances.yaml"
  private static let terms = ["--reason", "agreed", "--owner", "web team"]

  private func sandbox(_ register: String? = nil) throws -> Sandbox {
    let folder = try Sandbox(["web.json": Sample.taskDefinition])
    if let register { try folder.write(Self.file, register) }
    return folder
  }

  private func accept(
    _ arguments: [String],
    in folder: Sandbox,
    input: String = ""
  ) throws -> Program.Outcome {
    try Program.run(["accept"] + arguments, in: folder, input: input)
  }

  @Test func `a decision is written, shown and counts`() throws {
    let folder = try sandbox()
    let outcome = try accept(
      ["ECS.4", "--resource", "web", "--container", "app", "--until", "2999-01-31"] + Self.terms,
      in: folder
    )
    #expect(outcome.exitCode == 0 && outcome.errors.contains("web.json:4"))
    #expect(outcome.output.contains("until: 2999-01-31"))
    #expect(folder.text(Self.file).hasPrefix("acceptances:\n  - control: ECS.4\n"))
    #expect(try Program.scan(["web.json"] + Sample.control, in: folder).exitCode == 0)
  }

  @Test func `a file may be named as the shell completes it`() throws {
    let folder = try sandbox()
    let outcome = try accept(["ECS.4", "--file", "./web.json"] + Self.terms, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try Program.scan(["web.json"] + Sample.control, in: folder).exitCode == 0)
  }

  private static let registers = [
    "", "# Nobody but the security team edits this.\n", "acceptances:\n", "acceptances: []\n",
    "acceptances: []", "acceptances: # none yet\n",
    "acceptances:\n- control: ECS.9 # logs\n  reason: agreed\n\n# the end\n",
    "acceptances:\n    - control: ECS.9\n      reason: |\n        two\n        lines\n\n# the end",
    "acceptances: [{ control: ECS.9, reason: agreed }] # short\n",
    "acceptances:\r\n  - control: ECS.9\r\n    reason: agreed\r\n",
  ]

  @Test(arguments: registers)
  func `every register keeps its text and its decisions`(register: String) throws {
    let folder = try sandbox(register)
    let outcome = try accept(["ECS.4"] + Self.terms, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = folder.text(Self.file)
    for line in register.split(whereSeparator: \.isNewline) where line.contains("#") {
      let comment = try #require(line.firstIndex(of: "#"))
      #expect(text.contains(line[comment...]))
    }
    let (code, report) = try Program.scan(["web.json"] + Sample.control, in: folder)
    #expect(code == 0 && report.errors.isEmpty)
    let logging = try Program.scan(["web.json", "--control", "ECS.9"], in: folder)
    #expect((logging.exitCode == 0) == register.contains("ECS.9"))
  }

  private static let refusals: [(arguments: [String], word: String)] = [
    ([], "ECS.5"),
    (["ECS.444"] + terms, "ECS.4"),
    (["ECS.4", "--resource", "wob"] + terms, "web.json:4"),
    (["ECS.4", "--container", "side"] + terms, "container app"),
    (["ECS.4", "--variable", "TOKEN"] + terms, "container app"),
    (["ECS.3"] + terms, "--force"),
    (["ECS.4", "--owner", "me"], "--reason"),
    (["ECS.4", "--reason", "agreed"], "--owner"),
    (["ECS.4", "--until", "tomorrow"] + terms, "2027-01-31"),
    (["ECS.4", "--until", "2020-01-31"] + terms, "over"),
    (["--remove", "1"], "--list"),
  ]

  @Test(arguments: refusals)
  func `what makes no sense is refused, and nothing is written`(
    arguments: [String],
    word: String
  ) throws {
    let folder = try sandbox()
    let outcome = try accept(arguments, in: folder)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(word))
    #expect(folder.text(Self.file) == "")
  }

  @Test func `force accepts what is not there yet`() throws {
    let folder = try sandbox()
    #expect(try accept(["ECS.3", "--force"] + Self.terms, in: folder).exitCode == 0)
    #expect(folder.text(Self.file).contains("ECS.3"))
  }

  @Test func `one decision is not written twice, under whatever name`() throws {
    let folder = try sandbox()
    #expect(try accept(["ECS.4"] + Self.terms, in: folder).exitCode == 0)
    let text = folder.text(Self.file)
    let second = try accept(["ecs.td.privileged"] + Self.terms, in: folder)
    #expect(second.exitCode == 2 && second.errors.contains("\(Self.file):2"))
    #expect(folder.text(Self.file) == text)
  }

  @Test func `a dry run shows the entry and writes nothing`() throws {
    let folder = try sandbox()
    let outcome = try accept(["ECS.4", "--dry-run"] + Self.terms, in: folder)
    #expect(outcome.exitCode == 0 && outcome.output.contains("control: ECS.4"))
    #expect(folder.text(Self.file) == "")
  }

  @Test(arguments: ["acceptances: 1\n", "acceptances: [", "acceptances:\n  - reason: x\n"])
  func `a register with errors is left alone`(register: String) throws {
    let folder = try sandbox(register)
    let outcome = try accept(["ECS.4"] + Self.terms, in: folder)
    #expect(outcome.exitCode == 2 && outcome.errors.contains(Self.file))
    #expect(folder.text(Self.file) == register)
  }

  @Test(arguments: ["No", "1.0", "null", "2027-01-31", "two\nlines", "a: b # c", "'a' \"b\"", "理由"])
  func `whatever the reason is, it is read back as a text`(reason: String) throws {
    let folder = try sandbox()
    let terms = ["--reason", reason, "--owner", "web team"]
    #expect(try accept(["ECS.4"] + terms, in: folder).exitCode == 0)
    let list = try accept(["--list", "--format", "json"], in: folder).output
    let entries = try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String: Any]]
    #expect(entries?.first?["reason"] as? String == reason)
  }

  @Test func `a read-only register is left alone`() throws {
    let folder = try sandbox("acceptances: []\n")
    let path = folder.url(Self.file).path()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let outcome = try accept(["ECS.4"] + Self.terms, in: folder)
    #expect(outcome.exitCode == 2 && outcome.errors.contains("chmod u+w"))
    #expect(folder.text(Self.file) == "acceptances: []\n")
  }

  @Test func `the file keeps its mode, and no draft is left`() throws {
    let folder = try sandbox("acceptances: []\n")
    let path = folder.url(Self.file).path()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try accept(["ECS.4"] + Self.terms, in: folder).exitCode == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url(".funaban").path())
    #expect(names == ["acceptances.yaml"])
  }

  private static let three = """
    acceptances:
      # the first
      - control: ECS.4
        reason: agreed
        created: 2026-01-01
      - { control: ECS.9, resource: gone, reason: agreed }
      - control: ECS.5
        reason: agreed
        until: 2020-01-31

    """

  @Test func `the list says what is used, unused and expired`() throws {
    let outcome = try accept(["--list", "--format", "json"], in: sandbox(Self.three))
    #expect(outcome.exitCode == 0)
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
    )
    #expect(list.map { $0["state"] as? String } == ["used", "unused", "expired"])
    #expect(list.map { $0["number"] as? Int } == [1, 2, 3])
    #expect((list[0]["ageDays"] as? Int ?? 0) > 300)
    #expect((list[2]["daysLeft"] as? Int ?? 0) < -2000)
    let text = try accept(["--list", "--lang", "ja"], in: sandbox(Self.three)).output
    #expect(text.contains("1. ECS.4") && text.contains("期限切れ"))
  }

  private static let removals: [(numbers: [String], text: String)] = [
    (["2"], three.replacing("  - { control: ECS.9, resource: gone, reason: agreed }\n", with: "")),
    (
      ["1", "3"],
      "acceptances:\n  - { control: ECS.9, resource: gone, reason: agreed }\n"
    ),
    (["1", "2", "3"], "acceptances: []\n"),
  ]

  @Test(arguments: removals)
  func `removing takes out the entries with their comments and nothing else`(
    numbers: [String],
    text: String
  ) throws {
    let folder = try sandbox(Self.three)
    let outcome = try accept(numbers.flatMap { ["--remove", $0] }, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(folder.text(Self.file) == text)
  }

  @Test func `the dialogue asks what the runbook asks and keeps the answers`() throws {
    let folder = try sandbox()
    try folder.write(".funaban.yaml", "controls: [ECS.5]\n")
    let input = "what\na\nweb team\ny\nn\nmaybe\nn\nIts cache is in /var.\nsoon\n2999-01-31\n"
    let outcome = try accept(["--interactive"], in: folder, input: input)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = folder.text(Self.file)
    #expect(text.contains("question: Is ECS Exec used?"))
    #expect(text.contains("answer: \"Yes\"") && text.contains("by: web team"))
    #expect(text.contains("until: 2999-01-31") && text.contains("resource: web"))
    #expect(try Program.scan([], in: folder).exitCode == 0)
  }

  @Test func `where nothing speaks against a fix, the dialogue says so`() throws {
    let folder = try sandbox()
    try folder.write(".funaban.yaml", "controls: [ECS.5]\n")
    let outcome = try accept(["--interactive"], in: folder, input: "a\nme\nn\nn\nn\nn\n")
    #expect(outcome.exitCode == 0 && outcome.output.contains("better fix"))
    #expect(folder.text(Self.file) == "")
  }

  @Test(arguments: ["", "q\n", "s\ns\ns\n", "a\n", "a\nme\n", "a\nme\nagreed\n"])
  func `an end in the middle leaves nothing half-written`(input: String) throws {
    let folder = try sandbox()
    try folder.write(".funaban.yaml", "controls: [ECS.4]\n")
    let outcome = try accept(["--interactive"], in: folder, input: input)
    #expect(outcome.exitCode == 0)
    #expect(folder.text(Self.file) == "")
  }
}
