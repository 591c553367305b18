import SourceText

/// Parses the text of one condition or macro into an expression.
///
/// Open parentheses are kept on a stack of its own, so that no text can exhaust the thread's.
struct Parser: Sendable {
  /// How deeply parentheses may be nested.
  static let depthLimit = 1000
  /// How deeply transformers may be nested.
  static let transformerDepthLimit = 100

  let text: ConditionText
  var scanner: Scanner
  var transformerDepth = 0
  private var groups = [Group()]

  /// What was read since an open parenthesis.
  private struct Group {
    /// The operands of `or` that are complete, where the first starts and the last ends.
    var alternatives: [Expression] = []
    var start = 0
    var end = 0
    /// The operands of `and` since then, and where the first one starts.
    var factors: [Expression] = []
    var factorsStart = 0
    /// Where the operand being read starts, and whether an odd number of `not` precede it.
    var operandStart = 0
    var isNegated = false
    /// Whether the operand stands in parentheses right behind `or`; no `and` may follow those.
    var isWholeAlternative = false
  }

  init(_ text: ConditionText) {
    self.text = text
    scanner = Scanner(text.bytes)
  }

  /// Parses all of `text`.
  static func parse(_ text: ConditionText) throws(ConditionError) -> Expression {
    var parser = Parser(text)
    guard !text.bytes.isEmpty else { throw parser.error(.empty, ParserMessage.empty, at: 0..<0) }
    return try parser.parseCondition()
  }

  private mutating func parseCondition() throws(ConditionError) -> Expression {
    while true {
      guard var operand = try parseOperand() else { continue }
      attach(operand)
      while try !takeConnective() {
        operand = closeGroup()
        if groups.isEmpty {
          guard scanner.isAtEnd else {
            throw unexpected(ParserMessage.connective, ["and", "or"])
          }
          return operand
        }
        guard scanner.take(")") else { throw unexpected(ParserMessage.closing, ["and", "or"]) }
        attach(operand)
      }
    }
  }

  /// Parses a check or a macro with any `not` before it; `nil` where a parenthesis opens instead.
  private mutating func parseOperand() throws(ConditionError) -> Expression? {
    scanner.skipBlanks()
    beginOperand()
    while scanner.takeNot() { groups[groups.count - 1].isNegated.toggle() }
    if scanner.take("not(") {
      groups[groups.count - 1].isNegated.toggle()
      try openGroup()
      return nil
    }
    if scanner.take("(") {
      try openGroup()
      return nil
    }
    return try parseCheck()
  }

  private mutating func beginOperand() {
    let index = groups.count - 1
    groups[index].operandStart = scanner.offset
    groups[index].isNegated = false
    guard groups[index].factors.isEmpty else { return }
    groups[index].factorsStart = scanner.offset
    if groups[index].alternatives.isEmpty { groups[index].start = scanner.offset }
  }

  private mutating func openGroup() throws(ConditionError) {
    groups.append(Group())
    if groups.count - 1 > Self.depthLimit {
      throw error(.tooDeep, ParserMessage.tooDeep, at: scanner.offset..<scanner.offset)
    }
  }

  /// Adds an operand, negated if need be, to the innermost group.
  private mutating func attach(_ operand: Expression) {
    let index = groups.count - 1
    let start = groups[index].operandStart
    let operand =
      groups[index].isNegated ? expression(.not(operand), start, scanner.offset) : operand
    if groups[index].isWholeAlternative {
      groups[index].alternatives.append(operand)
    } else {
      groups[index].factors.append(operand)
    }
  }

  /// Steps over `and` or `or` and a parenthesis right behind it; false if neither stands here.
  private mutating func takeConnective() throws(ConditionError) -> Bool {
    let end = scanner.offset
    let index = groups.count - 1
    scanner.skipBlanks()
    if !groups[index].isWholeAlternative, scanner.take("and") {
      try continueBehind("and")
      return true
    }
    guard scanner.take("or") else {
      scanner.offset = end
      endAlternative(at: end)
      scanner.skipBlanks()
      return false
    }
    endAlternative(at: end)
    try continueBehind("or")
    return true
  }

  private mutating func continueBehind(_ word: String) throws(ConditionError) {
    let index = groups.count - 1
    groups[index].isWholeAlternative = false
    if scanner.skipBlanks() { return }
    beginOperand()
    guard scanner.take("(") else {
      scanner.offset -= word.utf8.count
      throw unexpected(ParserMessage.blankBehind(word), [word])
    }
    groups[index].isWholeAlternative = word == "or"
    try openGroup()
  }

  /// Completes the operands of `and` as one operand of `or`.
  private mutating func endAlternative(at end: Int) {
    let index = groups.count - 1
    groups[index].end = end
    let factors = groups[index].factors
    guard let first = factors.first else { return }
    groups[index].factors = []
    groups[index].alternatives.append(
      factors.count == 1 ? first : expression(.all(factors), groups[index].factorsStart, end)
    )
  }

  private mutating func closeGroup() -> Expression {
    let group = groups.removeLast()
    guard group.alternatives.count != 1 else { return group.alternatives[0] }
    return expression(.any(group.alternatives), group.start, group.end)
  }

  private mutating func parseCheck() throws(ConditionError) -> Expression {
    let start = scanner.offset
    if let name = scanner.takeFieldName() {
      let left = try parseFieldRemainder(name)
      return expression(.check(try parseComparison(left)), start, scanner.offset)
    }
    if let transformer = takeTransformer() {
      let left = try parseTransformerRemainder(transformer, from: start)
      return expression(.check(try parseComparison(left)), start, scanner.offset)
    }
    if let name = scanner.takeIdentifier() {
      return expression(.macro(string(name)), start, scanner.offset)
    }
    throw unexpected(ParserMessage.check, [])
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
