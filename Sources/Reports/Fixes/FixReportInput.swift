package import Remedy
package import SourceText

/// What a report on fixes shows.
package struct FixReportInput: Sendable {
  /// What was done with the files.
  package enum Action: Sendable, Hashable {
    /// Nothing was written; the fixes are shown.
    case shown
    /// One fix of many is shown, about which the user is asked.
    case proposed
    /// The files were written.
    case written
  }

  /// What became of each failure.
  package var findings: [MendedFinding]
  /// The files that change.
  package var changes: [FileChange]
  /// The bytes that no report may show, by file, of the old files and of the new ones.
  package var redactions: [SourceFile: [SourceRange]]
  /// What was done with the files.
  package var action: Action
  /// Whether the diffs are part of the report.
  package var showsDiffs: Bool
  /// The language to write in.
  package var language: Language
  /// The columns of the terminal.
  package var width: Int
  /// Whether colours are written.
  package var color: Bool

  /// Gathers what the report shows.
  package init(
    findings: [MendedFinding],
    changes: [FileChange],
    redactions: [SourceFile: [SourceRange]],
    action: Action,
    showsDiffs: Bool,
    language: Language,
    width: Int = 80,
    color: Bool = false
  ) {
    self.findings = findings
    self.changes = changes
    self.redactions = redactions
    self.action = action
    self.showsDiffs = showsDiffs
    self.language = language
    self.width = width
    self.color = color
  }
}
