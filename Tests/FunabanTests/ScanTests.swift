import Foundation
import Testing

@Suite struct ScanTests {
  @Test func `a file, a folder and standard input come to the same failure`() throws {
    let folder = try Sandbox(["deep/web.json": Sample.taskDefinition])
    for (arguments, input, path) in [
      (["deep/web.json"], "", "deep/web.json"), (["deep"], "", "deep/web.json"),
      ([], "", "deep/web.json"), (["-"], Sample.taskDefinition, "-"),
    ] {
      let (code, report) = try Program.scan(
        arguments + Sample.control,
        in: folder,
        input: input
      )
      #expect(code == 1)
      #expect(report.failures.map(\.place) == ["\(path):4 ecs.td.privileged"])
    }
  }

  @Test func `several paths are judged once each, in the order given`() throws {
    let folder = try Sandbox(["b/x.json": Sample.taskDefinition, "a.yaml": Sample.template])
    let (_, report) = try Program.scan(
      ["b", "a.yaml", "b/x.json"] + Sample.control,
      in: folder
    )
    #expect(report.summary.files == 2)
    #expect(Set(report.failures.map(\.location.path)) == ["b/x.json", "a.yaml"])
  }

  private static let choices: [(arguments: [String], code: Int32)] = [
    (["--control", "ECS.4"], 1),
    (["--control", "ecs.td.privileged"], 1),
    (["--control", "securityhub:ECS.4"], 1),
    (["--control", "ECS.4", "--skip", "ECS.4"], 0),
    (["--control", "ECS.4", "--fail-on", "never"], 0),
    (["--control", "ECS.4", "--fail-on", "critical"], 0),
    (["--control", "ECS.4", "--fail-on", "high"], 1),
    (["--control", "ECS.4", "--severity", "critical"], 0),
    (["--control", "ECS.4", "--severity", "high"], 1),
  ]

  @Test(arguments: choices)
  func `options choose controls and what fails the run`(arguments: [String], code: Int32) throws {
    let outcome = try Program.run(["scan", "-"] + arguments, input: Sample.taskDefinition)
    #expect(outcome.exitCode == code)
  }

  @Test(arguments: [
    ("ECS.5", "ecs.td.readonly-root"), ("cis-compute:3.5", "ecs.td.readonly-root"),
    ("CIS 3.5", "ecs.td.readonly-root"), ("ckv_aws_336", "ecs.td.readonly-root"),
  ])
  func `a control answers to its aliases`(alias: String, id: String) throws {
    let (_, report) = try Program.scan(["-", "--control", alias], input: Sample.taskDefinition)
    #expect(report.failedControls == [id])
  }

  @Test func `all and group-by change what the terminal shows`() throws {
    let arguments = ["scan", "-", "--control", "ECS.4", "--control", "ecs.td.host-pid"]
    let short = try Program.run(arguments, input: Sample.taskDefinition).output
    let all = try Program.run(arguments + ["--all"], input: Sample.taskDefinition).output
    #expect(!short.contains("ECS.3") && all.contains("ECS.3"))
    let grouped = try Program.run(
      arguments + ["--group-by", "resource"],
      input: Sample.taskDefinition
    )
    #expect(grouped.output != short && grouped.output.contains("ECS.4"))
  }

