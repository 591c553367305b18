import Posture
import Reports
import SourceText
import Testing

@Suite struct SecrecyTests {
  static let keys = [
    "AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE",
    "ghp_" + String(repeating: "a1B2", count: 9),
    "github_pat_" + String(repeating: "a_1", count: 9),
    "glpat-" + String(repeating: "x", count: 20), "xoxb-123456789012-abcdef",
    "sk_live_" + String(repeating: "4e", count: 12), "AIza" + String(repeating: "S", count: 35),
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r",
  ]

  @Test(arguments: keys)
  func `a well-known key beside the place is hidden`(key: String) {
    let frame = CodeFrameTests.frame("key: \(key)\npid: host\nother: \"\(key)\"\n", "host")
    #expect(
      frame == ["1 │ key: ••••", "2 │ pid: host", "  │      ^^^^", "3 │ other: \"••••\""]
    )
  }

  @Test func `a private key is hidden even if it begins far above the place`() {
    let lines = (0..<20).map { "    MIIEpAIBAAKCAQEA\($0)" }.joined(separator: "\n")
    let text = """
      key: |
          -----BEGIN RSA PRIVATE KEY-----
      \(lines)
          -----END RSA PRIVATE KEY-----
      pid: host
      """
    let frame = CodeFrameTests.frame(text, "host")
    #expect(frame == ["23 │ ••••", "24 │ pid: host", "   │      ^^^^"])
    #expect(!frame.joined().contains("MIIE"))
    let inside = CodeFrameTests.frame(text, "MIIEpAIBAAKCAQEA7")
    #expect(!inside.joined().contains("MIIE"))
  }

  @Test func `a password in a URL is hidden, the host stays`() {
    let frame = CodeFrameTests.frame("u: postgres://app:hunter2@db/x\npid: host\n", "pid")
    #expect(frame.first == "1 │ u: postgres••••@db/x")
  }

  @Test(arguments: ["AKIA", "AKIAlowercase0000000", "ask-me", "MAKIAIOSFODNN7EXAMPLE", "a://b:c"])
  func `other text stays`(text: String) {
    #expect(CodeFrameTests.frame("\(text)\npid: host\n", "host").first == "1 │ \(text)")
  }

  @Test func `a redacted range of many lines is hidden on each`() {
    let file = SourceFile(path: "a", text: "a: |\n  one\n  two\npid: host\n")
    let start = Sample.location("one", in: file).range.start
    let end = Sample.location("two", in: file).range.end
    let frame = CodeFrameTests.frame(
      Sample.location("pid: host", in: file),
      redactions: [file: [SourceRange(Int(start), Int(end))]]
    )
    #expect(frame == ["3 │ ••••", "4 │ pid: host", "  │ ^^^^^^^^^"])
  }

  @Test(arguments: ReportFormat.allCases)
  func `no report shows a redacted byte or a key in a sentence`(format: ReportFormat) {
    let key = "AKIAIOSFODNN7EXAMPLE"
    var result = Sample.result
    result.findings.append(
      Sample.finding(
        "ecs.td.logging",
        .high,
        .fail,
        "web",
        Sample.location("Value"),
        [Evidence(field: "command", state: .values(["run", key]))],
        related: [RelatedLocation(Sample.location("Name"), LocalizedText(en: key, ja: key))],
        condition: LocalizedText(en: "IsProd (Key = \(key))", ja: "IsProd(Key = \(key))")
      )
    )
    result.diagnostics.append(
      Diagnostic(.error, "x", LocalizedText(en: key, ja: key), at: Sample.location("Value"))
    )
    for language in Language.allCases {
      let report = format.render(Sample.input(result, language) { $0.showAll = true })
      #expect(!report.contains(key))
      #expect(!report.contains("correct-horse"))
    }
  }
}
