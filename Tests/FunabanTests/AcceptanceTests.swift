import Foundation
import Testing

@Suite struct AcceptanceTests {
  private func scan(_ register: String) throws -> (exitCode: Int32, report: Report) {
    let folder = try Sandbox([
      "web.json": Sample.taskDefinition, ".funaban/acceptances.yaml": register,
    ])
    return try Program.scan(["web.json"] + Sample.control, in: folder)
  }

  @Test(arguments: [
    "{ control: ECS.4, reason: agreed }",
    "{ control: ecs.td.privileged, resource: web, reason: agreed, owner: me, until: 2999-12-31 }",
    "{ control: CIS 3.4, resource: 'w*', reason: agreed }",
  ])
  func `an accepted failure is shown and does not fail the run`(entry: String) throws {
    let (code, report) = try scan("acceptances:\n  - \(entry)\n")
    #expect(code == 0)
    #expect(report.failures.map(\.acceptance?.reason) == ["agreed"])
  }

  private static let faults: [(entry: String, code: String, exitCode: Int32, column: Int)] = [
    ("{ control: ECS.444, reason: r }", "acceptance.unknown-control", 3, 5),
    ("{ control: ECS.4, reason: r, until: tomorrow }", "acceptance.invalid", 3, 41),
    ("{ control: ECS.4, reason: r, until: 2999-02-31 }", "acceptance.invalid", 3, 41),
    ("{ control: ECS.4, reason: r, until: 2999-13-01 }", "acceptance.invalid", 3, 41),
    ("{ control: ECS.4 }", "acceptance.invalid", 3, 5),
    ("{ control: ECS.4, reason: r, resouce: web }", "acceptance.invalid", 3, 34),
    ("{ control: ECS.4, reason: '' }", "acceptance.invalid", 3, 31),
    ("{ control: ECS.4, reason: [r] }", "acceptance.invalid", 3, 31),
    ("{ control: ECS.4, reason: r, status: NEW }", "acceptance.invalid", 3, 42),
    ("{ control: ECS.4, reason: r, part: a, container: b }", "acceptance.invalid", 3, 5),
    ("{ control: ECS.4, reason: r, evidence: [yes] }", "acceptance.invalid", 3, 45),
    ("ECS.4", "acceptance.invalid", 3, 5),
  ]

  @Test(arguments: faults)
  func `a decision that does not count is told with its position`(
    entry: String,
    code: String,
    exitCode: Int32,
    column: Int
  ) throws {
    let outcome = try scan("acceptances:\n  - \(entry)\n")
    #expect(outcome.exitCode == exitCode)
    let problem = try #require(outcome.report.diagnostics.first)
    #expect(problem.code == code)
    #expect(problem.location?.text == ".funaban/acceptances.yaml:2")
    #expect(problem.location?.start?.column == column)
    #expect(outcome.report.failures.map(\.acceptance?.reason) == [nil])
  }

  private static let others = [
    "resource: db", "file: other.json", "container: side", "variable: DB_PASSWORD",
  ]

  @Test(arguments: others)
  func `a decision about something else accepts nothing`(name: String) throws {
    let outcome = try scan("acceptances:\n  - { control: ECS.4, reason: agreed, \(name) }\n")
    #expect(outcome.exitCode == 1)
    #expect(outcome.report.failures.map(\.workflowStatus) == ["NEW"])
  }

  @Test func `a finding whose owner knows of it still fails`() throws {
    let entry = "{ control: ECS.4, reason: told them, owner: web team, status: NOTIFIED }"
    let outcome = try scan("acceptances:\n  - \(entry)\n")
    #expect(outcome.exitCode == 1)
    #expect(outcome.report.failures.map(\.workflowStatus) == ["NOTIFIED"])
    #expect(outcome.report.failures.map(\.acceptance?.reason) == [nil])
    #expect(outcome.report.failures.map { $0.decisions.map(\.reason) } == [["told them"]])
  }

  @Test func `the published schema knows the keys that the program knows`() throws {
    let schema = Program.packageRoot.appending(path: "docs/acceptances.schema.json")
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: schema)) as? [String: Any]
    let definitions = try #require(root?["$defs"] as? [String: [String: Any]])
    let keys = try #require(definitions["acceptance"]?["properties"] as? [String: Any]).keys
    let outcome = try scan("acceptances:\n  - { control: ECS.4, reason: r, zzzzzzzz: x }\n")
    let message = try #require(outcome.report.errors.first?.message)
    let known = message.matches(of: /[a-z]+(?=[,.])/).map { String($0.0) }.suffix(keys.count)
    #expect(Set(known) == Set(keys))
  }

  @Test(arguments: ["acceptances: [", "acceptances: 1\n", "[]\n"])
  func `a register that is no register is told`(register: String) throws {
    let outcome = try scan(register)
    #expect(outcome.exitCode == 3)
    #expect(outcome.report.failures.count == 1)
  }

  @Test func `an empty register accepts nothing`() throws {
    #expect(try scan("acceptances: []\n").exitCode == 1)
    #expect(try scan("acceptances:\n").exitCode == 1)
    #expect(try scan("# nothing yet\n").exitCode == 1)
  }
}
