import SourceText

/// What the compiler says, in both languages.
enum CompilerMessage {
  static let element = LocalizedText(
    en: "A list in a transformer holds single texts only.",
    ja: "変換関数内のリストの要素は単一の文字列に限る。"
  )

  static func unknownField(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "There is no field `\(name)` here.",
      ja: "フィールド `\(name)` は存在しない。"
    )
  }

  static func unexpectedArgument(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The field `\(name)` takes no argument in brackets.",
      ja: "フィールド `\(name)` は角括弧の引数を取らない。"
    )
  }

  static func missingArgument(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The field `\(name)` needs an argument in brackets.",
      ja: "フィールド `\(name)` には角括弧の引数が必要である。"
    )
  }

  static func invalidArgument(_ name: String, _ argument: String) -> LocalizedText {
    LocalizedText(
      en: "`\(argument)` is not a valid argument of the field `\(name)`.",
      ja: "`\(argument)` はフィールド `\(name)` の引数として正しくない。"
    )
  }

  static func argumentCharacters(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The argument of the field `\(name)` may hold neither blanks nor `]`.",
      ja: "フィールド `\(name)` の引数に空白と `]` は使えない。"
    )
  }

  static func misfit(
    _ comparison: Operator,
    _ field: String,
    _ left: TypedOperand,
    allowed: Set<Operator>
  ) -> LocalizedText {
    let list = Operator.allCases.filter(allowed.contains).map { "`\($0.rawValue)`" }
      .joined(separator: " ")
    return LocalizedText(
      en: "`\(comparison.rawValue)` does not fit `\(field)`, \(kind(left).en); use one of \(list).",
      ja: "`\(field)` は\(kind(left).ja)なので `\(comparison.rawValue)` を使えない。使えるのは \(list) である。"
    )
  }

  static func modifier(_ modifier: Modifier, _ field: String) -> LocalizedText {
    LocalizedText(
      en: "`\(modifier.rawValue)` does not fit `\(field)`, which is a list.",
      ja: "`\(field)` はリストなので `\(modifier.rawValue)` を使えない。"
    )
  }

  static func constantsOnly(_ comparison: Operator) -> LocalizedText {
    LocalizedText(
      en: "`\(comparison.rawValue)` compares with constants only here, not with another field.",
      ja: "ここの `\(comparison.rawValue)` は定数とだけ比較でき、別のフィールドとは比較できない。"
    )
  }

  static func sides(
    _ left: String,
    _ leftType: TypedOperand,
    _ right: String,
    _ rightType: TypedOperand
  ) -> LocalizedText {
    LocalizedText(
      en: "`\(left)` is \(kind(leftType).en) and `\(right)` is \(kind(rightType).en): "
        + "they cannot be compared.",
      ja: "`\(left)` は\(kind(leftType).ja)、`\(right)` は\(kind(rightType).ja)であり、比較できない。"
    )
  }

  static func constant(_ text: String, _ type: FieldType) -> LocalizedText {
    LocalizedText(
      en: "`\(text)` is not \(name(type).en).",
      ja: "`\(text)` は\(name(type).ja)ではない。"
    )
  }

  static func pattern(_ text: String, _ reason: String) -> LocalizedText {
    LocalizedText(
      en: "The regular expression `\(text)` is not valid: \(reason).",
      ja: "正規表現 `\(text)` は正しくない(\(reason))。"
    )
  }

  static func usage(_ transformer: Transformer) -> LocalizedText {
    let form =
      switch transformer {
      case .join: #"join("separator", list)"#
      case .concat: "concat(text, text, ...)"
      case .getopt: #"getopt(list, "options")[x]"#
      case .len: "len(text or list)"
      case .tolower, .toupper, .b64, .basename, .val: "\(transformer.rawValue)(text)"
      }
    return LocalizedText(
      en: "These arguments do not fit the transformer: it is used as `\(form)`.",
      ja: "変換関数の引数が合わない。`\(form)` の形で使う。"
    )
  }

  static func noBrackets(_ transformer: Transformer) -> LocalizedText {
    LocalizedText(
      en: "The transformer `\(transformer.rawValue)` takes no brackets.",
      ja: "変換関数 `\(transformer.rawValue)` は角括弧を取らない。"
    )
  }

  static func fieldAsText(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "`\(text)` is compared as a text, though a field has this name.",
      ja: "`\(text)` はフィールド名と同じだが、文字列として比較される。"
    )
  }

  static func simplePattern(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "The regular expression `\(text)` costs more than the plain operator that does the same.",
      ja: "正規表現 `\(text)` は、同じ結果になる単純な演算子より遅い。"
    )
  }

  private static func kind(_ operand: TypedOperand) -> LocalizedText {
    guard operand.isList else { return name(operand.type) }
    return LocalizedText(
      en: "a list (\(operand.type.rawValue))",
      ja: "リスト(\(operand.type.rawValue))"
    )
  }

  private static func name(_ type: FieldType) -> LocalizedText {
    switch type {
    case .string: LocalizedText(en: "a text", ja: "文字列")
    case .uint64: LocalizedText(en: "an unsigned whole number", ja: "符号なし整数")
    case .bool: LocalizedText(en: "`true` or `false`", ja: "`true` か `false`")
    case .ipaddr: LocalizedText(en: "an IP address", ja: "IP アドレス")
    case .ipnet:
      LocalizedText(en: "an IP network such as `10.0.0.0/8`", ja: "`10.0.0.0/8` のような IP ネットワーク")
    case .reltime: LocalizedText(en: "a duration in nanoseconds", ja: "ナノ秒の時間")
    case .abstime: LocalizedText(en: "a time in nanoseconds", ja: "ナノ秒の時刻")
    case .bytebuf: LocalizedText(en: "a byte string", ja: "バイト列")
    case .dynamic: LocalizedText(en: "a property", ja: "プロパティ")
    }
  }
}
