import SourceText

/// What the parser says, in both languages.
enum ParserMessage {
  static let empty = LocalizedText(en: "The condition is empty.", ja: "条件式が空である。")
  static let tooDeep = LocalizedText(
    en: "Parentheses or transformers are nested too deeply (more than \(Parser.depthLimit) or "
      + "\(Parser.transformerDepthLimit) levels).",
    ja: "括弧または変換関数の入れ子が深すぎる(上限はそれぞれ \(Parser.depthLimit) 段、"
      + "\(Parser.transformerDepthLimit) 段)。"
  )
  static let escape = LocalizedText(
    en: #"This escape does not exist in a quoted text; write `\\` for a backslash."#,
    ja: #"引用符内に使えないエスケープである。バックスラッシュは `\\` と書く。"#
  )

  static let connective = LocalizedText(en: "`and` or `or`", ja: "`and` または `or`")
  static let closing = LocalizedText(
    en: "`and`, `or` or the closing `)`",
    ja: "`and`、`or` または閉じ括弧 `)`"
  )
  static let check = LocalizedText(
    en: "a comparison of a field, the name of a macro or `(`",
    ja: "フィールドの比較、マクロ名または `(`"
  )
  static let comparison = LocalizedText(
    en: "one of the operators \(operators)",
    ja: "演算子(\(operators))のいずれか"
  )
  static let number = LocalizedText(
    en: "a number, or a field in `val()`",
    ja: "数値、または `val()` で囲んだフィールド"
  )
  static let text = LocalizedText(
    en: "a text, or a field in `val()`",
    ja: "文字列、または `val()` で囲んだフィールド"
  )
  static let list = LocalizedText(
    en: "a list in parentheses or a name",
    ja: "括弧で囲んだリスト、または名前"
  )
  static let element = LocalizedText(en: "an element of the list", ja: "リストの要素")
  static let endOfList = LocalizedText(
    en: "`,` or the closing `)` of the list",
    ja: "`,` またはリストの閉じ括弧 `)`"
  )
  static let field = LocalizedText(en: "the name of a field", ja: "フィールド名")
  static let fieldArgument = LocalizedText(
    en: "the field's argument, quoted or bare",
    ja: "フィールドの引数(引用符は任意)"
  )
  static let closingBracket = LocalizedText(en: "the closing `]`", ja: "閉じ角括弧 `]`")
  static let endOfTransformer = LocalizedText(
    en: "`,` or the closing `)` of the transformer",
    ja: "`,` または変換関数の閉じ括弧 `)`"
  )
  static let argument = LocalizedText(
    en: "a field, a transformer, a quoted text or a number",
    ja: "フィールド、変換関数、引用符付き文字列または数値"
  )

  private static let operators = Operator.allCases.map { "`\($0.rawValue)`" }
    .joined(separator: " ")

  static func blankBehind(_ word: String) -> LocalizedText {
    LocalizedText(en: "a blank or `(` behind `\(word)`", ja: "`\(word)` の後の空白または `(`")
  }

  /// Says what was found and what was expected instead.
  static func found(_ word: String, expected: LocalizedText) -> LocalizedText {
    guard !word.isEmpty else {
      return LocalizedText(
        en: "The condition ends where \(expected.en) is expected.",
        ja: "条件式が途中で終わっている。\(expected.ja)が必要である。"
      )
    }
    let shown = word.unicodeScalars.prefix(60).map(String.init).joined()
    return LocalizedText(
      en: "Found `\(shown)` where \(expected.en) is expected.",
      ja: "`\(shown)` があるが、ここには\(expected.ja)が必要である。"
    )
  }
}
