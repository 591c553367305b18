import SourceText

extension HCLReader {
  /// Reads a function call whose first name has been read.
  mutating func readCall(_ name: HCLToken) -> UInt32 {
    while kind == .doubleColon {
      advance()
      guard kind == .identifier else {
        refuseNext(.functionName)
        return appendInvalid(from: name.start)
      }
      advance()
    }
    let nameEnd = previousEnd
    guard kind == .openParenthesis else {
      refuseNext(.functionParenthesis)
      return appendInvalid(from: name.start)
    }
    let open = next
    advance()
    let outer = setIgnoresNewlines(true)
    let mark = pending.count
    openParentheses += 1
    let isExpanded = readArguments()
    openParentheses -= 1
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
      guard readSeparator(before: .closeParenthesis, .argumentSeparator) else { return false }
    }
    return false
  }
}
