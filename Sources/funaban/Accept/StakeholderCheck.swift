import Posture
import SourceText

/// What stakeholders are asked before a finding of a control is accepted.
enum StakeholderCheck {
  /// The questions about `control`; none where no runbook has any.
  ///
  /// Those about a read-only root file system are the conditions of Security Hub's runbooks for ECS.5.
  static func questions(about control: String) -> [LocalizedText] {
    control.hasSuffix(".readonly-root") ? readOnlyRoot : []
  }

  private static let readOnlyRoot = [
    LocalizedText(
      en: "Does the application write to the root file system?",
      ja: "アプリケーションはルートファイルシステムに書き込むか?"
    ),
    LocalizedText(
      en: "Does middleware or an agent write to the root file system?",
      ja: "ミドルウェアやエージェントはルートファイルシステムに書き込むか?"
    ),
    LocalizedText(en: "Is ECS Exec used?", ja: "ECS Exec を使うか?"),
  ]

  /// Said where every answer is no.
  static let nothingSpeaksAgainst = LocalizedText(
    en:
      "Nothing speaks against a read-only root file system: better fix the finding. Accept anyway?",
    ja: "読み取り専用にできない理由がない。修正するのが望ましい。それでも受容するか?"
  )
}
