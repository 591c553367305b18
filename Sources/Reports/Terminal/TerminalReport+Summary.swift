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
        page.paragraph(lead: [TextSpan("  ")], [TextSpan(digest.allClear[language], .good)])
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
      en: "\(count.passed) of \(judged) judged controls pass",
      ja: "判定した \(judged) 件のコントロールのうち \(count.passed) 件が合格"
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
