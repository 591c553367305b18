package import SourceText

/// What a control says of one resource or container.
package enum Verdict: String, Sendable, CaseIterable {
  case pass
  case fail
  /// It cannot be told from the sources at hand; never folded into pass or fail.
  case unknown

  /// The name to show.
  package var text: LocalizedText {
    switch self {
    case .pass: LocalizedText(en: "pass", ja: "合格")
    case .fail: LocalizedText(en: "fail", ja: "不合格")
    case .unknown: LocalizedText(en: "unknown", ja: "判定不能")
    }
  }
}
