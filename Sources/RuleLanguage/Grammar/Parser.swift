import SourceText

/// Parses the text of one condition or macro into an expression.
struct Parser: Sendable {
  /// How deeply parentheses and transformers may be nested, as in Falco.
  static let depthLimit = 1000

  let text: ConditionText
  var scanner: Scanner
  var depth = 0

  /// Parses all of `text`.
  static func parse(_ text: ConditionText) throws(ConditionError) -> Expression {
    var parser = Parser(text: text, scanner: Scanner(text.bytes))
    guard !text.bytes.isEmpty else { throw parser.error(.empty, ParserMessage.empty, at: 0..<0) }
    let expression = try parser.parseAny()
    guard parser.scanner.isAtEnd else {
      throw parser.unexpected(ParserMessage.connective, ["and", "or"])
    }
    return expression
  }

  private mutating func parseAny() throws(ConditionError) -> Expression {
    try parseChain("or", Expression.Kind.any) { parser throws(ConditionError) in
      try parser.parseAll()
    }
  }

  private mutating func parseAll() throws(ConditionError) -> Expression {
    try parseChain("and", Expression.Kind.all) { parser throws(ConditionError) in
      try parser.parseNot()
    }
  }

  /// Parses operands with `word` between them; a lone operand stays as it is.
  private mutating func parseChain(
    _ word: String,
    _ make: ([Expression]) -> Expression.Kind,
    _ parseOperand: (inout Parser) throws(ConditionError) -> Expression
  ) throws(ConditionError) -> Expression {
    scanner.skipBlanks()
    let start = scanner.offset
    var operands = [try parseOperand(&self)]
    var end = scanner.offset
    scanner.skipBlanks()
    while scanner.take(word) {
      if scanner.skipBlanks() {
        operands.append(try parseOperand(&self))
      } else if scanner.take("(") {
        operands.append(try parseEmbedded())
      } else {
        throw unexpected(ParserMessage.blankBehind(word), [])
      }
      end = scanner.offset
      scanner.skipBlanks()
    }
    guard operands.count > 1 else { return operands[0] }
    return expression(make(operands), start, end)
  }

  private mutating func parseNot() throws(ConditionError) -> Expression {
    scanner.skipBlanks()
    let start = scanner.offset
    var isNegated = false
    while scanner.takeNot() { isNegated.toggle() }
    let operand: Expression
    if scanner.take("not(") {
      isNegated.toggle()
      operand = try parseEmbedded()
    } else {
      operand = try parseCheck()
    }
    return isNegated ? expression(.not(operand), start, scanner.offset) : operand
  }

  /// Parses what follows an opening parenthesis, and the closing one.
  private mutating func parseEmbedded() throws(ConditionError) -> Expression {
    try enter()
    let expression = try parseAny()
    scanner.skipBlanks()
    guard scanner.take(")") else { throw unexpected(ParserMessage.closing, ["and", "or"]) }
    depth -= 1
    return expression
  }

  private mutating func parseCheck() throws(ConditionError) -> Expression {
    scanner.skipBlanks()
    let start = scanner.offset
    if scanner.take("(") { return try parseEmbedded() }
    if let name = scanner.takeFieldName() {
      let left = try parseFieldRemainder(name)
      return expression(.check(try parseCondition(left)), start, scanner.offset)
    }
    if let transformer = takeTransformer() {
      let left = try parseTransformerRemainder(transformer, from: start)
      return expression(.check(try parseCondition(left)), start, scanner.offset)
    }
    if let name = scanner.takeIdentifier() {
      return expression(.macro(string(name)), start, scanner.offset)
    }
    throw unexpected(ParserMessage.check, [])
  }

  mutating func enter() throws(ConditionError) {
    depth += 1
    if depth > Parser.depthLimit {
      throw error(.tooDeep, ParserMessage.tooDeep, at: scanner.offset..<scanner.offset)
    }
  }
}

extension Parser {
  func string(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range], as: UTF8.self)
  }

  func expression(_ kind: Expression.Kind, _ start: Int, _ end: Int) -> Expression {
    Expression(kind: kind, range: text.range(start, end), place: text.place)
  }

  func error(
    _ code: ConditionError.Code,
    _ message: LocalizedText,
    at range: Range<Int>,
    suggestion: String? = nil
  ) -> ConditionError {
    ConditionError(
      code,
      message,
      at: text.range(range.lowerBound, range.upperBound),
      in: text.place,
      suggestion: suggestion
    )
  }

  /// Reports that something else than `expected` stands here; `words` may be meant instead.
  func unexpected(_ expected: LocalizedText, _ words: [String]) -> ConditionError {
    var rest = scanner
    rest.skipBlanks()
    let start = rest.offset
    if rest.takeBareString() == nil, !rest.isAtEnd { rest.offset += 1 }
    let found = start..<rest.offset
    return error(
      .syntax,
      ParserMessage.found(string(found), expected: expected),
      at: found,
      suggestion: NearestName.of(string(found), in: words)
    )
  }
}
