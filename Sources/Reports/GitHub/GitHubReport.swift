import Posture
import SourceText

/// The report for the log of GitHub Actions: an annotation for each failure, then the counts.
///
/// GitHub shows ten annotations of each level a step, so the worst stand first: what could not be
/// read, then the failures by severity. With `showAll` what is unknown is a notice; what is accepted
/// or passes is only counted. Paths count from the root of the repository.
struct GitHubReport {
  private let digest: ReportDigest
  private var shelf: SourceShelf

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = GitHubReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    return (report.commands().map(\.line) + report.summary).map { "\($0)\n" }.joined()
  }

  private var language: Language { digest.input.language }

  private var summary: [String] {
    let percent = digest.input.result.score.total.percent.map { ": \($0)%" } ?? ""
    return ["Funaban\(percent)"]
      + SummaryCounts(digest).lines(language).map { "\($0.label): \($0.text)" }
  }

  private mutating func commands() -> [WorkflowCommand] {
    let unknown = digest.input.options.showAll ? digest.unknown : []
    return digest.diagnostics.filter { $0.severity == .error }.map { command($0) }
      + digest.failing.map { command($0, $0.severity.command) }
      + digest.diagnostics.filter { $0.severity == .warning }.map { command($0) }
      + unknown.map { command($0, "notice") }
  }

  private mutating func command(_ diagnostic: Diagnostic) -> WorkflowCommand {
    let file = diagnostic.path.map { [("file", digest.input.options.hostPath($0))] } ?? []
    let line = diagnostic.location.map { [("line", String(shelf.start($0).line))] } ?? []
    return WorkflowCommand(
      name: diagnostic.severity.rawValue,
      properties: file + line + [("title", diagnostic.code)],
      message: WellKnownSecret.masked(diagnostic.text[language])
    )
  }

  private mutating func command(_ finding: Finding, _ name: String) -> WorkflowCommand {
    let control = digest.control(finding)
    let message = finding.message(language)
    return WorkflowCommand(
      name: name,
      properties: place(finding.location) + [("title", "\(control.bestName) \(control.title)")],
      message: control.remedy.isEmpty
        ? message : "\(message)\n\(ReportText.remedy[language]): \(control.plain.remedy)"
    )
  }

  /// The file and the lines; columns only within one line, for GitHub refuses others.
  private mutating func place(_ location: SourceLocation) -> [(String, String)] {
    let source = shelf.source(location.file)
    let start = source.position(at: location.range.start)
    let end = source.position(at: location.range.end)
    let lines = [
      ("file", digest.input.options.hostPath(location.file.path)), ("line", String(start.line)),
      ("endLine", String(end.line)),
    ]
    guard start.line == end.line else { return lines }
    return lines + [("col", String(start.column)), ("endColumn", String(end.column))]
  }
}

extension Severity {
  /// The command that annotates a failure.
  fileprivate var command: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .informational: "notice"
    }
  }
}
