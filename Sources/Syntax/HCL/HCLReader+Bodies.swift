import SourceText

extension HCLReader {
  /// Reads the items of the file.
  mutating func readFile() -> UInt32 {
    let start = tokens[0].start
    let mark = pending.count
    readItems(isNested: false)
    settleDuplicates(from: mark)
    return appendList(.body, from: start, to: next.end, children: mark)
  }

  /// Reads items up to the closing brace of the body, or to the end of the file.
  mutating func readItems(isNested: Bool) {
    while true {
      if isUnwinding {
        if isNested { return }
        isUnwinding = false
        isRecovering = false
      }
      switch kind {
      case .newline, .lineComment:
        isQuiet = false
        advance()
      case .endOfFile: return
      case .closeBrace where isNested: return
      case .comma where isSingleLine: advance()
      case .identifier:
        if isNested, closesAtMargin, startsTopLevelItem(at: index) {
          isUnwinding = true
          return
        }
        beginItem()
        readItem()
      case .openQuote:
        beginItem()
        readQuotedItem()
      default: refuseItem()
      }
    }
  }

  private mutating func beginItem() {
    if !isSingleLine { isQuiet = false }
  }

  /// Reports what begins no item; a brace too many is mostly the consequence of another error.
  private mutating func refuseItem() {
    beginItem()
    if kind == .closeBrace, !diagnostics.isEmpty { isQuiet = true }
    reportNext(.itemExpected)
    // Of two opening braces in a row, one stands for the block.
    let isBrace = kind == .openBrace
    if isBrace || kind.closes { advance() }
    if !isBrace { skipLine() }
  }

  mutating func readItem() {
    let name = next
    advance()
    switch kind {
    case .equal: readArgument(name)
    case .openQuote, .openBrace, .identifier: readBlock(name)
    default:
      report(.equalsExpected, at: name.range)
      skipLine()
    }
  }

  /// Reads an item whose name is in quotes, as HCL 1 allowed.
  private mutating func readQuotedItem() {
    let place = index
    let open = next
    let isName =
      tokens[place + 1].kind == .quotedText && tokens[place + 2].kind == .closeQuote
      && tokens[place + 3].kind == .equal
    report(.quotedName, at: isName ? open.range.union(tokens[place + 2].range) : open.range)
    guard isName else { return skipLine() }
    move(to: place + 3)
    readArgument(tokens[place + 1])
  }

  private mutating func readArgument(_ name: HCLToken) {
    let equal = next
    if depth > 0, !isSingleLine { noteIndentation(of: name) }
    advance()
    var value = readExpression()
    let end = previousEnd
    if !isRecovering, !endsValue { value = appendInvalid(from: records[Int(value)].start) }
    pending.append(append(.argument, from: name.start, to: end, value, equal.start, name.end))
    if isRecovering { return skipLine() }
    endItem(or: kind == .comma ? .argumentComma : .argumentNewline)
  }

  private mutating func noteIndentation(of name: HCLToken) {
    if startsLine(name) { isUnindented = true } else { isIndented = true }
  }

  /// Whether the next token leaves the value before it as it is, be it right or wrong there.
  private var endsValue: Bool {
    switch kind {
    case .newline, .lineComment, .endOfFile, .comma, .semicolon, .closeBrace: true
    default: isSingleLine
    }
  }

  /// Makes sure that the line ends behind an item.
  mutating func endItem(or problem: HCLProblem) {
    guard !isSingleLine, !kind.isNewline, !isAtEnd else { return }
    reportNext(problem)
    skipLine()
  }

  /// Skips the rest of an item.
  mutating func skipLine() {
    if isUnwinding { return }
    isRecovering = true
    if isSingleLine {
      skip(to: [.comma, .newline])
    } else {
      skip(to: depth > 0 ? .newline : [.newline, .noCloser])
    }
  }
}
