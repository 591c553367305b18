import Testing

@Suite struct FileSelectionTests {
  private func sandbox() throws -> Sandbox {
    try Sandbox([
      "app/web.json": Sample.taskDefinition, "app/old/web.json": Sample.taskDefinition,
      "app/web.txt": Sample.taskDefinition, ".gitignore": "old/\n", ".git/HEAD": "",
      "cdk.out/web.template.json": Sample.taskDefinition,
      "node_modules/x/web.json": Sample.taskDefinition,
    ])
  }

  private static let choices: [(arguments: [String], files: Set<String>)] = [
    ([], ["app/web.json", "cdk.out/web.template.json"]),
    (["--no-ignore"], ["app/web.json", "app/old/web.json", "cdk.out/web.template.json"]),
    (["--exclude", "cdk.out/"], ["app/web.json"]),
    (["--exclude", "*.template.json"], ["app/web.json"]),
    (["--include", "app/*.json"], ["app/web.json"]),
    (["--include", "*.txt"], ["app/web.txt"]),
    (["--include", "**/*.json", "--exclude", "app"], ["cdk.out/web.template.json"]),
    (["app/old"], ["app/old/web.json"]),
    (["app/old/web.json"], ["app/old/web.json"]),
  ]

  @Test(arguments: choices)
  func `globs and gitignore choose the files`(arguments: [String], files: Set<String>) throws {
    let (code, report) = try Program.scan(arguments + Sample.control, in: try sandbox())
    #expect(Set(report.failures.map(\.location.path)) == files)
    #expect(code == (files.isEmpty ? 0 : 1))
  }
}

@Suite struct CloudAssemblyTests {
  private static let files = [
    "cdk.out/manifest.json": """
    {"version": "36.0.0", "artifacts": {"Web": {
      "type": "aws:cloudformation:stack", "properties": {"templateFile": "Web.template.json"}}}}
    """,
    "cdk.out/Web.template.json": template(
      #"""
      "Nested": {"Type": "AWS::CloudFormation::Stack", "Properties": {},
        "Metadata": {"aws:asset:path": "Nested.nested.template.json"}}
      """#
    ),
    "cdk.out/Nested.nested.template.json": template(repository),
    "cdk.out/Leftover.template.json": template(repository),
  ]

  private static let repository = #""Images": {"Type": "AWS::ECR::Repository", "Properties": {}}"#

  private static func template(_ resources: String) -> String {
    "{\"Resources\": {\(resources)}}"
  }

  @Test(arguments: [".", "./", "cdk.out", "./cdk.out", "cdk.out/", "./x/../cdk.out"])
  func `an assembly is judged once, however its folder is written`(path: String) throws {
    let folder = try Sandbox(Self.files)
    try folder.write("x/readme.txt", "")
    let (code, report) = try Program.scan([path, "--control", "ECR.2"], in: folder)
    #expect(code == 1)
    #expect(report.failures.map(\.resource.id) == ["Nested/Images"])
  }

  @Test func `a file that is named twice in two spellings is judged once`() throws {
    let folder = try Sandbox(["web.json": Sample.taskDefinition])
    let (_, report) = try Program.scan(["web.json", "./web.json"] + Sample.control, in: folder)
    #expect(report.failures.count == 1)
  }
}

@Suite struct ParameterTests {
  private static let forms = [
    #"[{"ParameterKey": "Stage", "ParameterValue": "production"}]"#,
    #"{"Parameters": {"Stage": "production"}}"#,
    #"{"Stage": "production"}"#,
    #"["Stage=production"]"#,
    "Stage: production\n",
  ]

  @Test(arguments: forms)
  func `a file of parameters decides a condition`(form: String) throws {
    let folder = try Sandbox(["t.yaml": Sample.template, "p.txt": form])
    let without = try Program.scan(["t.yaml"] + Sample.control, in: folder)
    let with = try Program.scan(
      ["t.yaml", "--parameters", "p.txt"] + Sample.control,
      in: folder
    )
    #expect(without.exitCode == 1 && with.exitCode == 0)
    #expect(without.report.failures.first?.location.text == "t.yaml:16")
  }

  @Test func `a parameter on the command line goes before a file`() throws {
    let folder = try Sandbox(["t.yaml": Sample.template, "p.json": ParameterTests.forms[2]])
    let (code, _) = try Program.scan(
      ["t.yaml", "--parameters", "p.json", "--parameter", "Stage=test"] + Sample.control,
      in: folder
    )
    #expect(code == 1)
  }

  @Test(arguments: ["{ broken", "", "just a text", "[1, 2]"])
  func `a file without parameters is told`(text: String) throws {
    let folder = try Sandbox(["t.yaml": Sample.template, "p.json": text])
    let (code, report) = try Program.scan(["t.yaml", "--parameters", "p.json"], in: folder)
    #expect(code == 3)
    #expect(report.errors.contains { $0.path == "p.json" && $0.location?.start?.line == 1 })
    #expect(!report.findings.isEmpty)
  }

  @Test func `a parameter that no template declares is told`() throws {
    let (_, report) = try Program.scan(["-", "--parameter", "Stag=x"], input: Sample.template)
    #expect(report.diagnostics.contains { $0.message.contains("Stag") })
  }
}
