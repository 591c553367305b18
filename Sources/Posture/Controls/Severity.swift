package import SourceText

/// How bad it is when a control fails, in Security Hub's words.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case informational
  case low
  case medium
  case high
  case critical

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// The place in the order of severities: 0 for informational, 4 for critical.
  package var rank: Int {
    switch self {
    case .informational: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .critical: 4
    }
  }

  /// The name to show.
  package var text: LocalizedText {
    switch self {
    case .informational: LocalizedText(en: "informational", ja: "情報")
    case .low: LocalizedText(en: "low", ja: "低")
    case .medium: LocalizedText(en: "medium", ja: "中")
    case .high: LocalizedText(en: "high", ja: "高")
    case .critical: LocalizedText(en: "critical", ja: "重大")
    }
  }
}
