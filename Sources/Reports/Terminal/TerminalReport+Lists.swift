import Inventory
import Posture
import SourceText

/// What is unknown for one reason, and what would resolve it.
struct UnknownGroup {
  let resolution: String
  var reasons: [(text: String, findings: [Finding])] = []

  /// The unknown findings by what would resolve them; a finding counts under each of its reasons.
  static func groups(_ findings: [Finding], _ language: Language) -> [UnknownGroup] {
    var groups: [UnknownGroup] = []
    var places: [String: Int] = [:]
    for finding in findings {
      for (reason, resolution) in reasons(finding, language) {
        let place = places[resolution] ?? groups.count
        if place == groups.count { groups.append(UnknownGroup(resolution: resolution)) }
        places[resolution] = place
        groups[place].add(finding, reason)
      }
    }
    return groups
  }

  private static func reasons(
    _ finding: Finding,
    _ language: Language
  ) -> [(reason: String, resolution: String)] {
    var seen: Set<UnknownReason> = []
    var reasons: [(reason: String, resolution: String)] = []
    for evidence in finding.evidence {
      guard case .unknown(let reason) = evidence.state, seen.insert(reason).inserted else {
        continue
      }
      let text = WellKnownSecret.masked(reason.text[language])
      reasons.append((text, reason.resolution[language]))
    }
    if !reasons.isEmpty { return reasons }
    return [(finding.subjectText(language), ReportText.unexplained[language])]
  }

  private var index: [String: Int] = [:]

  private init(resolution: String) { self.resolution = resolution }

  private mutating func add(_ finding: Finding, _ reason: String) {
    if let place = index[reason] {
      reasons[place].findings.append(finding)
    } else {
      index[reason] = reasons.count
      reasons.append((reason, [finding]))
    }
  }
}

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
