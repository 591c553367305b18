package import SourceText

/// How freely a fix may be applied.
package enum Applicability: String, Sendable, CaseIterable, Comparable {
  /// What runs behaves as before; applied without asking.
  case safe
  /// What runs may behave otherwise; applied when somebody says so.
  case needsReview = "needs-review"
  /// No edit can do it; a person has to.
  case manual

  /// The name to show.
  package var text: LocalizedText {
    switch self {
    case .safe: LocalizedText(en: "safe", ja: "安全")
    case .needsReview: LocalizedText(en: "needs review", ja: "要確認")
    case .manual: LocalizedText(en: "manual", ja: "手作業")
    }
  }

  package static func < (left: Applicability, right: Applicability) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .safe: 0
    case .needsReview: 1
    case .manual: 2
    }
  }
}
