import SourceText

/// The words of the HTML report that no other report has.
enum HTMLWords {
  static let title = LocalizedText(en: "Security report", ja: "セキュリティレポート")
  static let subject = LocalizedText(
    en: "Containers on Amazon ECS and AWS Fargate",
    ja: "Amazon ECS と AWS Fargate のコンテナ"
  )
  static let skip = LocalizedText(en: "Skip to the findings", ja: "検出結果へ移動")
  static let language = LocalizedText(en: "Language", ja: "言語")
  static let theme = LocalizedText(en: "Theme", ja: "テーマ")
  static let system = LocalizedText(en: "Auto", ja: "自動")
  static let light = LocalizedText(en: "Light", ja: "ライト")
  static let dark = LocalizedText(en: "Dark", ja: "ダーク")
  static let print = LocalizedText(en: "Print", ja: "印刷")

  static let severities = LocalizedText(en: "Controls by severity", ja: "重要度別のコントロール数")
  static let share = LocalizedText(en: "share", ja: "内訳")
  static let scoreNote = LocalizedText(
    en: "The score is the share of passed controls among those with a verdict.",
    ja: "スコアは、判定できたコントロールのうち合格したものの割合。"
  )

  static let findings = LocalizedText(en: "Findings", ja: "検出結果")
  static let filter = LocalizedText(en: "Filter the findings", ja: "検出結果の絞り込み")
  static let search = LocalizedText(en: "Search", ja: "検索")
  static let verdict = LocalizedText(en: "Verdict", ja: "判定")
  static let severity = LocalizedText(en: "Severity", ja: "重要度")
  static let control = LocalizedText(en: "Control", ja: "コントロール")
  static let file = LocalizedText(en: "File", ja: "ファイル")
  static let resource = LocalizedText(en: "Resource", ja: "リソース")
  static let all = LocalizedText(en: "All", ja: "すべて")
  static let groupBy = LocalizedText(en: "Group by", ja: "まとめ方")
  static let clear = LocalizedText(en: "Clear filters", ja: "条件をクリア")
  static let expand = LocalizedText(en: "Expand all", ja: "すべて開く")
  static let collapse = LocalizedText(en: "Collapse all", ja: "すべて閉じる")
  static let nothingShown = LocalizedText(
    en: "No finding matches these filters.",
    ja: "条件に一致する検出結果はない。"
  )
  static let keySearch = LocalizedText(en: "search", ja: "検索")
  static let keyMove = LocalizedText(en: "next, previous finding", ja: "次・前の検出結果")
  static let keyClear = LocalizedText(en: "clear", ja: "クリア")

  static let accepted = LocalizedText(en: "accepted", ja: "受容済み")
  static let link = LocalizedText(en: "Link to this finding", ja: "この検出結果へのリンク")
  static let why = LocalizedText(en: "Why", ja: "理由")
  static let remedy = LocalizedText(en: "What to do", ja: "対処")
  static let consequences = LocalizedText(en: "Before the change", ja: "変更前に確認すること")
  static let steps = LocalizedText(en: "Steps, examples and references", ja: "手順・記述例・参考資料")
  static let references = LocalizedText(en: "References", ja: "参考資料")
  static let resolve = LocalizedText(en: "To resolve", ja: "解決方法")
  static let reason = LocalizedText(en: "Reason", ja: "受容の理由")
  static let owner = LocalizedText(en: "Accepted by", ja: "責任者")
  static let until = LocalizedText(en: "Until", ja: "期限")
  static let noEnd = LocalizedText(en: "no end", ja: "期限なし")
  static let construct = LocalizedText(en: "CDK construct", ja: "CDK コンストラクト")

  static let open = LocalizedText(en: "What would resolve the unknowns", ja: "判定不能の解決方法")
  static let passed = LocalizedText(en: "Passed controls", ja: "合格したコントロール")
  static let diagnostics = LocalizedText(en: "About the inputs", ja: "入力の問題")
  static let places = LocalizedText(en: "Places", ja: "箇所")

  /// Says what share of the controls with a verdict passes.
  static func share(passed: Int, of judged: Int) -> LocalizedText {
    LocalizedText(
      en: "\(passed) of \(judged) judged controls pass",
      ja: "判定した \(judged) 件のコントロールのうち \(passed) 件が合格"
    )
  }

  /// Says which program wrote the report.
  static func written(by version: String) -> LocalizedText {
    LocalizedText(en: "Written by Funaban \(version)", ja: "Funaban \(version) が作成")
  }
}
