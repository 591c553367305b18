import Posture
import SourceText

/// The report for people at a terminal.
///
/// Failures stand by control, the most severe first, so that why and how to mend are said once;
/// then what is unknown, by what would resolve it; then what is odd about the inputs; then a
/// summary, last because a terminal shows the end.
struct TerminalReport {
  let digest: ReportDigest
  var shelf: SourceShelf
  var page: TerminalPage
  private var told: Set<String> = []

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = TerminalReport(input)
    report.write()
    return report.page.text
  }

  private init(_ input: ReportInput) {
    digest = ReportDigest(input)
    shelf = SourceShelf(redactions: input.result.redactions)
    page = TerminalPage(width: input.options.width, color: input.options.color)
  }

  /// How much to show.
  var options: ReportOptions { digest.input.options }
  /// The language to write in.
  var language: Language { digest.input.language }

  private mutating func write() {
    writeInFull(digest.failing)
    if options.showAll {
      heading(ReportText.unknownHeading, count: digest.unknown.count)
      writeInFull(digest.unknown)
      writeAccepted()
      writeList(ReportText.knownHeading, digest.known)
      writeResolved()
      writeList(ReportText.passedHeading, digest.passing)
    } else {
      writeUnknown()
    }
    writeDiagnostics()
    writeSummary()
  }

  /// Writes a heading, unless there is nothing below it.
  mutating func heading(_ text: LocalizedText, count: Int) {
    guard count > 0 else { return }
    page.gap()
    page.line([TextSpan(text[language], .strong), TextSpan("  \(count)", .faint)])
    page.gap()
  }

  private mutating func writeInFull(_ findings: [Finding]) {
    if options.groupByResource {
      for group in ReportDigest.byResource(findings) { writeResource(group) }
    } else {
      for group in ReportDigest.byControl(findings) { writeControl(group) }
    }
  }

  private mutating func writeControl(_ findings: [Finding]) {
    guard let first = findings.first else { return }
    let control = digest.control(first)
    writeTitle(control, places: findings.count)
    writeStory(control)
    for finding in findings {
      page.gap()
      let link = shelf.link(finding.location)
      writePlace([TextSpan("  "), TextSpan(link, .path)], finding.subject(language))
      writeBody(finding)
    }
    page.gap()
  }

  private mutating func writeResource(_ findings: [Finding]) {
    guard let first = findings.first else { return }
    page.gap()
    writePlace([TextSpan(first.resource.id, .strong)], [TextSpan(first.resource.type, .faint)])
    for finding in findings {
      page.gap()
      let control = digest.control(finding)
      writeTitle(control, places: 1)
      writeStory(control)
      page.gap()
      let link = shelf.link(finding.location)
      writePlace([TextSpan("  "), TextSpan(link, .path)], finding.subject(language))
      writeBody(finding)
    }
    page.gap()
  }

  /// Writes `rest` behind `start` where there is room, else below it.
  private mutating func writePlace(_ start: [TextSpan], _ rest: [TextSpan]) {
    let joined = start + [TextSpan("  ")] + rest
    if joined.reduce(0, { $0 + $1.width }) <= page.width {
      page.line(joined)
    } else {
      page.line(start)
      page.paragraph(lead: [TextSpan("  ")], rest)
    }
  }

  private mutating func writeTitle(_ control: ControlText, places: Int) {
    let label = TextSpan(
      ReportText.label(control.severity, language),
      .severity(control.severity)
    )
    let title = Markup.spans(control.title, color: page.color).map { TextSpan($0.text, .strong) }
    page.paragraph(lead: [label, TextSpan(" ")], title)
    var names = [TextSpan(control.names, .faint)]
    if places > 1 { names.append(TextSpan(" · " + ReportText.places(places)[language], .faint)) }
    page.paragraph(lead: [TextSpan("  ")], names)
  }

  private mutating func writeStory(_ control: ControlText) {
    if !told.insert(control.id).inserted {
      page.line([TextSpan("  " + ReportText.above(control.bestName)[language], .faint)])
      return
    }
    for (label, text) in [(ReportText.why, control.why), (ReportText.remedy, control.remedy)]
    where !text.isEmpty {
      page.markup(lead: [TextSpan("  \(label[language])  ", .faint)], text)
    }
    if !control.why.isEmpty {
      page.line([TextSpan("  " + ReportText.explain(control.typedName)[language], .faint)])
    }
  }

  private mutating func writeBody(_ finding: Finding) {
    writeFrame(finding.location)
    for text in finding.evidenceTexts(language) {
      page.paragraph(lead: [TextSpan("  = ", .faint)], [TextSpan(text)])
    }
    if let text = finding.noticeText(language) {
      page.paragraph(lead: [TextSpan("  = ", .faint)], [TextSpan(text)])
    }
    if let text = finding.conditionText(language) {
      page.paragraph(lead: [TextSpan("  = ", .faint)], [TextSpan(text, .warning)])
    }
    if let path = finding.resource.constructPath {
      let text = "\(ReportText.construct[language]): \(path)"
      page.paragraph(lead: [TextSpan("  = ", .faint)], [TextSpan(text)])
    }
    var told: LocalizedText?
    for related in finding.related {
      if related.text != told {
        let text = WellKnownSecret.masked(related.text[language])
        page.paragraph(lead: [TextSpan("  + ", .faint)], [TextSpan(text)])
      }
      told = related.text
      page.line([TextSpan("    "), TextSpan(shelf.link(related.location), .path)])
    }
  }

  /// Writes the source lines of `location`.
  mutating func writeFrame(_ location: SourceLocation) {
    let indent = 4
    let source = shelf.source(location.file)
    let frame = CodeFrame(source, location.range, width: page.width - indent)
    frame.write(to: &page, indent: indent, context: options.frameContext, limit: options.frameLines)
  }
}
