import Foundation
import Inventory
import Posture
import Reports
import SourceText
import Testing

@Suite struct JSONReportTests {
  private static let schema = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/report.schema.json").path()

  @Test(arguments: Language.allCases)
  func `a report keeps to its published schema`(language: Language) throws {
    guard Python.has("jsonschema") else { return print("skipped: no python3 with jsonschema") }
    let result = ScanResult(
      findings: Sample.result.findings + [Self.everyReason],
      diagnostics: Sample.result.diagnostics,
      fileCount: 1
    )
    for result in [result, ScanResult()] {
      let report = ReportFormat.json.render(Sample.input(result, language))
      let problems = try Python.run(Python.validate, [Self.schema, "strict"], input: report)
      #expect(problems == "")
    }
  }

  @Test func `a report says where a finding is, in lines, columns and bytes`() throws {
    let file = SourceFile(path: "a.json", text: "\u{FEFF}{\"船😀\": true}\r\n")
    let finding = Sample.finding(
      "ecs.td.privileged",
      .high,
      .fail,
      "web",
      Sample.location("true", in: file)
    )
    let report = try parse(ReportFormat.json.render(Sample.input(ScanResult(findings: [finding]))))
    let location = try #require(
      ((report["findings"] as? [[String: Any]])?.first?["location"]) as? [String: Any]
    )
    let start = try #require(location["start"] as? [String: Int])
    #expect(start == ["line": 1, "column": 8, "utf16Column": 9, "offset": 15])
  }

  @Test func `any text survives the way through JSON`() throws {
    let text = "\u{0}\u{1B}[31m \"\\/ \t\n\r\u{7F}\u{2028} 船番 😀 e\u{301}"
    let result = ScanResult(diagnostics: [
      Diagnostic(.note, "x", LocalizedText(en: text, ja: text), path: text)
    ])
    let report = try parse(ReportFormat.json.render(Sample.input(result)))
    let diagnostic = try #require((report["diagnostics"] as? [[String: Any]])?.first)
    #expect(diagnostic["message"] as? String == text)
    #expect(diagnostic["path"] as? String == text)
  }

  @Test func `the same scan in another order gives the same bytes`() {
    let input = Sample.input()
    var shuffled = input
    shuffled.result.findings.reverse()
    shuffled.result.diagnostics.reverse()
    for format in ReportFormat.allCases {
      #expect(format.render(input) == format.render(shuffled))
    }
  }

  private static let everyReason = Sample.finding(
    "ecs.td.host-pid",
    .low,
    .unknown,
    nil,
    Sample.location("host"),
    reasons.map { Evidence(field: "pidMode", state: .unknown($0)) } + [
      Evidence(field: "command", state: .hidden), Evidence(field: "user", state: .value("root")),
    ]
  )

  private static let reasons: [UnknownReason] = [
    .parameter("A"), .pseudoParameter("A"), .importedValue("A"), .dynamicReference("A"),
    .attribute("A"), .undefined("A"), .function("A"), .circular("A"), .placeholder("A"),
    .unreadFile("A"), .malformed(expected: "A"), .condition("A"), .outside("A"), .tooLarge("A"),
  ]

  private func parse(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
