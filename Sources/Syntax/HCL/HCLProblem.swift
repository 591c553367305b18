import SourceText

/// What can be wrong in an HCL file.
struct HCLProblem {
  /// The stable name.
  let code: String
  /// The sentence to show.
  let text: LocalizedText

  init(_ code: String, en: String, ja: String) {
    self.code = code
    self.text = LocalizedText(en: en, ja: ja)
  }

  static let utf16 = HCLProblem(
    "hcl.utf-16",
    en: "The file is encoded in UTF-16; save it as UTF-8.",
    ja: "ファイルが UTF-16 で書かれている。UTF-8 で保存する。"
  )
  static let encoding = HCLProblem(
    "hcl.encoding",
    en: "These bytes are not UTF-8; save the file as UTF-8.",
    ja: "UTF-8 として正しくないバイト列がある。UTF-8 で保存する。"
  )
  static let nesting = HCLProblem(
    "hcl.nesting",
    en:
      "Blocks or expressions are nested too deep; at most \(HCLReader.depthLimit) levels are read.",
    ja: "ブロックや式の入れ子が深すぎる。読み込むのは \(HCLReader.depthLimit) 段までである。"
  )
  static let unclosedComment = HCLProblem(
    "hcl.unclosed-comment",
    en: "The comment that begins here does not end; close it with `*/`.",
    ja: "ここから始まるコメントが終わっていない。`*/` で閉じる。"
  )
  static let trailing = HCLProblem(
    "hcl.trailing",
    en: "The expression has ended; nothing may stand behind it.",
    ja: "式はここで終わっている。後に余分な文字を置けない。"
  )

  /// Explains a kind of token that HCL has no use for; `nil` for every other kind.
  static func unexpected(_ kind: HCLToken.Kind) -> HCLProblem? {
    switch kind {
    case .ampersand, .pipe, .caret, .tilde: bitwise
    case .semicolon: semicolon
    case .backtick: backtick
    case .apostrophe: apostrophe
    case .invalid: character
    case .invalidByte: encoding
    default: nil
    }
  }

  private static let bitwise = HCLProblem(
    "hcl.bitwise-operator",
    en: "HCL has no bitwise operators; the logical ones are `&&`, `||` and `!`.",
    ja: "HCL にビット演算子はない。論理演算子は `&&`、`||`、`!` である。"
  )
  private static let semicolon = HCLProblem(
    "hcl.semicolon",
    en: "HCL has no semicolon; end an argument with a newline, separate elements with commas.",
    ja: "HCL にセミコロンはない。引数は改行で終え、要素はコンマで区切る。"
  )
  private static let backtick = HCLProblem(
    "hcl.backtick",
    en: "HCL has no backtick; write a text of several lines as a heredoc such as `<<EOT`.",
    ja: "HCL にバッククォートはない。複数行の文字列は `<<EOT` のようなヒアドキュメントで書く。"
  )
  private static let apostrophe = HCLProblem(
    "hcl.single-quote",
    en: "A text in HCL stands in double quotes.",
    ja: "HCL の文字列は二重引用符で囲む。"
  )
  private static let character = HCLProblem(
    "hcl.character",
    en: "HCL does not use this character outside of texts and comments.",
    ja: "HCL では文字列とコメントの外にこの文字を書けない。"
  )
}
