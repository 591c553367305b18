import SourceText

extension Parser {
  /// Parses the operator and the right side of a check.
  mutating func parseComparison(_ left: Operand) throws(ConditionError) -> CheckExpression {
    scanner.skipBlanks()
    let start = scanner.offset
    if scanner.take("exists") { return check(left, .exists, from: start, nil, .none) }
    if let comparison = take(Operator.ordering) {
      let range = text.range(start, scanner.offset)
      return check(left, comparison, range, nil, try parseNumberOrOperand())
    }
    if let comparison = takeTextOperator() {
      let range = text.range(start, scanner.offset)
      if let modifier = takeModifier() {
        return check(left, comparison, range, modifier, .list(try parseList()))
      }
      return check(left, comparison, range, nil, try parseTextOrOperand())
    }
    if let comparison = Operator.lists.first(where: { scanner.take($0.rawValue) }) {
      let range = text.range(start, scanner.offset)
      return check(left, comparison, range, nil, try parseListOrOperand())
    }
    throw unexpected(ParserMessage.comparison, Operator.allCases.map(\.rawValue))
  }

  private func check(
    _ left: Operand,
    _ comparison: Operator,
    from start: Int,
    _ modifier: Modifier?,
    _ right: CheckExpression.Right
  ) -> CheckExpression {
    check(left, comparison, text.range(start, scanner.offset), modifier, right)
  }

  private func check(
    _ left: Operand,
    _ comparison: Operator,
    _ range: SourceRange,
    _ modifier: Modifier?,
    _ right: CheckExpression.Right
  ) -> CheckExpression {
    CheckExpression(
      left: left,
      comparison: comparison,
      comparisonRange: range,
      modifier: modifier,
      right: right
    )
  }

  private mutating func take(_ spellings: [(spelling: String, value: Operator)]) -> Operator? {
    spellings.first { scanner.take($0.spelling) }?.value
  }

  private mutating func takeTextOperator() -> Operator? {
    take(Operator.signs) ?? Operator.words.first { scanner.takeBeforeBlank($0.rawValue) }
  }

  /// Steps over a modifier if a list or a name follows; else the word is a value.
  private mutating func takeModifier() -> Modifier? {
    let start = scanner.offset
    scanner.skipBlanks()
    for modifier in Modifier.allCases where scanner.takeBeforeBlank(modifier.rawValue) {
      if isListAhead { return modifier }
    }
    scanner.offset = start
    return nil
  }

  private var isListAhead: Bool {
    var rest = scanner
    rest.skipBlanks()
    if rest.current == UInt8(ascii: "(") { return true }
    guard let name = rest.takeIdentifier() else { return false }
    return !["and", "or", "not"].contains(string(name))
  }

  private mutating func parseNumberOrOperand() throws(ConditionError) -> CheckExpression.Right {
    scanner.skipBlanks()
    if let operand = try parseRightOperand() { return .operand(operand) }
    guard let number = scanner.takeNumber() else { throw unexpected(ParserMessage.number, []) }
    return .value(constant(number))
  }

  private mutating func parseTextOrOperand() throws(ConditionError) -> CheckExpression.Right {
    scanner.skipBlanks()
    if let operand = try parseRightOperand() { return .operand(operand) }
    guard let value = try takeText() else { throw unexpected(ParserMessage.text, []) }
    return .value(value)
  }

  private mutating func parseListOrOperand() throws(ConditionError) -> CheckExpression.Right {
    scanner.skipBlanks()
    if scanner.current != UInt8(ascii: "("), let operand = try parseRightOperand() {
      return .operand(operand)
    }
    return .list(try parseList())
  }

  /// Parses a list in parentheses, or one name.
  private mutating func parseList() throws(ConditionError) -> [Constant] {
    scanner.skipBlanks()
    guard scanner.take("(") else {
      guard let name = scanner.takeIdentifier() else { throw unexpected(ParserMessage.list, []) }
      return [constant(name)]
    }
    scanner.skipBlanks()
    if scanner.take(")") { return [] }
    var values: [Constant] = []
    repeat {
      scanner.skipBlanks()
      guard let value = try takeText() else { throw unexpected(ParserMessage.element, []) }
      values.append(value)
      scanner.skipBlanks()
    } while scanner.take(",")
    guard scanner.take(")") else { throw unexpected(ParserMessage.endOfList, []) }
    return values
  }

  private func constant(_ range: Range<Int>) -> Constant {
    Constant(
      bytes: Array(scanner.bytes[range]),
      range: text.range(range.lowerBound, range.upperBound)
    )
  }

  /// Steps over a quoted or bare text.
  private mutating func takeText() throws(ConditionError) -> Constant? {
    if let quoted = scanner.takeQuoted() {
      return Constant(
        bytes: try unescaped(quoted),
        range: text.range(quoted.lowerBound, quoted.upperBound)
      )
    }
    return scanner.takeBareString().map(constant)
  }
}
