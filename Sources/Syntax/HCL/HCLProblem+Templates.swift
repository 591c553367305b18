import SourceText

/// What can be wrong in strings, heredocs and template files.
extension HCLProblem {
  static let unclosedString = HCLProblem(
    "hcl.unclosed-string",
    en: "The string has no closing quote on its line; write `\\n` for a newline, or use a heredoc.",
    ja: "文字列に閉じ引用符が同じ行にない。改行は `\\n` と書くか、ヒアドキュメントを使う。"
  )
  static let unclosedHeredoc = HCLProblem(
    "hcl.unclosed-heredoc",
    en: "The heredoc does not end; write its end word on a line of its own.",
    ja: "ヒアドキュメントが終わっていない。終端の語だけの行を書く。"
  )
  static let heredocEnd = HCLProblem(
    "hcl.heredoc-end",
    en: "The file ends right behind the end word of the heredoc; a newline is needed there.",
    ja: "ヒアドキュメントの終端の語の直後でファイルが終わっている。改行が必要である。"
  )
  static let escape = HCLProblem(
    "hcl.escape",
    en: "HCL has no such escape sequence; double the backslash to mean it literally.",
    ja: "HCL にないエスケープシーケンスである。文字として書くならバックスラッシュを重ねる。"
  )
  static let unclosedInterpolation = HCLProblem(
    "hcl.unclosed-interpolation",
    en: "The interpolation that begins here has no closing brace.",
    ja: "ここから始まる補間に閉じ波括弧がない。"
  )
  static let interpolation = HCLProblem(
    "hcl.interpolation",
    en: "The closing brace of the interpolation is expected here; write `$${` for a literal `${`.",
    ja: "ここには補間の閉じ波括弧が必要である。文字としての `${` は `$${` と書く。"
  )
  static let interpolationColon = HCLProblem(
    "hcl.interpolation",
    en: "An interpolation holds no colon; write `$${` if another language is to read it.",
    ja: "補間にコロンは書けない。他の言語が読むものなら `$${` と書く。"
  )
  static let directive = HCLProblem(
    "hcl.directive",
    en: "A word such as `if` or `for` is expected behind `%{`; write `%%{` for a literal `%{`.",
    ja: "`%{` の後には `if` や `for` などの語が必要である。文字としての `%{` は `%%{` と書く。"
  )
  static let directiveWord = HCLProblem(
    "hcl.directive",
    en: "The words behind `%{` are `if`, `else`, `endif`, `for` and `endfor`.",
    ja: "`%{` の後に書ける語は `if`、`else`、`endif`、`for`、`endfor` である。"
  )
  static let directiveEnd = HCLProblem(
    "hcl.directive",
    en: "The closing brace of the directive is expected here.",
    ja: "ここにはディレクティブの閉じ波括弧が必要である。"
  )
  static let unclosedDirective = HCLProblem(
    "hcl.unclosed-directive",
    en: "The directive that begins here has no closing brace.",
    ja: "ここから始まるディレクティブに閉じ波括弧がない。"
  )
  static let missingEndif = HCLProblem(
    "hcl.missing-endif",
    en: "This `%{ if }` has no `%{ endif }`.",
    ja: "この `%{ if }` に対応する `%{ endif }` がない。"
  )
  static let missingEndfor = HCLProblem(
    "hcl.missing-endfor",
    en: "This `%{ for }` has no `%{ endfor }`.",
    ja: "この `%{ for }` に対応する `%{ endfor }` がない。"
  )

  /// A directive ends what does not stand open.
  static func strayDirective(_ word: HCLKeyword) -> HCLProblem {
    HCLProblem(
      "hcl.stray-directive",
      en: "No directive is open here that `%{ \(word) }` could go on or end.",
      ja: "`%{ \(word) }` に対応する開いたディレクティブがここにはない。"
    )
  }
}
