import Posture
import SourceText

extension TerminalReport {
  /// Writes the score, the controls by severity, and what was counted.
  mutating func writeSummary() {
    page.gap()
    page.line([TextSpan(ReportText.summaryHeading[language], .strong)])
    page.gap()
    let score = digest.input.result.score
    if score.total == Score.Count() {
      page.paragraph(lead: [TextSpan("  ")], [TextSpan(ReportText.nothingJudged[language])])
    } else {
      if digest.failing.isEmpty {
        page.paragraph(lead: [TextSpan("  ")], [TextSpan(ReportText.nothingFails[language], .good)])
      }
      writeScore(score.total)
      page.gap()
      writeTable(score)
    }
    page.gap()
    for (label, text) in SummaryCounts(digest).lines(language) {
      page.paragraph(lead: [TextSpan("  \(label)  ", .faint)], [TextSpan(text)])
    }
  }

  private mutating func writeScore(_ count: Score.Count) {
    let judged = count.passed + count.failed
    let share = LocalizedText(
      en: "\(count.passed)/\(judged) judged controls pass",
      ja: "判定した \(judged) コントロールのうち \(count.passed) が合格"
    )
    let percent = count.percent.map { "\($0)%" } ?? "-"
    page.paragraph(
      lead: [TextSpan("  \(ReportText.score[language])  ", .faint)],
      [
        TextSpan(percent, count.failed == 0 ? .good : .strong),
        TextSpan("  "),
        TextSpan(share[language]),
      ]
    )
  }

  private mutating func writeTable(_ score: Score) {
    let titles = [
      ReportText.controls, ReportText.failed, ReportText.unknown, ReportText.passed,
    ]
    var rows: [(name: String, style: TextStyle, numbers: [Int])] = []
    for severity in Severity.allCases.reversed() {
      guard let count = score.bySeverity[severity] else { continue }
      rows.append((severity.text[language], .severity(severity), count.row))
    }
    rows.append((ReportText.total[language], .strong, score.total.row))
    let first = (rows.map { TextWidth.of($0.name) } + [TextWidth.of(titles[0][language])]).max()
    let columns = [first ?? 0] + titles.dropFirst().map { max(TextWidth.of($0[language]), 5) }
    page.line(tableRow(titles.map { TextSpan($0[language], .faint) }, columns))
    for row in rows {
      let numbers = row.numbers.map { TextSpan(String($0), $0 == 0 ? .faint : .plain) }
      page.line(tableRow([TextSpan(row.name, row.style)] + numbers, columns))
    }
  }

  /// A row with its first cell set to the left and the others to the right.
  private func tableRow(_ cells: [TextSpan], _ columns: [Int]) -> [TextSpan] {
    var spans = [TextSpan("  ")]
    for (index, (cell, width)) in zip(cells, columns).enumerated() {
      let space = TextSpan(String(repeating: " ", count: max(0, width - cell.width)))
      spans += index == 0 ? [cell, space] : [TextSpan("  "), space, cell]
    }
    return spans
  }
}

extension Score.Count {
  fileprivate var row: [Int] { [failed, unknown, passed] }
}

/// What was counted besides the score.
struct SummaryCounts {
  private let digest: ReportDigest

  init(_ digest: ReportDigest) { self.digest = digest }

  /// The counts as labelled lines.
  func lines(_ language: Language) -> [(label: String, text: String)] {
    [
      (ReportText.findings[language], findings(language)),
      (ReportText.inputs[language], inputs(language)),
    ]
  }

  private func findings(_ language: Language) -> String {
    let counts = [
      (digest.failing.count, ReportText.failed), (digest.unknown.count, ReportText.unknown),
      (digest.passing.count, ReportText.passed),
      (
        digest.accepted.count,
        LocalizedText(en: "accepted (--all shows them)", ja: "承認済み(--all で表示)")
      ),
    ]
    return counts.filter { $0.0 > 0 || $0.1 == ReportText.failed }.map { count, text in
      language == .english ? "\(count) \(text.en)" : "\(text.ja) \(count) 件"
    }.joined(separator: language == .english ? ", " : "、")
  }

  private func inputs(_ language: Language) -> String {
    let files = digest.input.result.fileCount
    var parts = [
      LocalizedText(en: ReportText.counted(files, "file", "files"), ja: "ファイル \(files) 個")
    ]
    for (severity, one, many) in [
      (Diagnostic.Severity.error, "error", "errors"), (.warning, "warning", "warnings"),
    ] {
      let count = digest.diagnostics.count { $0.severity == severity }
      guard count > 0 else { continue }
      let text = ReportText.counted(count, one, many)
      parts.append(LocalizedText(en: text, ja: "\(severity.text.ja) \(count) 件"))
    }
    return parts.map { $0[language] }.joined(separator: language == .english ? ", " : "、")
  }
}
