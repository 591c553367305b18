import Posture
import SourceText

/// The report for CI servers that show test results, in the form of JUnit that Jenkins, GitLab,
/// Azure Pipelines and CircleCI read.
///
/// Each file is a suite, each finding a test of it: the control is the class. A failure fails. What
/// is unknown or accepted is skipped and says why: it neither passes nor fails the run. An input
/// that could not be read is a test in error, as it is for the exit code.
struct JUnitReport {
  /// What is said about one file.
  private struct Suite {
    let path: String
    var findings: [Finding] = []
    var errors: [Diagnostic] = []

    /// The number of tests and of each outcome that does not pass.
    var counts: [(String, Int)] {
      [
        ("tests", findings.count + errors.count),
        ("failures", findings.count { $0.status == .failed }), ("errors", errors.count),
        ("skipped", findings.count { $0.status == .unknown || $0.status == .accepted }),
      ]
    }
  }

  private let digest: ReportDigest
  private var shelf: SourceShelf

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = JUnitReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    var xml = XMLWriter()
    report.write(to: &xml)
    return xml.text
  }

  private var language: Language { digest.input.language }

  /// The suites by path.
  private var suites: [Suite] {
    var suites: [String: Suite] = [:]
    for finding in digest.findings {
      let path = finding.location.file.path
      suites[path, default: Suite(path: path)].findings.append(finding)
    }
    for diagnostic in digest.diagnostics where diagnostic.severity == .error {
      let path = diagnostic.path ?? ""
      suites[path, default: Suite(path: path)].errors.append(diagnostic)
    }
    return suites.values.sorted { $0.path < $1.path }
  }

  private mutating func write(to xml: inout XMLWriter) {
    let suites = suites
    let totals = Suite(
      path: "",
      findings: digest.findings,
      errors: digest.diagnostics.filter { $0.severity == .error }
    )
    xml.element("testsuites", [("name", "funaban")] + attributes(totals)) { xml in
      for suite in suites { write(suite, to: &xml) }
    }
  }

  private func attributes(_ suite: Suite) -> [(String, String)] {
    suite.counts.map { ($0.0, String($0.1)) }
  }

  private mutating func write(_ suite: Suite, to xml: inout XMLWriter) {
    xml.element("testsuite", [("name", suite.path)] + attributes(suite)) { xml in
      for diagnostic in suite.errors { write(diagnostic, to: &xml) }
      for finding in suite.findings { write(finding, to: &xml) }
    }
  }

  private mutating func write(_ diagnostic: Diagnostic, to xml: inout XMLWriter) {
    let message = WellKnownSecret.masked(diagnostic.text[language])
    let line = diagnostic.location.map { shelf.start($0).line }
    let test = test("input", diagnostic.code, diagnostic.path ?? "", line)
    xml.element("testcase", test) { xml in
      xml.element("error", [("type", diagnostic.code), ("message", message)])
    }
  }

  private mutating func write(_ finding: Finding, to xml: inout XMLWriter) {
    let path = finding.location.file.path
    let line = shelf.start(finding.location).line
    let test = test(finding.control, name(finding), path, line)
    switch finding.status {
    case .passed: xml.element("testcase", test)
    case .unknown: writeSkipped(test, ReportText.unknown, finding.message(language), to: &xml)
    case .accepted:
      let summary = finding.acceptance?.summary(language) ?? ""
      writeSkipped(test, ReportText.accepted, summary, to: &xml)
    case .failed:
      let message = finding.message(language)
      let body = body(finding)
      xml.element("testcase", test) { xml in
        let attributes = [("type", finding.severity.rawValue), ("message", message)]
        xml.element("failure", attributes, body: body)
      }
    }
  }

  private func writeSkipped(
    _ test: [(String, String)],
    _ status: LocalizedText,
    _ message: String,
    to xml: inout XMLWriter
  ) {
    xml.element("testcase", test) { xml in
      xml.element("skipped", [("message", "\(status[language]): \(message)")])
    }
  }

  private func test(
    _ group: String,
    _ name: String,
    _ path: String,
    _ line: Int?
  ) -> [(String, String)] {
    [("classname", group), ("name", name), ("file", digest.input.options.hostPath(path))]
      + (line.map { [("line", String($0))] } ?? [])
  }

  /// What tells the test from all others of its class: what was judged, and when it applies.
  private func name(_ finding: Finding) -> String {
    let subject = "\(digest.control(finding).bestName) \(finding.subjectText(language))"
    guard let condition = finding.conditionText(language) else { return subject }
    return "\(subject) (\(condition))"
  }

  private mutating func body(_ finding: Finding) -> String {
    let control = digest.control(finding)
    var lines = [shelf.link(finding.location), finding.message(language), "", control.title]
    let texts = [(ReportText.why, control.plain.why), (ReportText.remedy, control.plain.remedy)]
    for (label, text) in texts where !text.isEmpty {
      lines.append("\(label[language]): \(text)")
    }
    if let page = control.page { lines.append(page) }
    return lines.joined(separator: "\n")
  }
}
