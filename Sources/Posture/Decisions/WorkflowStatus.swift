package import SourceText

/// How far people have come with a finding, in Security Hub's words.
///
/// Source: https://docs.aws.amazon.com/securityhub/latest/userguide/findings-workflow-status.html
package enum WorkflowStatus: String, Sendable, CaseIterable {
  /// Nobody has decided anything yet.
  case new = "NEW"
  /// The owner knows of it; it still fails.
  case notified = "NOTIFIED"
  /// It was reviewed, and a decision on record accepts it.
  case suppressed = "SUPPRESSED"
  /// It is mended: the control passes, or what the baseline knows is found no longer.
  case resolved = "RESOLVED"

  /// The name to show, as the AWS console has it.
  package var text: LocalizedText {
    switch self {
    case .new: LocalizedText(en: "new", ja: "新規")
    case .notified: LocalizedText(en: "notified", ja: "通知済み")
    case .suppressed: LocalizedText(en: "suppressed", ja: "抑制済み")
    case .resolved: LocalizedText(en: "resolved", ja: "解決済み")
    }
  }
}

/// Whether a finding was there when the baseline was written.
package enum BaselineState: String, Sendable {
  /// It came since.
  case new
  /// The baseline knows it; such a finding fails no run.
  case known
}
