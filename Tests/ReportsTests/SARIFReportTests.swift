import Foundation
import Posture
import Reports
import SourceText
import Testing

@Suite struct SARIFReportTests {
  @Test(arguments: Language.allCases, [true, false])
  func `a log keeps to the schema of SARIF 2.1.0`(language: Language, showAll: Bool) throws {
    guard let schema = Self.schema else { return print("skipped: no SARIF schema") }
    guard Python.has("jsonschema") else { return print("skipped: no python3 with jsonschema") }
    let input = Sample.input(Sample.result, language) { $0.showAll = showAll }
    let log = ReportFormat.sarif.render(input)
    #expect(try Python.run(Python.validate, [schema], input: log) == "")
  }

  @Test func `what passes or is unknown is a result only when all is asked for`() throws {
    let few = try run(Sample.input())
    let all = try run(Sample.input { $0.showAll = true })
    #expect(kinds(few) == ["fail", "fail", "fail", "fail"])
    #expect(kinds(all) == ["fail", "fail", "fail", "fail", "open", "pass"])
    for result in results(all) where result["kind"] as? String != "fail" {
      #expect(result["level"] as? String == "none")
    }
  }

  @Test func `every result names a rule that is there`() throws {
    let run = try run(Sample.input { $0.showAll = true })
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    for result in results(run) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
  }

  @Test func `an accepted finding is suppressed with its reason`() throws {
    let suppressed = results(try run(Sample.input())).filter { $0["suppressions"] != nil }
    #expect(suppressed.map { $0["ruleId"] as? String } == ["ecs.td.image-pinned"])
    let suppression = (suppressed.first?["suppressions"] as? [[String: String]])?.first
    #expect(suppression?["kind"] == "external")
    #expect(suppression?["justification"]?.contains("our own mirror") == true)
  }

  @Test(arguments: [
    ("./infra/a b#1.yaml", "infra/a%20b%231.yaml", true),
    ("加工.json", "%E5%8A%A0%E5%B7%A5.json", true),
    ("/srv/100%.tf", "file:///srv/100%25.tf", false),
    ("arn:aws:ecs", "arn%3Aaws%3Aecs", true),
  ])
  func `a path becomes a URI`(path: String, uri: String, isRelative: Bool) throws {
    let file = SourceFile(path: path, text: "x")
    let place = SourceText.SourceLocation(file, SourceRange(0, 1))
    let finding = Sample.finding("ecs.td.host-pid", .high, .fail, nil, place)
    let result = results(try run(Sample.input(ScanResult(findings: [finding])))).first
    let location = (result?["locations"] as? [[String: Any]])?.first
    let physical = location?["physicalLocation"] as? [String: Any]
    let artifact = try #require(physical?["artifactLocation"] as? [String: String])
    #expect(artifact["uri"] == uri)
    #expect(artifact["uriBaseId"] == (isRelative ? "%SRCROOT%" : nil))
  }

  @Test func `columns count UTF-16 units and end behind the last one`() throws {
    let file = SourceFile(path: "a", text: "😀 host\n")
    let finding = Sample.finding(
      "ecs.td.host-pid",
      .high,
      .fail,
      nil,
      Sample.location("host", in: file)
    )
    let result = results(try run(Sample.input(ScanResult(findings: [finding])))).first
    let location = (result?["locations"] as? [[String: Any]])?.first
    let region = (location?["physicalLocation"] as? [String: Any])?["region"] as? [String: Int]
    #expect(
      region == [
        "startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 8, "byteOffset": 5,
        "byteLength": 4,
      ]
    )
  }

  /// The official schema, where the environment or the cache of `make check` has it.
  private static var schema: String? {
    let environment = ProcessInfo.processInfo.environment
    let cached = URL.homeDirectory.appending(path: ".cache/funaban/sarif-schema-2.1.0.json").path()
    let path = environment["FUNABAN_SARIF_SCHEMA"] ?? cached
    return FileManager.default.isReadableFile(atPath: path) ? path : nil
  }

  private func run(_ input: ReportInput) throws -> [String: Any] {
    let data = Data(ReportFormat.sarif.render(input).utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ run: [String: Any]) -> [[String: Any]] {
    run["results"] as? [[String: Any]] ?? []
  }

  private func kinds(_ run: [String: Any]) -> [String] {
    results(run).compactMap { $0["kind"] as? String }
  }
}
