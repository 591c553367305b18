extension FunctionLibrary {
  /// Functions of regular expressions.
  static let patterns: [String: FunctionDefinition] = [
    "regex": .init([.init(.string), .init(.string, .unknown)], .type(.dynamic), regex),
    "regexall": .init(
      [.init(.string), .init(.string, .unknown)],
      .type(.list(.dynamic)),
      regexAll
    ),
  ]

  private static func regex(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let expression = try expression(input.text(0), 0, input)
    let type = try type(of: expression, input)
    guard let text = input[1].text else { return input.unknown(type) }
    let bytes = Array(text.utf8)
    guard let match = expression.firstMatch(in: bytes) else {
      throw input.failed(
        en: "the pattern does not match the text; test with can() or regexall()",
        ja: "パターンが文字列に一致しない。can() か regexall() で確かめる"
      )
    }
    return value(of: match, expression, in: bytes)
  }

  private static func regexAll(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let expression = try expression(input.text(0), 0, input)
    let type = try type(of: expression, input)
    guard let text = input[1].text else { return input.unknown(.list(type)) }
    let bytes = Array(text.utf8)
    let limit = FunctionInput.elementLimit / (expression.groups.count + 1)
    let matches = expression.matches(in: bytes, limit: limit + 1)
    guard matches.count <= limit else { return input.tooLarge(.list(type)) }
    return TerraformValue(.list(type, matches.map { value(of: $0, expression, in: bytes) }))
  }

  /// The expression in the argument at `index`.
  static func expression(
    _ pattern: String,
    _ index: Int,
    _ input: FunctionInput
  ) throws(TerraformError) -> CapturingExpression {
    guard let expression = CapturingExpression(pattern) else {
      throw input.invalid(
        index,
        en: "it is not a regular expression as RE2 reads it",
        ja: "RE2 の正規表現として読めない"
      )
    }
    return expression
  }

  /// The type of a match: a text, a tuple of groups, or an object of named groups.
  private static func type(
    of expression: CapturingExpression,
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformType {
    let names = expression.groups.compactMap(\.self)
    if expression.groups.isEmpty { return .string }
    if names.isEmpty { return .tuple(expression.groups.map { _ in .string }) }
    guard names.count == expression.groups.count else {
      throw input.invalid(
        0,
        en: "either all groups must have names or none",
        ja: "グループにはすべて名前を付けるか、どれにも付けない"
      )
    }
    return .object(Dictionary(names.map { ($0, .string) }, uniquingKeysWith: { first, _ in first }))
  }

  private static func value(
    of match: CapturingExpression.Match,
    _ expression: CapturingExpression,
    in bytes: [UInt8]
  ) -> TerraformValue {
    let texts = match.map { range in
      range.map { range in
        TerraformValue(.string(TerraformText(String(decoding: bytes[range], as: UTF8.self))))
      } ?? TerraformValue(.null(.string))
    }
    let groups = Array(texts.dropFirst())
    if groups.isEmpty { return texts[0] }
    let names = expression.groups.compactMap(\.self)
    if names.isEmpty { return TerraformValue(.tuple(groups)) }
    return TerraformValue(
      .object(TerraformObject(zip(names, groups).map { TerraformObject.Member($0, $1) }))
    )
  }
}
