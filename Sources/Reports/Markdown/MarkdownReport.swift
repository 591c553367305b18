import Posture
import SourceText

/// The report for comments on pull requests and wikis.
struct MarkdownReport {
  private let digest: ReportDigest
  private var shelf: SourceShelf
  private var text = ""

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = MarkdownReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    report.write()
    return report.text
  }

  private init(digest: ReportDigest, shelf: SourceShelf) {
    self.digest = digest
    self.shelf = shelf
  }

  private var language: Language { digest.input.language }

  private mutating func write() {
    writeSummary()
    if !digest.failing.isEmpty {
      paragraph("### \(heading(ReportText.failed, digest.failing.count))")
      writeTable(digest.failing)
      writeDetails()
    }
    writeUnknown()
    if digest.input.options.showAll {
      writeAccepted()
      writeFolded(ReportText.knownHeading, digest.known)
      writeResolved()
      writeFolded(ReportText.passedHeading, digest.passing)
    }
    writeDiagnostics()
  }

  private mutating func paragraph(_ block: String) { text += "\(block)\n\n" }

  private func heading(_ text: LocalizedText, _ count: Int) -> String {
    let word = text[language]
    return "\(word.prefix(1).uppercased())\(word.dropFirst()) (\(count))"
  }

  private mutating func writeSummary() {
    let score = digest.input.result.score
    let percent = score.total.percent.map { ": \($0)%" } ?? ""
    paragraph("## Funaban\(percent)")
    guard score.total != Score.Count() else {
      paragraph(ReportText.nothingJudged[language])
      return
    }
    if digest.failing.isEmpty { paragraph(digest.allClear[language]) }
    let titles = [
      ReportText.controls, ReportText.failed, ReportText.unknown, ReportText.passed,
    ]
    var rows = ["| \(titles.map { $0[language] }.joined(separator: " | ")) |", "|:--|--:|--:|--:|"]
    for severity in Severity.allCases.reversed() {
      guard let count = score.bySeverity[severity] else { continue }
      rows.append(row(severity.text[language], count))
    }
    rows.append(row("**\(ReportText.total[language])**", score.total))
    paragraph(rows.joined(separator: "\n"))
    let counts = SummaryCounts(digest).lines(language)
    paragraph(counts.map { "\($0.label): \($0.text)" }.joined(separator: "  \n"))
  }

  private func row(_ name: String, _ count: Score.Count) -> String {
    "| \(name) | \(count.failed) | \(count.unknown) | \(count.passed) |"
  }

  private mutating func writeTable(_ findings: [Finding]) {
    let titles = [
      ReportText.severity, LocalizedText(en: "control", ja: "コントロール"),
      LocalizedText(en: "place", ja: "場所"), LocalizedText(en: "seen", ja: "検出内容"),
    ]
    text += "| \(titles.map { $0[language] }.joined(separator: " | ")) |\n|:--|:--|:--|:--|\n"
    writeEach(findings) { $0.writeRow($1) }
  }

  private mutating func writeRow(_ finding: Finding) {
    let control = digest.control(finding)
    let cells = [
      control.severity.text[language], name(control), place(finding), seen(finding),
    ]
    text += "| \(cells.joined(separator: " | ")) |\n"
  }

  private func name(_ control: ControlText) -> String {
    let name = "**\(MarkdownText.escaped(control.bestName))**"
    return control.title == control.bestName
      ? name : "\(name) \(control.title.replacing("|", with: "\\|"))"
  }

  /// Writes `entries` as long as there is room, and how many are left out.
  private mutating func writeEach<Entry>(
    _ entries: [Entry],
    _ write: (inout MarkdownReport, Entry) -> Void
  ) {
    let options = digest.input.options
    var count = 0
    while count < min(entries.count, options.markdownRows),
      text.utf8.count < options.markdownBytes
    {
      write(&self, entries[count])
      count += 1
    }
    if !text.hasSuffix("\n\n") { text += "\n" }
    if count < entries.count { paragraph(ReportText.more(entries.count - count)[language]) }
  }

  private mutating func place(_ finding: Finding) -> String {
    var subject = MarkdownText.code(finding.resource.id)
    if let part = finding.part {
      subject +=
        " · \(MarkdownText.escaped(part.kindText[language])) \(MarkdownText.code(part.name))"
    }
    return "\(MarkdownText.code(shelf.link(finding.location)))<br>\(subject)"
  }

  private func seen(_ finding: Finding) -> String {
    var lines = finding.evidenceTexts(language).map(MarkdownText.escaped)
    if let text = finding.noticeText(language) { lines.append(MarkdownText.escaped(text)) }
    if let text = finding.conditionText(language) {
      lines.append("*\(MarkdownText.escaped(text))*")
    }
    return lines.joined(separator: "<br>")
  }

  private mutating func writeDetails() {
    let controls = ReportDigest.byControl(digest.failing).compactMap(\.first)
    writeEach(controls.map(digest.control)) { $0.writeDetail($1) }
  }

  private mutating func writeDetail(_ control: ControlText) {
    let title = "\(control.bestName) \(control.title)"
    text += "<details><summary>\(MarkdownText.html(title))</summary>\n\n"
    for (label, body) in [(ReportText.why, control.why), (ReportText.remedy, control.remedy)]
    where !body.isEmpty {
      paragraph("**\(label[language])** \(body)")
    }
    if !control.consequences.isEmpty { paragraph(control.consequences) }
    let links = MarkdownText.references(control.references)
    if !links.isEmpty { paragraph(links) }
    paragraph("`funaban explain \(control.typedName)`")
    paragraph("</details>")
  }

  private mutating func writeUnknown() {
    guard !digest.unknown.isEmpty else { return }
    paragraph("### \(heading(ReportText.openHeading, digest.unknown.count))")
    for group in UnknownGroup.groups(digest.unknown, language) {
      text += "- \(MarkdownText.escaped(group.resolution))\n"
      writeEach(group.reasons) { $0.writeReason($1.text, $1.findings) }
    }
    if digest.input.options.showAll { writeFolded(ReportText.unknownHeading, digest.unknown) }
  }

  private mutating func writeReason(_ reason: String, _ findings: [Finding]) {
    let names = ReportDigest.byControl(findings).compactMap(\.first)
      .map { digest.control($0).bestName }
    let list = names.prefix(5).joined(separator: ", ")
    text += "  - \(MarkdownText.escaped(reason)) (\(MarkdownText.escaped(list)))\n"
  }

  private mutating func writeAccepted() {
    guard !digest.accepted.isEmpty else { return }
    paragraph("### \(heading(ReportText.acceptedHeading, digest.accepted.count))")
    writeEach(digest.accepted) { $0.writeAcceptance($1) }
  }

  private mutating func writeAcceptance(_ finding: Finding) {
    let name = MarkdownText.escaped(digest.control(finding).bestName)
    let reason = finding.decisions.flatMap { [$0.reason, $0.terms(language)] }
    let why = MarkdownText.escaped(
      WellKnownSecret.masked(reason.filter { !$0.isEmpty }.joined(separator: " · "))
    )
    text += "- **\(name)** \(place(finding).replacing("<br>", with: " ")): \(why)\n"
  }

  private mutating func writeResolved() {
    let resolved = digest.input.result.resolved
    guard !resolved.isEmpty else { return }
    paragraph("### \(heading(ReportText.resolvedHeading, resolved.count))")
    writeEach(resolved) { report, finding in
      let names = [finding.path, finding.subject].map(MarkdownText.code).joined(separator: " ")
      report.text += "- **\(MarkdownText.escaped(finding.control))** \(names)\n"
    }
  }

  private mutating func writeFolded(_ title: LocalizedText, _ findings: [Finding]) {
    guard !findings.isEmpty else { return }
    text += "<details><summary>\(heading(title, findings.count))</summary>\n\n"
    writeTable(findings)
    paragraph("</details>")
  }

  private mutating func writeDiagnostics() {
    let options = digest.input.options
    let shown = digest.diagnostics.filter { options.showAll || $0.severity != .note }
    guard !shown.isEmpty else { return }
    paragraph("### \(heading(ReportText.diagnosticsHeading, shown.count))")
    writeEach(shown) { $0.writeDiagnostic($1) }
  }

  private mutating func writeDiagnostic(_ diagnostic: Diagnostic) {
    let place = diagnostic.location.map { shelf.link($0) } ?? diagnostic.path ?? ""
    let sentence = MarkdownText.escaped(WellKnownSecret.masked(diagnostic.text[language]))
    let severity = diagnostic.severity.text[language]
    text += "- **\(severity)** \(MarkdownText.code(place)): \(sentence)\n"
  }
}
