import Foundation
import Testing

@Suite struct BaselineTests {
  private static let file = ".funaban/baseline.json"

  /// A task definition with variables in its container.
  private func task(_ variables: [String: String], privileged: Bool = true) -> String {
    let list = variables.sorted { $0.key < $1.key }.map {
      "{ \"name\": \"\($0.key)\", \"value\": \"\($0.value)\" }"
    }
    return """
      {
        "family": "web",
        "containerDefinitions": [{
          "name": "app", "image": "nginx:1.29", "memory": 128, "privileged": \(privileged),
          "environment": [\(list.joined(separator: ", "))]
        }]
      }

      """
  }

  private static let secret = "correct-horse-battery"

  @Test func `a known failure fails no run, a new one does`() throws {
    let folder = try Sandbox(["web.json": task(["DB_PASSWORD": Self.secret])])
    #expect(try Program.run(["baseline"], in: folder).exitCode == 0)
    let first = try Program.scan([], in: folder)
    #expect(first.exitCode == 0)
    #expect(Set(first.report.failures.map(\.baselineState)) == ["known"])
    #expect(try Program.scan(["--no-baseline"], in: folder).exitCode == 1)

    try folder.write("db.json", Sample.taskDefinition.replacing("\"web\"", with: "\"db\""))
    let second = try Program.scan([], in: folder)
    #expect(second.exitCode == 1)
    let new = second.report.failures.filter { $0.baselineState == "new" }
    #expect(Set(new.map(\.location.path)) == ["db.json"])
  }

  @Test func `a further secret in a known container is new`() throws {
    let folder = try Sandbox(["web.json": task(["DB_PASSWORD": Self.secret])])
    #expect(try Program.run(["baseline"], in: folder).exitCode == 0)
    try folder.write("web.json", task(["DB_PASSWORD": Self.secret, "API_TOKEN": Self.secret]))
    let (code, report) = try Program.scan([], in: folder)
    #expect(code == 1)
    let new = report.failures.filter { $0.baselineState == "new" }
    #expect(new.map(\.control) == ["ecs.td.env-secrets"])
  }

  @Test func `what is found no longer is resolved, as far as the scan looked`() throws {
    let folder = try Sandbox(["web.json": task([:]), "other.json": Sample.taskDefinition])
    #expect(try Program.run(["baseline"], in: folder).exitCode == 0)
    try folder.write("web.json", task([:], privileged: false))
    let report = try Program.scan([], in: folder).report
    #expect(report.resolved.map(\.control) == ["ecs.td.privileged"])
    #expect(report.resolved.map(\.workflowStatus) == ["RESOLVED"])
    #expect(try Program.scan(["other.json"], in: folder).report.resolved.isEmpty)
    #expect(try Program.scan(["--control", "ECS.5"], in: folder).report.resolved.isEmpty)

    let check = try Program.run(["baseline", "--check"], in: folder)
    #expect(check.exitCode == 0)
    #expect(check.output.contains("resolved  web.json  ecs.td.privileged  web/app"))
    #expect(check.output.contains("1 resolved"))
  }

  @Test func `a check fails on what is new`() throws {
    let folder = try Sandbox(["web.json": task([:], privileged: false)])
    #expect(try Program.run(["baseline"], in: folder).exitCode == 0)
    try folder.write("web.json", task([:]))
    let check = try Program.run(["baseline", "--check"], in: folder)
    #expect(check.exitCode == 1)
    #expect(check.output.contains("web.json:4  ecs.td.privileged  web/app"))
  }

  @Test func `a baseline is the same bytes for the same failures and holds no value`() throws {
    let folder = try Sandbox(["web.json": task(["DB_PASSWORD": Self.secret])])
    #expect(try Program.run(["baseline"], in: folder).exitCode == 0)
    let first = folder.text(Self.file)
    try folder.write("web.json", "\n\n" + task(["DB_PASSWORD": Self.secret]))
    #expect(try Program.run(["baseline", "."], in: folder).exitCode == 0)
    #expect(folder.text(Self.file) == first)
    #expect(first.contains("DB_PASSWORD") && !first.contains(Self.secret))
  }

  private static let damaged = [
    "", "{", "[]", "{ \"version\": 1 }", "{ \"version\": 2, \"findings\": [] }",
    "{ \"findings\": [] }", "{ \"version\": 1, \"findings\": [{}] }",
  ]

  @Test(arguments: damaged)
  func `a damaged baseline is told and hides nothing`(text: String) throws {
    let folder = try Sandbox(["web.json": Sample.taskDefinition, Self.file: text])
    let outcome = try Program.run(["scan"], in: folder)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(Self.file))
    #expect(try Program.run(["baseline"], in: folder).exitCode == 0)
  }

  @Test func `there is nothing to check without a baseline`() throws {
    let folder = try Sandbox(["web.json": Sample.taskDefinition])
    let outcome = try Program.run(["baseline", "--check"], in: folder)
    #expect(outcome.exitCode == 2 && outcome.errors.contains("funaban baseline"))
  }

  @Test func `no baseline is written of inputs that could not be read`() throws {
    let folder = try Sandbox(["web.json": "{ \"family\": "])
    #expect(try Program.run(["baseline", "web.json"], in: folder).exitCode == 3)
    #expect(folder.text(Self.file) == "")
  }

  @Test func `every result of a log says how it stands to the baseline`() throws {
    let folder = try Sandbox(["web.json": task([:])])
    #expect(try Program.run(["baseline"], in: folder).exitCode == 0)
    let log = try Program.run(["scan", "--all", "--format", "sarif"], in: folder).output
    let states = log.matches(of: /"baselineState": "(\w+)"/).map { String($0.1) }
    #expect(Set(states) == ["unchanged"])
    #expect(states.count == log.matches(of: /"ruleIndex"/).count)
  }
}
