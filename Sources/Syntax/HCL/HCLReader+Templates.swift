import SourceText

/// What is known while the parts of one template are read.
struct HCLTemplateState {
  /// Whether the next text loses the white space at its beginning.
  var trimsNext = false
  /// The text that was read last, if nothing but it stands before the next part.
  var lastLiteral: UInt32?
  /// The texts and the other parts (`HCLRecord.none`), in order, of a heredoc whose indentation goes.
  var lines: ContiguousArray<UInt32> = []
  /// Whether the indentation goes.
  let isFlush: Bool
}

extension HCLReader {
  /// Reads a string or a heredoc.
  mutating func readTemplate() -> UInt32 {
    let open = next
    var state = HCLTemplateState(
      isFlush: open.kind == .openHeredoc && bytes[Int(open.start) + 2] == UInt8(ascii: "-")
    )
    let mark = pending.count
    advance()
    readWholeTemplate(&state)
    closeTemplate(open)
    return appendTemplate(from: open.start, to: previousEnd, children: mark)
  }

  /// Reads the template that the whole file is.
  mutating func readTemplateFile() -> UInt32 {
    let start = next.start
    var state = HCLTemplateState(isFlush: false)
    let mark = pending.count
    readWholeTemplate(&state)
    return appendTemplate(from: start, to: next.end, children: mark)
  }

  private mutating func appendTemplate(
    from start: UInt32,
    to end: UInt32,
    children mark: Int
  ) -> UInt32 {
    if pending.count - mark == 1, records[Int(pending[mark])].kind == .interpolation {
      let value = records[Int(pending.removeLast())].first
      return append(.wrapped, from: start, to: end, value, height: height(above: value))
    }
    return appendList(.template, from: start, to: end, children: mark)
  }

  /// Moves behind the end of a template, and reports one that is missing.
  private mutating func closeTemplate(_ open: HCLToken) {
    switch kind {
    case .closeQuote:
      if next.count == 0 { report(.unclosedString, at: open.range) }
    case .closeHeredoc:
      if next.count == 0 { report(.unclosedHeredoc, at: open.range) }
      if tokens[index + 1].kind == .endOfFile { report(.heredocEnd, at: open.range) }
    default: return
    }
    advance()
  }

  /// Reads all parts, and reports directives that end what has not begun.
  private mutating func readWholeTemplate(_ state: inout HCLTemplateState) {
    while let stray = readParts(&state) { report(.strayDirective(stray.word), at: stray.range) }
    if state.isFlush { removeIndentation(state.lines) }
  }

  /// Reads parts and leaves them pending; returns the directive that ends a branch, if one does.
  mutating func readParts(_ state: inout HCLTemplateState) -> HCLBranchEnd? {
    while true {
      switch kind {
      case .quotedText, .escapedQuotedText, .text, .escapedText: readLiteral(&state)
      case .openInterpolation: readInterpolation(&state)
      case .openDirective:
        if let end = readDirective(&state) { return end }
      default: return nil
      }
    }
  }

  private mutating func readLiteral(_ state: inout HCLTemplateState) {
    let token = next
    var flags: HCLRecord.Flags = []
    if token.kind == .quotedText || token.kind == .escapedQuotedText { flags = .isQuoted }
    if token.kind == .escapedText || token.kind == .escapedQuotedText { flags.insert(.isEscaped) }
    if token.kind == .escapedQuotedText { checkEscapes(in: token) }
    let literal = append(.literal, flags, of: token)
    if state.trimsNext { trimStart(of: literal) }
    state.trimsNext = false
    state.lastLiteral = literal
    if state.isFlush { state.lines.append(literal) }
    pending.append(literal)
    advance()
  }

  private mutating func readInterpolation(_ state: inout HCLTemplateState) {
    let open = beginSequence(&state)
    let outer = setIgnoresNewlines(true)
    openSequences += 1
    var value = readExpression()
    if !isRecovering, kind != .closeSequence {
      refuseNext(kind == .colon ? .interpolationColon : .interpolation)
      value = appendInvalid(from: records[Int(value)].start)
    }
    endSequence(open, &state, or: .unclosedInterpolation)
    let end = previousEnd
    _ = setIgnoresNewlines(outer)
    pending.append(
      append(.interpolation, from: open.start, to: end, value, height: height(above: value))
    )
  }

  /// Moves behind the token that begins a sequence, which may take white space away.
  mutating func beginSequence(_ state: inout HCLTemplateState) -> HCLToken {
    let open = next
    if open.count == 3, let literal = state.lastLiteral { trimEnd(of: literal) }
    state.lastLiteral = nil
    if state.isFlush { state.lines.append(HCLRecord.none) }
    advance()
    return open
  }

  /// Moves behind the end of a sequence, over whatever makes no sense in it.
  mutating func endSequence(
    _ open: HCLToken,
    _ state: inout HCLTemplateState,
    or problem: HCLProblem
  ) {
    if isRecovering { skipToSequenceEnd() }
    openSequences -= 1
    guard kind == .closeSequence else { return }
    if next.count == 0 { report(problem, at: open.range) }
    state.trimsNext = next.count == 2
    advance()
  }
}
