package import SourceText

/// Everything one scan came to: what the reports show.
package struct ScanResult: Sendable {
  /// What each control says of each resource, by file and position.
  package var findings: [Finding]
  /// What a reader should know about the inputs.
  package var diagnostics: [Diagnostic]
  /// How many files were judged.
  package var fileCount: Int
  /// The bytes that no report may show (values of environment variables, commands), by file.
  package var redactions: [SourceFile: [SourceRange]]
  /// What the baseline knows and the scan found no longer.
  package var resolved: [ResolvedFinding] = []

  /// Holds the outcome of a scan.
  package init(
    findings: [Finding] = [],
    diagnostics: [Diagnostic] = [],
    fileCount: Int = 0,
    redactions: [SourceFile: [SourceRange]] = [:]
  ) {
    self.findings = findings
    self.diagnostics = diagnostics
    self.fileCount = fileCount
    self.redactions = redactions
  }

  /// The score of all findings.
  package var score: Score { Score(findings) }
}
