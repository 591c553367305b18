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
      for acceptance in finding.decisions {
        let reason = WellKnownSecret.masked(acceptance.reason)
        if !reason.isEmpty { page.paragraph(lead: [TextSpan("    ")], [TextSpan(reason)]) }
        let terms = acceptance.terms(language)
        if !terms.isEmpty { page.paragraph(lead: [TextSpan("    ")], [TextSpan(terms, .faint)]) }
      }
    }
    page.gap()
  }

  /// Writes findings by name and place only.
  mutating func writeList(_ title: LocalizedText, _ findings: [Finding]) {
    heading(title, count: findings.count)
    for finding in findings { writeEntry(finding) }
    page.gap()
  }

  /// Writes what the baseline knows and the scan found no longer.
  mutating func writeResolved() {
    let resolved = digest.input.result.resolved
    heading(ReportText.resolvedHeading, count: resolved.count)
    for finding in resolved {
      page.paragraph(
        lead: [TextSpan("  ")],
        [TextSpan(finding.control, .strong), TextSpan("  \(finding.subject)")]
      )
      page.line([TextSpan("    "), TextSpan(finding.path, .path)])
    }
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
