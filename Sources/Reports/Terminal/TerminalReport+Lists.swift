import Posture
import SourceText

extension TerminalReport {
  /// Writes what is unknown as a list of what would resolve it.
  mutating func writeUnknown() {
    heading(ReportText.openHeading, count: digest.unknown.count)
    for group in UnknownGroup.groups(digest.unknown, language) {
      page.paragraph(lead: [TextSpan("  ")], [TextSpan(group.resolution)])
      for (text, findings) in group.reasons {
        page.paragraph(
          lead: [TextSpan("    - ", .faint)],
          [TextSpan(text, .strong), TextSpan("  " + names(findings), .faint)]
        )
        guard let first = findings.first else { continue }
        let rest = findings.count > 1 ? "  \(ReportText.more(findings.count - 1)[language])" : ""
        page.line([
          TextSpan("      "), TextSpan(shelf.link(first.location), .path), TextSpan(rest, .faint),
        ])
      }
    }
    page.gap()
  }

  /// The controls of `findings` by their best-known names, the first five of them.
  private func names(_ findings: [Finding]) -> String {
    let groups = ReportDigest.byControl(findings)
    let names = groups.prefix(5).compactMap(\.first).map { digest.control($0).bestName }
    let rest = groups.count - names.count
    let list = names.joined(separator: ", ")
    return rest > 0 ? "\(list) \(ReportText.more(rest)[language])" : list
  }

  /// Writes what was accepted, with the reasons on record.
  mutating func writeAccepted() {
    heading(ReportText.acceptedHeading, count: digest.accepted.count)
    for finding in digest.accepted {
      writeEntry(finding)
      guard let acceptance = finding.acceptance else { continue }
      page.paragraph(lead: [TextSpan("    ")], [TextSpan(acceptance.reason)])
      let terms = acceptance.terms(language)
      if !terms.isEmpty { page.paragraph(lead: [TextSpan("    ")], [TextSpan(terms, .faint)]) }
    }
    page.gap()
  }

  /// Writes what passed, a line each.
  mutating func writePassed() {
    heading(ReportText.passedHeading, count: digest.passing.count)
    for finding in digest.passing { writeEntry(finding) }
    page.gap()
  }

  private mutating func writeEntry(_ finding: Finding) {
    let name = TextSpan(digest.control(finding).bestName, .strong)
    page.paragraph(
      lead: [TextSpan("  ")],
      [name, TextSpan("  ")] + finding.subject(language)
    )
    page.line([TextSpan("    "), TextSpan(shelf.link(finding.location), .path)])
  }

  /// Writes what a reader should know about the inputs; notes only where all is shown.
  mutating func writeDiagnostics() {
    let shown = digest.diagnostics.filter { options.showAll || $0.severity != .note }
    heading(ReportText.diagnosticsHeading, count: shown.count)
    for diagnostic in shown {
      let label = TextSpan("\(diagnostic.severity.text[language]): ", diagnostic.severity.style)
      let text = WellKnownSecret.masked(diagnostic.text[language])
      page.paragraph(
        lead: [TextSpan("  ")],
        [label, TextSpan(text), TextSpan(" [\(diagnostic.code)]", .faint)]
      )
      if let location = diagnostic.location {
        page.line([TextSpan("  "), TextSpan(shelf.link(location), .path)])
        writeFrame(location)
      } else if let path = diagnostic.path {
        page.line([TextSpan("  "), TextSpan(path, .path)])
      }
      page.gap()
    }
  }
}

extension Diagnostic.Severity {
  fileprivate var style: TextStyle {
    switch self {
    case .error: .bad
    case .warning: .warning
    case .note: .faint
    }
  }
}
