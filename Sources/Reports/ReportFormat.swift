/// A form that a report may take.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case terminal
  /// For programs; `docs/report.schema.json` describes it.
  case json
  /// For code hosts and editors: SARIF 2.1.0.
  case sarif
  /// For comments on pull requests and wikis: GitHub Flavored Markdown.
  case markdown
  /// For browsers and paper: one HTML file that needs no network.
  case html

  /// The report on `input`; the same input gives the same bytes.
  package func render(_ input: ReportInput) -> String {
    switch self {
    case .terminal: TerminalReport.render(input)
    case .json: JSONReport.render(input)
    case .sarif: SARIFReport.render(input)
    case .markdown: MarkdownReport.render(input)
    case .html: HTMLReport.render(input)
    }
  }
}
