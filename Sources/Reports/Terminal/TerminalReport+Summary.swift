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
      page.paragraph(lead: [summaryLabel(label)], [TextSpan(text)])
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
      lead: [summaryLabel(ReportText.score[language])],
      [
        TextSpan(percent, count.failed == 0 ? .good : .strong),
        TextSpan("  "),
        TextSpan(share[language]),
      ]
    )
  }

  private func summaryLabel(_ label: String) -> TextSpan {
    let labels = [ReportText.score, ReportText.findings, ReportText.inputs]
    let column = labels.map { TextWidth.of($0[language]) }.max() ?? 0
    let space = String(repeating: " ", count: max(0, column - TextWidth.of(label)))
    return TextSpan("  \(label)\(space)  ", .faint)
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
      (ReportText.findings[language], joined(findings, language)),
      (ReportText.inputs[language], joined(inputs, language)),
    ]
  }

  private func joined(_ parts: [LocalizedText], _ language: Language) -> String {
    parts.map { $0[language] }.joined(separator: language == .english ? ", " : "、")
  }

  private var findings: [LocalizedText] {
    let counts = [
      (digest.failing.count, ReportText.failed), (digest.unknown.count, ReportText.unknown),
      (digest.passing.count, ReportText.passed),
    ]
    var parts = counts.filter { $0.0 > 0 || $0.1 == ReportText.failed }.map { count, text in
      LocalizedText(en: "\(count) \(text.en)", ja: "\(text.ja) \(count) 件")
    }
    let accepted = digest.accepted.count
    if accepted > 0 {
      let hint = digest.input.options.showAll ? ("", "") : (" (shown with --all)", "(--all で表示)")
      parts.append(
        LocalizedText(en: "\(accepted) accepted\(hint.0)", ja: "承認済み \(accepted) 件\(hint.1)")
      )
    }
    return parts
  }

  private var inputs: [LocalizedText] {
    let files = digest.input.result.fileCount
    let names = [(Diagnostic.Severity.error, "errors"), (.warning, "warnings")]
    let counts = names.map { severity, many in
      (severity.text, many, digest.diagnostics.count { $0.severity == severity })
    }
    let file = ReportText.counted(files, "file", "files")
    return [LocalizedText(en: file, ja: "ファイル \(files) 個")]
      + counts.filter { $0.2 > 0 }.map { text, many, count in
        LocalizedText(
          en: ReportText.counted(count, text.en, many),
          ja: "\(text.ja) \(count) 件"
        )
      }
  }
}
