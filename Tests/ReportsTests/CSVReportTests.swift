import Foundation
import Posture
import Reports
import SourceText
import Testing

@Suite struct CSVReportTests {
  @Test func `every finding is a row under the same names in every language`() throws {
    let english = try rows(Sample.input())
    let japanese = try rows(Sample.input(Sample.result, .japanese))
    #expect(english.map { $0["status"] } == japanese.map { $0["status"] })
    #expect(
      english.map { $0["status"] } == [
        "failed", "failed", "failed", "unknown", "accepted", "passed",
      ]
    )
    #expect(english[4]["verdict"] == "fail" && english[4]["accepted_by"] == "花子")
    #expect(english[2]["name"] == "ECS.5" && english[2]["line"] == "10")
    #expect(japanese[2]["title"] == "コンテナのルートファイルシステムは読み取り専用にする")
  }

  @Test func `spreadsheets take it for UTF-8 and its lines end in CR LF`() {
    let report = ReportFormat.csv.render(Sample.input())
    #expect(Array(report.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let lines = report.unicodeScalars.split(separator: "\n")
    #expect(lines.count == 7 && lines.allSatisfy { $0.last == "\r" })
  }

  @Test func `any text survives, with a guard before what would be a formula`() throws {
    let rows = try rows(Sample.input(Sample.hostile))
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0["resource"] == "'\(Sample.hostileName)" })
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a"])
  func `no cell is a formula`(name: String) throws {
    let finding = Finding(
      control: "ecs.td.host-pid",
      severity: .low,
      verdict: .fail,
      resource: JudgedResource(id: name, type: "x"),
      part: nil,
      location: Sample.location("host"),
      related: [],
      evidence: [],
      condition: nil,
      fingerprint: 1
    )
    let row = try #require(try rows(Sample.input(ScanResult(findings: [finding]))).first)
    #expect(row["resource"] == "'\(name)" && row["resource_type"] == "x")
  }

  private func rows(_ input: ReportInput) throws -> [[String: String]] {
    let report = ReportFormat.csv.render(input)
    let list = try #require(try Python.run(Self.list, [], input: report))
    return try JSONDecoder().decode([[String: String]].self, from: Data(list.utf8))
  }

  private static let list = """
    import csv, io, json, sys
    text = io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline="")
    print(json.dumps(list(csv.DictReader(text, strict=True))))
    """
}