  @Test(arguments: [
    ("terminal", "[HIGH]"), ("json", "\"schemaVersion\""), ("sarif", "\"2.1.0\""),
    ("markdown", "## Funaban"), ("junit", "<testsuites "), ("ocsf", "\"class_uid\": 2003"),
    ("csv", "status,verdict,"), ("github", "::error file="), ("gitlab", "\"check_name\""),
  ])
  func `standard output takes every form, without colours`(format: String, mark: String) throws {
    let outcome = try Program.run(
      ["scan", "-", "--format", format] + Sample.control,
      input: Sample.taskDefinition,
      environment: ["TERM": "xterm-256color"]
    )
    #expect(outcome.output.contains(mark) && outcome.errors.isEmpty)
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `reports go to several files by their endings, beside standard output`() throws {
    let folder = try Sandbox(["web.json": Sample.taskDefinition])
    let names = ["r.json", "r.sarif", "r.md", "r.txt", "r.other"]
    let outcome = try Program.run(
      ["scan", "web.json", "--format", "sarif"] + names.flatMap { ["-o", $0] },
      in: folder
    )
    #expect(outcome.exitCode == 1 && outcome.output.contains("\"2.1.0\""))
    #expect(folder.text("r.json").contains("\"schemaVersion\""))
    #expect(folder.text("r.sarif") == outcome.output && folder.text("r.other") == outcome.output)
    #expect(folder.text("r.md").hasPrefix("## Funaban"))
    #expect(folder.text("r.txt").contains("[HIGH]"))
  }

  @Test func `endings name the forms for CI servers, Security Hub and code hosts`() throws {
    let folder = try Sandbox(["web.json": Sample.taskDefinition])
    let forms = [
      ("r.xml", "<testsuites "), ("r.junit.xml", "<testsuites "), ("r.csv", "status,verdict,"),
      ("r.asff.json", "\"SchemaVersion\""), ("r.ocsf.json", "\"class_uid\": 2003"),
      ("r.gitlab.json", "\"check_name\""), ("gl-code-quality-report.json", "\"check_name\""),
    ]
    let outcome = try Program.run(
      ["scan", "web.json"] + forms.flatMap { ["-o", $0.0] },
      in: folder
    )
    #expect(outcome.exitCode == 1)
    for (name, mark) in forms { #expect(folder.text(name).contains(mark), "\(name)") }
  }

  @Test func `findings for Security Hub are of the account that is named, else that is said`()
    throws
  {
    let arguments = ["scan", "-", "--format", "asff"] + Sample.control
    let outcome = try Program.run(arguments, input: Sample.taskDefinition)
    #expect(outcome.output.contains("\"AwsAccountId\": \"000000000000\""))
    #expect(outcome.errors.contains("AWS::AccountId"))
    let product = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default"
    let named = try Program.run(
      arguments + ["--parameter", "AWS::AccountId=123456789012"],
      input: Sample.taskDefinition,
      environment: [
        "AWS_ACCOUNT_ID": "210987654321", "AWS_REGION": "eu-west-1",
        "GITHUB_REPOSITORY": "shop/web",
      ]
    )
    #expect(named.output.contains("\"Id\": \"funaban/shop/web/"))
    #expect(named.output.contains(product) && named.errors.isEmpty)
  }

  @Test func `code hosts get paths from the root of the repository`() throws {
    let folder = try Sandbox([".git/HEAD": "", "infra/web.json": Sample.taskDefinition])
    let script = "cd infra && \"$FUNABAN\" scan . --format gitlab"
    let outcome = try Program.runInShell(script, in: folder)
    #expect(outcome.output.contains("\"path\": \"infra/web.json\""))
  }

  @Test func `reports beside the sources do not change the next scan`() throws {
    let folder = try Sandbox(["web.json": Sample.taskDefinition])
    let endings = ["json", "sarif.json", "asff.json", "ocsf.json", "gitlab.json", "xml", "csv"]
    let arguments = endings.flatMap { ["-o", "r.\($0)"] }
    let first = try Program.scan(arguments, in: folder)
    let second = try Program.scan(arguments, in: folder)
    #expect(first.exitCode == 1 && second.exitCode == 1)
    #expect(second.report.summary.files == 1)
    #expect(second.report.diagnostics.isEmpty)
  }

  @Test func `a report never overwrites a file that is to be judged`() throws {
    let folder = try Sandbox(["web.json": Sample.taskDefinition])
    let outcome = try Program.run(["scan", "web.json", "-o", "web.json"], in: folder)
    #expect(outcome.exitCode == 2 && outcome.errors.contains("web.json"))
    #expect(folder.text("web.json") == Sample.taskDefinition)
  }

  @Test func `a stream without end is told`() throws {
    let outcome = try Program.runInShell("\"$FUNABAN\" scan - < /dev/zero")
    #expect(outcome.exitCode == 3 && outcome.output.contains("[file.too-large]"))
  }

  @Test func `a reader that has gone away is no crash`() throws {
    let outcome = try Program.runInShell(
      "\"$FUNABAN\" scan Examples | head -1; exit ${PIPESTATUS[0]}"
    )
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.split(separator: "\n").count == 1)
  }

  private static let terminals: [(variables: String, isColorful: Bool)] = [
    ("TERM=xterm-256color", true), ("TERM=xterm-256color NO_COLOR=1", false), ("TERM=dumb", false),
  ]

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: terminals
  )
  func `a terminal is coloured unless the user has something against it`(
    variables: String,
    isColorful: Bool
  ) throws {
    let outcome = try Program.runInShell(
      "export \(variables); script -qec '\"$FUNABAN\" scan Examples --control ECS.4' /dev/null"
    )
    #expect(outcome.output.contains("ECS.4"))
    // A slow machine shows progress, too, which wipes its line without a colour.
    let colors = outcome.output.matches(of: /\u{1B}\[[0-9;]*m/)
    #expect(!colors.isEmpty == isColorful)
  }
}
