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
  /// For CI servers that show test results: JUnit XML.
  case junit
  /// For AWS Security Hub: findings in the AWS Security Finding Format, for `BatchImportFindings`.
  case asff
  /// For security data lakes: Compliance Findings of the Open Cybersecurity Schema Framework 1.6.
  case ocsf
  /// For spreadsheets: RFC 4180.
  case csv
  /// For GitHub Actions: annotations on the changed files.
  case github
  /// For GitLab merge requests: a Code Quality report.
  case gitlab
  /// For browsers and paper: one HTML file that needs no network.
  case html

  /// The report on `input`; the same input gives the same bytes.
  package func render(_ input: ReportInput) -> String {
    switch self {
    case .terminal: TerminalReport.render(input)
    case .json: JSONReport.render(input)
    case .sarif: SARIFReport.render(input)
    case .markdown: MarkdownReport.render(input)
    case .junit: JUnitReport.render(input)
    case .asff: ASFFReport.render(input)
    case .ocsf: OCSFReport.render(input)
    case .csv: CSVReport.render(input)
    case .github: GitHubReport.render(input)
    case .gitlab: GitLabReport.render(input)
    case .html: HTMLReport.render(input)
    }
  }
}
