package import SourceText

/// How well it is known that a path is written to.
package enum EvidenceGrade: String, Sendable, CaseIterable, Comparable {
  /// Whoever runs the container says so.
  case declared
  /// The documentation or the source of the image says so.
  case documented = "A"
  /// Somebody reported the failure, or a set-up that works.
  case reported = "B"
  /// It is common knowledge, with no source that says so.
  case presumed = "C"

  /// The grade in words.
  package var text: LocalizedText {
    switch self {
    case .declared: LocalizedText(en: "declared", ja: "指定")
    case .documented: LocalizedText(en: "A: documented", ja: "A: ドキュメントまたはソース")
    case .reported: LocalizedText(en: "B: reported", ja: "B: 報告または実例")
    case .presumed: LocalizedText(en: "C: presumed", ja: "C: 推定")
    }
  }

  package static func < (left: EvidenceGrade, right: EvidenceGrade) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { EvidenceGrade.allCases.firstIndex(of: self) ?? 0 }
}
