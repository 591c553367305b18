import SourceText

/// What can be wrong in expressions.
extension HCLProblem {
  static let expression = HCLProblem(
    "hcl.expression",
    en: "A value is expected here.",
    ja: "ここには値が必要である。"
  )
  static let expressionAtEnd = HCLProblem(
    "hcl.expression",
    en: "A value is expected, but the file ends here.",
    ja: "値が必要だが、ファイルがここで終わっている。"
  )
  static let number = HCLProblem(
    "hcl.number",
    en: "This is not a number as HCL writes it; a number has at most one point and one exponent.",
    ja: "HCL の数値として正しくない。小数点と指数は 1 つまでである。"
  )
  static let conditional = HCLProblem(
    "hcl.conditional",
    en: "A colon and the value for the false case are expected behind `condition ? value`.",
    ja: "`条件 ? 値` の後に、コロンと偽の場合の値が必要である。"
  )
  static let parenthesis = HCLProblem(
    "hcl.parenthesis",
    en: "The closing parenthesis is expected here.",
    ja: "ここには閉じ丸括弧が必要である。"
  )
  static let elementSeparator = HCLProblem(
    "hcl.element-separator",
    en: "A comma or `]` is expected here.",
    ja: "ここにはコンマか `]` が必要である。"
  )
  static let itemSeparator = HCLProblem(
    "hcl.item-separator",
    en: "A newline, a comma or `}` is expected here.",
    ja: "ここには改行かコンマか `}` が必要である。"
  )
  static let keySeparator = HCLProblem(
    "hcl.key-separator",
    en: "`=` or `:` is expected behind the key; put a key of other than name characters in quotes.",
    ja: "キーの後に `=` か `:` が必要である。名前に使えない文字を含むキーは引用符で囲む。"
  )
  static let valueExpected = HCLProblem(
    "hcl.item-value",
    en: "The key has no value; write `=` and the value behind it on the same line.",
    ja: "キーに値がない。同じ行に `=` と値を書く。"
  )
  static let argumentSeparator = HCLProblem(
    "hcl.argument-separator",
    en: "A comma or `)` is expected here.",
    ja: "ここにはコンマか `)` が必要である。"
  )
  static let expansion = HCLProblem(
    "hcl.expansion",
    en: "`...` stands behind the last argument only; `)` is expected behind it.",
    ja: "`...` は最後の引数の後にだけ書ける。次には `)` が必要である。"
  )
  static let functionName = HCLProblem(
    "hcl.function-name",
    en: "The name of a function is expected behind `::`.",
    ja: "`::` の後には関数名が必要である。"
  )
  static let functionParenthesis = HCLProblem(
    "hcl.function-name",
    en: "`(` is expected behind the name of a function.",
    ja: "関数名の後には `(` が必要である。"
  )
  static let attributeName = HCLProblem(
    "hcl.attribute-name",
    en: "The name of an attribute is expected behind the dot.",
    ja: "ドットの後には属性名が必要である。"
  )
  static let nestedSplat = HCLProblem(
    "hcl.nested-splat",
    en: "`.*` may not stand behind another `.*`; use `[*]`.",
    ja: "`.*` の後に `.*` を重ねられない。`[*]` を使う。"
  )
  static let legacyIndex = HCLProblem(
    "hcl.legacy-index",
    en:
      "Two indexes behind dots read as a decimal number; write them in brackets such as `[0][1]`.",
    ja: "ドットで 2 つのインデックスを続けると小数として読まれる。`[0][1]` のように角括弧で書く。"
  )
  static let indexBracket = HCLProblem(
    "hcl.index",
    en: "The `]` that ends the index is expected here.",
    ja: "ここにはインデックスを閉じる `]` が必要である。"
  )
  static let splatBracket = HCLProblem(
    "hcl.index",
    en: "`]` is expected right behind `[*`.",
    ja: "`[*` の直後には `]` が必要である。"
  )
  static let forName = HCLProblem(
    "hcl.for",
    en: "The name of a variable is expected here, as in `for v in list` or `for k, v in map`.",
    ja: "`for v in list` や `for k, v in map` のように、ここには変数名が必要である。"
  )
  static let forIn = HCLProblem(
    "hcl.for",
    en: "The word `in` is expected here, as in `for v in list`.",
    ja: "`for v in list` のように、ここには `in` が必要である。"
  )
  static let forColon = HCLProblem(
    "hcl.for",
    en: "A colon is expected between the collection and the result.",
    ja: "コレクションと結果の間にコロンが必要である。"
  )
  static let forEnd = HCLProblem(
    "hcl.for",
    en: "The `for` expression has ended; its closing bracket is expected here.",
    ja: "`for` 式はここで終わっている。閉じ括弧が必要である。"
  )
  static let forObjectKey = HCLProblem(
    "hcl.for",
    en: "A `for` expression in braces needs a key and a value, as in `k => v`.",
    ja: "波括弧の `for` 式には、`k => v` のようにキーと値が必要である。"
  )
  static let forTupleKey = HCLProblem(
    "hcl.for",
    en: "A `for` expression in square brackets has no key; use braces to make a map.",
    ja: "角括弧の `for` 式にキーは書けない。マップを作るなら波括弧を使う。"
  )
  static let forTupleGroup = HCLProblem(
    "hcl.for",
    en: "`...` groups the values of a map; it has no place in square brackets.",
    ja: "`...` はマップの値をまとめるもので、角括弧の `for` 式には書けない。"
  )

  /// What the token began has no end in the file.
  static func unclosed(_ opener: HCLToken.Kind) -> HCLProblem {
    switch opener {
    case .openBrace: unclosedBrace
    case .openBracket: unclosedBracket
    default: unclosedParenthesis
    }
  }

  static let unclosedBrace = HCLProblem(
    "hcl.unclosed-brace",
    en: "The brace that opens here is not closed.",
    ja: "ここで開いた波括弧が閉じられていない。"
  )
  static let unclosedBracket = HCLProblem(
    "hcl.unclosed-bracket",
    en: "The bracket that opens here is not closed.",
    ja: "ここで開いた角括弧が閉じられていない。"
  )
  static let unclosedParenthesis = HCLProblem(
    "hcl.unclosed-parenthesis",
    en: "The parenthesis that opens here is not closed.",
    ja: "ここで開いた丸括弧が閉じられていない。"
  )
}
