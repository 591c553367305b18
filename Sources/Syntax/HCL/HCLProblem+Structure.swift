import SourceText

/// What can be wrong with arguments and blocks.
extension HCLProblem {
  static let itemExpected = HCLProblem(
    "hcl.item",
    en: "An argument (`name = value`) or a block is expected here.",
    ja: "ここには引数(`name = value`)かブロックが必要である。"
  )
  static let equalsExpected = HCLProblem(
    "hcl.item",
    en: "An argument or a block is expected here; write `=` between a name and its value.",
    ja: "ここには引数かブロックが必要である。引数なら名前と値の間に `=` を書く。"
  )
  static let quotedName = HCLProblem(
    "hcl.quoted-name",
    en: "The name of an argument stands without quotes.",
    ja: "引数の名前は引用符で囲まない。"
  )
  static let argumentNewline = HCLProblem(
    "hcl.argument-newline",
    en: "The value has ended; begin a new line behind it.",
    ja: "値はここで終わっている。後は改行する。"
  )
  static let argumentComma = HCLProblem(
    "hcl.argument-comma",
    en: "Arguments are separated by newlines, not by commas.",
    ja: "引数はコンマではなく改行で区切る。"
  )
  static let blockNewline = HCLProblem(
    "hcl.block-newline",
    en: "The block has ended; begin a new line behind its closing brace.",
    ja: "ブロックはここで終わっている。閉じ波括弧の後は改行する。"
  )
  static let blockHeader = HCLProblem(
    "hcl.block-header",
    en: "A block label or `{` is expected here.",
    ja: "ここにはブロックのラベルか `{` が必要である。"
  )
  static let blockEquals = HCLProblem(
    "hcl.block-header",
    en: "A block has no `=` before its `{`; an argument has only one name.",
    ja: "ブロックの `{` の前に `=` は書かない。引数なら名前は 1 つだけである。"
  )
  static let blockBrace = HCLProblem(
    "hcl.block-header",
    en: "The `{` of a block is expected on the line of its type and labels.",
    ja: "ブロックの `{` は、型とラベルと同じ行に書く必要がある。"
  )
  static let labelTemplate = HCLProblem(
    "hcl.block-label",
    en: "A block label may hold no `${` or `%{`; double the first character to mean it literally.",
    ja: "ブロックのラベルに `${` や `%{` を書けない。文字として書くなら先頭の文字を重ねる。"
  )
  static let unclosedBlock = HCLProblem(
    "hcl.unclosed-block",
    en: "The block that begins here has no closing brace.",
    ja: "ここから始まるブロックに閉じ波括弧がない。"
  )
  static let singleLine = HCLProblem(
    "hcl.single-line-block",
    en:
      "A block on one line holds one argument and its closing brace; use a line for each argument.",
    ja: "1 行のブロックに書けるのは 1 つの引数と閉じ波括弧だけである。引数ごとに改行する。"
  )
  static let singleLineNested = HCLProblem(
    "hcl.single-line-block",
    en: "A block on one line holds no other block; give the inner block lines of its own.",
    ja: "1 行のブロックの中に別のブロックを書けない。内側のブロックは別の行に書く。"
  )

  /// The argument `name` has been given a value on `line`.
  static func duplicate(_ name: String, line: Int) -> HCLProblem {
    HCLProblem(
      "hcl.duplicate-argument",
      en: "The argument `\(name)` already has a value on line \(line) of the same body; keep one.",
      ja: "引数 `\(name)` は同じ本体の \(line) 行目にもある。1 つだけ残す。"
    )
  }
}
