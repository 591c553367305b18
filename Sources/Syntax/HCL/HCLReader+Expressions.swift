import SourceText

extension HCLReader {
  /// Reads the expression that the whole file is.
  mutating func readExpressionFile() -> UInt32 {
    _ = setIgnoresNewlines(true)
    let expression = readExpression()
    if !isRecovering, !isAtEnd { reportNext(.trailing) }
    return expression
  }

  /// Reads an expression of any kind.
  mutating func readExpression() -> UInt32 {
    guard enter() else { return refuseDepth() }
    let start = next.start
    let condition = readBinary(above: 0)
    let result = isRecovering || kind != .question ? condition : readResults(of: condition, start)
    leave()
    return limit(result)
  }

  private mutating func refuseDepth() -> UInt32 {
    refuseNext(.nesting)
    return appendInvalid(from: previousEnd)
  }

  /// Refuses an expression of more levels than its readers could bear.
  mutating func limit(_ expression: UInt32) -> UInt32 {
    let record = records[Int(expression)]
    guard record.height > Self.heightLimit else { return expression }
    report(.nesting, at: record.range)
    return append(.invalid, from: record.start, to: record.end)
  }

  /// Reads the two results behind the question mark.
  private mutating func readResults(of condition: UInt32, _ start: UInt32) -> UInt32 {
    advance()
    let yes = readExpression()
    if isRecovering { return appendInvalid(from: start) }
    guard kind == .colon else {
      refuseNext(.conditional)
      return appendInvalid(from: start)
    }
    advance()
    let no = readExpression()
    return append(
      .conditional,
      from: start,
      to: records[Int(no)].end,
      condition,
      yes,
      no,
      height: height(above: condition, yes, no)
    )
  }

  /// Reads operands and the operators between them that bind more tightly than `minimum`.
  private mutating func readBinary(above minimum: UInt8) -> UInt32 {
    var left = readOperand()
    while !isRecovering, let symbol = HCLBinaryOperator(kind), symbol.precedence > minimum {
      advance()
      let right = readBinary(above: symbol.precedence)
      left = limit(
        append(
          .binary,
          HCLRecord.Flags(rawValue: symbol.rawValue),
          from: records[Int(left)].start,
          to: records[Int(right)].end,
          left,
          right,
          height: height(above: left, right)
        )
      )
    }
    return left
  }

  private mutating func readOperand() -> UInt32 {
    switch kind {
    case .minus: return readUnary(.negate)
    case .not: return readUnary(.not)
    default:
      let term = readTerm()
      return isRecovering ? term : readTraversals(from: term)
    }
  }

  private mutating func readUnary(_ symbol: HCLUnaryOperator) -> UInt32 {
    guard enter() else { return refuseDepth() }
    let start = next.start
    advance()
    let operand = readOperand()
    leave()
    return append(
      .unary,
      HCLRecord.Flags(rawValue: symbol.rawValue),
      from: start,
      to: records[Int(operand)].end,
      operand,
      height: height(above: operand)
    )
  }

  /// Reads what stands before dots and brackets.
  private mutating func readTerm() -> UInt32 {
    switch kind {
    case .identifier: return readName()
    case .openQuote, .openHeredoc: return readTemplate()
    case .number: return readNumber()
    case .openBracket: return readTuple()
    case .openBrace: return readObject()
    case .openParenthesis: return readParentheses()
    default:
      refuseNext(isAtEnd ? .expressionAtEnd : .expression)
      return appendInvalid(from: previousEnd)
    }
  }

  private mutating func readName() -> UInt32 {
    let name = next
    let word = keyword
    advance()
    if kind == .openParenthesis || kind == .doubleColon { return readCall(name) }
    switch word {
    case .true: return append(.bool, .isTrue, of: name)
    case .false: return append(.bool, of: name)
    case .null: return append(.null, of: name)
    default: return append(.variable, of: name)
    }
  }

  mutating func readNumber() -> UInt32 {
    let number = next
    advance()
    guard isNumber(number) else {
      report(.number, at: number.range)
      return append(.invalid, of: number)
    }
    return append(.number, of: number)
  }

  /// Whether the digits, points and exponents of the token make one number.
  func isNumber(_ token: HCLToken) -> Bool {
    var (points, exponents) = (0, 0)
    for byte in bytes[token.range.bounds] {
      switch byte {
      case UInt8(ascii: "."): points += 1 + exponents
      case UInt8(ascii: "e"), UInt8(ascii: "E"): exponents += 1
      default: break
      }
    }
    return points < 2 && exponents < 2
  }

  private mutating func readParentheses() -> UInt32 {
    let open = next
    advance()
    let outer = setIgnoresNewlines(true)
    openParentheses += 1
    let inner = readExpression()
    if !isRecovering, kind != .closeParenthesis, !isAtEnd { refuseNext(.parenthesis) }
    if isRecovering, !isUnwinding { skip(to: []) }
    openParentheses -= 1
    close(.closeParenthesis, of: open)
    let end = previousEnd
    _ = setIgnoresNewlines(outer)
    return append(.parentheses, from: open.start, to: end, inner, height: height(above: inner))
  }
}
