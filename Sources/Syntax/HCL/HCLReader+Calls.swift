import SourceText

extension HCLReader {
  /// Reads a function call whose first name has been read.
  mutating func readCall(_ name: HCLToken) -> UInt32 {
    while kind == .doubleColon {
      advance()
      guard kind == .identifier else {
        fail(.functionName, at: next.range)
        return appendInvalid(from: name.start)
      }
      advance()
    }
    let nameEnd = previousEnd
    guard kind == .openParenthesis else {
      fail(.functionParenthesis, at: next.range)
      return appendInvalid(from: name.start)
    }
    let open = next
    advance()
    let outer = setIgnoresNewlines(true)
    let mark = pending.count
    let isExpanded = readArguments()
    close(.closeParenthesis, of: open)
    let end = previousEnd
    _ = setIgnoresNewlines(outer)
    return appendList(
      .call,
      isExpanded ? .hasEllipsis : [],
      from: name.start,
      to: end,
      children: mark,
      third: nameEnd
    )
  }

  /// Reads arguments up to the closing parenthesis; returns whether the last is expanded.
  private mutating func readArguments() -> Bool {
    while kind != .closeParenthesis, !isAtEnd {
      pending.append(readExpression())
      if !isRecovering, kind == .ellipsis {
        let ellipsis = next
        advance()
        if kind != .closeParenthesis, !isAtEnd {
          fail(.expansion, at: ellipsis.range)
          skip(to: [])
        }
        return true
      }
      if !isRecovering, kind != .comma, kind != .closeParenthesis, !isAtEnd {
        fail(.unexpected(next, in: file) ?? .argumentSeparator, at: next.range)
      }
      if isRecovering, !isUnwinding { skip(to: .comma) }
      guard kind == .comma, !isUnwinding else { return false }
      advance()
    }
    return false
  }
}
