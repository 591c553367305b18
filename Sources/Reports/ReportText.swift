import Posture
import SourceText

/// The words of the reports themselves.
enum ReportText {
  static let why = LocalizedText(en: "why", ja: "理由")
  static let remedy = LocalizedText(en: "fix", ja: "対処")
  static let construct = LocalizedText(en: "CDK construct", ja: "CDK コンストラクト")
  static let nothingFails = LocalizedText(
    en: "No control fails.",
    ja: "不合格のコントロールはない。"
  )
  static let nothingNewFails = LocalizedText(
    en: "Nothing new fails; what fails is known from the baseline.",
    ja: "新しい不合格はない。不合格はすべて既知(ベースライン)。"
  )
  static let nothingJudged = LocalizedText(
    en: "Nothing was judged: none of the files holds a resource that a control is about.",
    ja: "評価対象なし。どのファイルにも、コントロールの対象となるリソースがない。"
  )
  static let unknownHeading = LocalizedText(en: "Unknown", ja: "判定不能")
  static let openHeading = LocalizedText(
    en: "Unknown, by what would resolve it",
    ja: "判定不能(解決方法別)"
  )
  static let acceptedHeading = LocalizedText(en: "Accepted", ja: "受容済み")
  static let knownHeading = LocalizedText(en: "Known from the baseline", ja: "既知(ベースライン)")
  static let resolvedHeading = LocalizedText(en: "Resolved since the baseline", ja: "解決済み")
  static let passedHeading = LocalizedText(en: "Passed", ja: "合格")
  static let diagnosticsHeading = LocalizedText(en: "About the inputs", ja: "入力の問題")
  static let summaryHeading = LocalizedText(en: "Summary", ja: "まとめ")
  static let severity = LocalizedText(en: "severity", ja: "重要度")
  static let failed = LocalizedText(en: "failed", ja: "不合格")
  static let unknown = LocalizedText(en: "unknown", ja: "判定不能")
  static let accepted = LocalizedText(en: "accepted", ja: "受容済み")
  static let passed = LocalizedText(en: "passed", ja: "合格")
  static let total = LocalizedText(en: "total", ja: "合計")
  static let score = LocalizedText(en: "score", ja: "スコア")
  static let controls = LocalizedText(en: "controls", ja: "コントロール")
  static let findings = LocalizedText(en: "findings", ja: "検出結果")
  static let inputs = LocalizedText(en: "inputs", ja: "入力")
  static let unexplained = LocalizedText(
    en: "The reason was not recorded; --all shows each place.",
    ja: "理由は記録されていない。--all で該当箇所を表示する。"
  )

  /// Says under which conditions a finding holds.
  static func onlyWhen(_ condition: String) -> LocalizedText {
    LocalizedText(en: "only when \(condition)", ja: "\(condition)の場合のみ")
  }

  /// Says how many places a control fails at.
  static func places(_ count: Int) -> LocalizedText {
    LocalizedText(en: counted(count, "place", "places"), ja: "\(count) か所")
  }

  /// Says where the whole story is.
  static func explain(_ name: String) -> LocalizedText {
    LocalizedText(en: "more: funaban explain \(name)", ja: "詳細: funaban explain \(name)")
  }

  /// Says that the texts of a control stand above.
  static func above(_ name: String) -> LocalizedText {
    LocalizedText(en: "why and fix: see \(name) above", ja: "理由と対処: 上の \(name) を参照")
  }

  /// Says that `count` entries are left out.
  static func more(_ count: Int) -> LocalizedText {
    LocalizedText(en: "… and \(count) more", ja: "… ほか \(count) 件")
  }

  /// Says how a severity reads as a label.
  static func label(_ severity: Severity, _ language: Language) -> String {
    let text = severity.text[language]
    return "[\(language == .english ? text.uppercased() : text)]"
  }

  /// Says what was counted: `1 file`, `2 files`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
