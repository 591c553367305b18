import SourceText

extension HCLReader {
  /// Reads a block whose type has been read.
  mutating func readBlock(_ type: HCLToken) {
    let mark = pending.count
    while kind == .identifier || kind == .openQuote {
      if kind == .openQuote {
        pending.append(readLabel())
      } else {
        pending.append(append(.label, of: next))
        advance()
      }
    }
    guard kind == .openBrace || refuseHeader() else { return appendEmptyBlock(type, from: mark) }
    let body = readBlockBody()
    appendBlock(type, body, from: mark)
    if !records[Int(body)].flags.contains(.isUnclosed) { endItem(or: .blockNewline) }
  }

  private mutating func appendBlock(_ type: HCLToken, _ body: UInt32, from mark: Int) {
    pending.append(body)
    let end = records[Int(body)].end
    let block = appendList(.block, from: type.start, to: end, children: mark, third: type.end)
    pending.append(block)
  }

  /// Keeps a header without a body as a block without content.
  private mutating func appendEmptyBlock(_ type: HCLToken, from mark: Int) {
    let end = previousEnd
    skipLine()
    appendBlock(type, append(.body, .isUnclosed, from: end, to: end), from: mark)
  }

  /// Reports a header without an opening brace; returns whether one follows on a line of its own.
  private mutating func refuseHeader() -> Bool {
    switch kind {
    case .equal: reportNext(.blockEquals)
    case .newline, .lineComment: reportNext(.blockBrace)
    default: reportNext(.blockHeader)
    }
    var place = index
    while tokens[place].kind.isNewline { place += 1 }
    guard place > index, tokens[place].kind == .openBrace else { return false }
    move(to: place)
    return true
  }

  private mutating func readBlockBody() -> UInt32 {
    let brace = next
    advance()
    guard enter() else { return refuseBody(brace) }
    let outer = isSingleLine
    let known = diagnostics.count
    let mark = pending.count
    isSingleLine = !kind.isNewline && !isAtEnd && kind != .closeBrace
    if isSingleLine { readSingleLineItem() }
    readItems(isNested: true)
    isSingleLine = outer
    leave()
    let isClosed = kind == .closeBrace
    if isClosed {
      advance()
    } else {
      hasOpenBlock = true
    }
    if !isClosed, diagnostics.count == known {
      isQuiet = false
      report(.unclosedBlock, at: brace.range)
    }
    settleDuplicates(from: mark)
    let end = previousEnd
    return appendList(
      .body,
      isClosed ? [] : .isUnclosed,
      from: brace.start,
      to: end,
      children: mark
    )
  }

  /// Skips a body that lies too deep.
  private mutating func refuseBody(_ brace: HCLToken) -> UInt32 {
    fail(.nesting, at: brace.range)
    skip(to: [])
    if kind == .closeBrace { advance() }
    return append(.body, from: brace.start, to: previousEnd)
  }

  /// Reads the only item that may stand on the line of both braces, and reports any more.
  private mutating func readSingleLineItem() {
    guard kind == .identifier else { return }
    switch tokens[index + 1].kind {
    case .identifier, .openQuote, .openBrace: reportNext(.singleLineNested)
    default: break
    }
    readItem()
    if !isUnwinding, !isAtEnd, kind != .closeBrace { reportNext(.singleLine) }
  }

  /// Reads a block label in quotes.
  private mutating func readLabel() -> UInt32 {
    let open = next
    var flags: HCLRecord.Flags = .isQuoted
    advance()
    while kind != .closeQuote, !isAtEnd {
      let token = next
      advance()
      switch token.kind {
      case .escapedQuotedText:
        checkEscapes(in: token)
      case .openInterpolation, .openDirective:
        report(.labelTemplate, at: token.range)
        skipToSequenceEnd()
      default: break
      }
    }
    if next.count == 0 {
      report(.unclosedString, at: open.range)
      flags.insert(.isUnclosed)
    }
    advance()
    return append(.label, flags, from: open.start, to: previousEnd)
  }
}
