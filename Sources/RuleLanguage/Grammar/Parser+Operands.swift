import SourceText

extension Parser {
  /// Steps over the name of a transformer and its parenthesis.
  mutating func takeTransformer() -> Transformer? {
    Transformer.bothSides.first { scanner.take("\($0.rawValue)(") }
  }

  /// Parses `val(field)` or a transformer, if one stands here.
  mutating func parseRightOperand() throws(ConditionError) -> Operand? {
    let start = scanner.offset
    if scanner.take("val(") {
      scanner.skipBlanks()
      guard let name = scanner.takeFieldName() else { throw unexpected(ParserMessage.field, []) }
      let field = try parseFieldRemainder(name)
      try closeTransformer()
      return operand(.transformer(.val, [field], argument: nil), from: start)
    }
    guard let transformer = takeTransformer() else { return nil }
    return try parseTransformerRemainder(transformer, from: start)
  }

  /// Parses the argument in brackets that may follow a field's name.
  mutating func parseFieldRemainder(_ name: Range<Int>) throws(ConditionError) -> Operand {
    let argument = try parseBrackets()
    return operand(.field(name: string(name), argument: argument), from: name.lowerBound)
  }

  /// Parses the arguments behind a transformer's parenthesis, and what may follow them.
  mutating func parseTransformerRemainder(
    _ transformer: Transformer,
    from start: Int
  ) throws(ConditionError) -> Operand {
    transformerDepth += 1
    guard transformerDepth <= Self.transformerDepthLimit else {
      throw error(.tooDeep, ParserMessage.tooDeep, at: start..<scanner.offset)
    }
    var arguments: [Operand] = []
    repeat {
      scanner.skipBlanks()
      arguments.append(try parseArgument(mayBeList: true))
      scanner.skipBlanks()
    } while scanner.take(",")
    try closeTransformer()
    let argument = try parseBrackets()
    transformerDepth -= 1
    return operand(.transformer(transformer, arguments, argument: argument), from: start)
  }

  private mutating func closeTransformer() throws(ConditionError) {
    scanner.skipBlanks()
    guard scanner.take(")") else { throw unexpected(ParserMessage.endOfTransformer, []) }
  }

  private mutating func parseArgument(mayBeList: Bool) throws(ConditionError) -> Operand {
    let start = scanner.offset
    if let number = scanner.takeNumber() {
      return operand(.number(Array(scanner.bytes[number])), from: start)
    }
    if let quoted = scanner.takeQuoted() {
      return operand(.text(try unescaped(quoted)), from: start)
    }
    if mayBeList, scanner.take("(") { return try parseArgumentList(from: start) }
    if let transformer = takeTransformer() {
      return try parseTransformerRemainder(transformer, from: start)
    }
    if let name = scanner.takeFieldName() { return try parseFieldRemainder(name) }
    throw unexpected(ParserMessage.argument, Transformer.bothSides.map(\.rawValue))
  }

  private mutating func parseArgumentList(from start: Int) throws(ConditionError) -> Operand {
    scanner.skipBlanks()
    if scanner.take(")") { return operand(.list([]), from: start) }
    var elements: [Operand] = []
    repeat {
      scanner.skipBlanks()
      elements.append(try parseArgument(mayBeList: false))
      scanner.skipBlanks()
    } while scanner.take(",")
    guard scanner.take(")") else { throw unexpected(ParserMessage.endOfList, []) }
    return operand(.list(elements), from: start)
  }

  private mutating func parseBrackets() throws(ConditionError) -> String? {
    guard scanner.take("[") else { return nil }
    let argument: [UInt8]
    if let quoted = scanner.takeQuoted() {
      argument = try unescaped(quoted)
    } else if let bare = scanner.takeBareArgument() {
      argument = Array(scanner.bytes[bare])
    } else {
      throw unexpected(ParserMessage.fieldArgument, [])
    }
    guard scanner.take("]") else { throw unexpected(ParserMessage.closingBracket, []) }
    return String(decoding: argument, as: UTF8.self)
  }

  private func operand(_ kind: Operand.Kind, from start: Int) -> Operand {
    Operand(kind: kind, range: text.range(start, scanner.offset))
  }

  /// Resolves the escapes of a quoted text.
  func unescaped(_ quoted: Range<Int>) throws(ConditionError) -> [UInt8] {
    let quote = scanner.bytes[quoted.lowerBound]
    var result: [UInt8] = []
    var offset = quoted.lowerBound + 1
    while offset < quoted.upperBound - 1 {
      var byte = scanner.bytes[offset]
      if byte == UInt8(ascii: "\\") {
        offset += 1
        let letter = scanner.bytes[offset]
        guard offset < quoted.upperBound - 1, let plain = Self.plain(letter, quote) else {
          throw error(.escape, ParserMessage.escape, at: offset - 1..<offset + 1)
        }
        byte = plain
      }
      result.append(byte)
      offset += 1
    }
    return result
  }

  /// The byte that a backslash and `letter` stand for inside `quote`.
  private static func plain(_ letter: UInt8, _ quote: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "\\"), UInt8(ascii: " "): UInt8(ascii: "\\")
    case UInt8(ascii: "/"), quote: letter
    default: nil
    }
  }
}
