import SourceText

/// A section of the manual page that explains terms.
struct ManualPageList {
  let title: LocalizedText
  let entries: [(term: String, text: LocalizedText)]

  static let environment = ManualPageList(
    title: LocalizedText(en: "ENVIRONMENT", ja: "環境変数"),
    entries: [
      (
        "FUNABAN_LANG",
        LocalizedText(
          en: "The language of messages, en or ja; else LC_ALL, LC_MESSAGES and LANG decide.",
          ja: "メッセージの言語(en または ja)。未設定なら LC_ALL、LC_MESSAGES、LANG で決まる。"
        )
      ),
      (
        "TF_VAR_name",
        LocalizedText(en: "The value of a Terraform variable.", ja: "Terraform の変数の値。")
      ),
      ("TF_WORKSPACE", LocalizedText(en: "The Terraform workspace.", ja: "Terraform のワークスペース。")),
      (
        "AWS_ACCOUNT_ID, AWS_REGION, AWS_DEFAULT_REGION",
        LocalizedText(
          en: "Where the sources are deployed, for reports and fixes that have to name it.",
          ja: "デプロイ先の AWS アカウントとリージョン。レポートと修正で必要な場合に使う。"
        )
      ),
      (
        "COLUMNS",
        LocalizedText(en: "The width of the output for terminals.", ja: "端末向け出力の幅。")
      ),
      ("NO_COLOR", LocalizedText(en: "If set, output has no colours.", ja: "設定されていれば色を付けない。")),
    ]
  )

  static let files = ManualPageList(
    title: LocalizedText(en: "FILES", ja: "ファイル"),
    entries: [
      (
        ".funaban.yaml",
        LocalizedText(en: "The settings of the current folder.", ja: "現在のフォルダーの設定。")
      ),
      (
        ".funaban/acceptances.yaml",
        LocalizedText(
          en: "The findings that are accepted: by whom, why, until when.",
          ja: "受容した検出結果(誰が、なぜ、いつまで)。"
        )
      ),
      (
        ".funaban/baseline.json",
        LocalizedText(
          en: "The failures that were there when the baseline was written, which fail no run.",
          ja: "ベースライン作成時の不合格。これだけならスキャンは不合格で終わらない。"
        )
      ),
    ]
  )

  static let exitStatus = ManualPageList(
    title: LocalizedText(en: "EXIT STATUS", ja: "終了ステータス"),
    entries: [
      ("0", LocalizedText(en: "Nothing fails.", ja: "不合格なし。")),
      (
        "1",
        LocalizedText(
          en: "Something at or above the severity of --fail-on fails.",
          ja: "--fail-on の重要度以上の不合格がある。"
        )
      ),
      (
        "2",
        LocalizedText(en: "The command line or the settings are wrong.", ja: "コマンドラインまたは設定の誤り。")
      ),
      (
        "3",
        LocalizedText(
          en: "An input could not be read; what could be is reported.",
          ja: "読み込めない入力がある。読み込めた分は報告する。"
        )
      ),
    ]
  )
}
