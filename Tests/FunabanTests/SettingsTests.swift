import Testing

@Suite struct SettingsTests {
  /// Each key with a value that changes what the sample below comes to.
  private static let effects: [(settings: String, code: Int32, failures: Int)] = [
    ("", 1, 2),
    ("fail-on: never", 0, 2),
    ("fail-on: critical", 0, 2),
    ("severity: critical", 0, 0),
    ("controls: [ECS.4]", 1, 2),
    ("skip: [ECS.4]", 0, 0),
    ("include: ['*.yaml']", 1, 1),
    ("exclude: ['*.yaml']", 1, 1),
    ("parameters: { Stage: production }", 1, 1),
    ("parameter-files: [p.txt]", 1, 1),
  ]

  private func sandbox(_ settings: String) throws -> Sandbox {
    try Sandbox([
      "web.json": Sample.taskDefinition, "t.yaml": Sample.template,
      "p.txt": "Stage: production\n", ".funaban.yaml": settings,
    ])
  }

  @Test(arguments: effects)
  func `every setting has its effect`(settings: String, code: Int32, failures: Int) throws {
    let arguments = settings.contains("controls") ? [] : Sample.control
    let outcome = try Program.scan(arguments, in: sandbox(settings))
    #expect(outcome.exitCode == code)
    #expect(outcome.report.failures.count == failures)
  }

  @Test func `the settings choose the language, and the command line goes before them`() throws {
    let folder = try sandbox("lang: ja\nfail-on: never")
    #expect(try Program.scan([], in: folder).report.language == "ja")
    let outcome = try Program.scan(["--lang", "en", "--fail-on", "low"], in: folder)
    #expect(outcome.report.language == "en" && outcome.exitCode == 1)
  }

  @Test func `lists and folders of controls are settings, too`() throws {
    let folder = try sandbox(
      "rules: [controls]\nlists: { trusted_registries: [docker.io] }\ncontrols: [my.control]"
    )
    try folder.write("controls/my.yaml", CustomControlTests.control)
    #expect(try Program.scan([], in: folder).report.failedControls == ["my.control"])
  }

  @Test(arguments: [["."], ["task.json"]])
  func `the Dockerfile that the settings name for an image tells of its user`(
    paths: [String]
  ) throws {
    let folder = try Sandbox([
      ".funaban.yaml": "images: { acme/thing: ./build/Dockerfile }",
      "build/Dockerfile": "FROM nginx:1.29\nUSER 1000\n",
      "task.json": #"{ "containerDefinitions": [{ "name": "a", "image": "acme/thing:1" }] }"#,
    ])
    let outcome = try Program.run(["scan", "--control", "ECS.20"] + paths, in: folder)
    #expect(outcome.output.contains("USER of the image: 1000 (build/Dockerfile:2)"))
  }

  @Test func `another settings file can be named`() throws {
    let folder = try sandbox("fail-on: never")
    try folder.write("ci.yml", "fail-on: high")
    #expect(try Program.scan(["--config", "ci.yml"], in: folder).exitCode == 1)
    #expect(try Program.run(["scan", "--config", "no.yml"], in: folder).exitCode == 2)
  }

  private static let mistakes: [(settings: String, position: String, words: String)] = [
    ("lang: en\nfail-onn: low", ":2:1", "fail-on"),
    ("fail-on: hihg", ":1:10", "informational, low"),
    ("severity: [low]", ":1:11", "informational, low"),
    ("lang: fr", ":1:7", "en, ja"),
    ("controls: ECS.4", ":1:11", "list"),
    ("skip: { a: b }", ":1:7", "list"),
    ("include: 1", ":1:10", "list"),
    ("exclude: [[a]]", ":1:10", "list"),
    ("parameters: [a]", ":1:13", "mapping"),
    ("parameter-files: a", ":1:18", "list"),
    ("rules: a", ":1:8", "list"),
    ("lists: { a: b }", ":1:8", "lists"),
    ("- lang", ":1:1", "mapping"),
    ("lang: [en", ":1:7", ""),
    ("lang: en\n\tskip: []", ":2:1", ""),
    ("lang: en\nlang: ja", ":2:1", "lang"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in the settings is told with its position`(
    settings: String,
    position: String,
    words: String
  ) throws {
    let outcome = try Program.run(["scan", "web.json"], in: sandbox(settings))
    #expect(outcome.output.contains(".funaban.yaml\(position)"))
    #expect(outcome.output.contains(words))
    #expect(outcome.output.contains("ECS.4"), "the rest of the run is finished")
  }

  private static let unknownNames = [
    "controls: [ECS.444]", "skip: [ECS.444]", "rules: [nowhere]", "parameter-files: [nowhere]",
    "lists: { nothing: [a] }",
  ]

  @Test(arguments: unknownNames)
  func `a name that does not exist is wrong use`(
    settings: String
  ) throws {
    let outcome = try Program.run(["scan", "web.json"], in: sandbox(settings))
    #expect(outcome.exitCode == 2)
    #expect(!outcome.errors.isEmpty)
  }
}
