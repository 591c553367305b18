import SourceText

extension HCLReader {
  mutating func readTuple() -> UInt32 {
    let open = next
    advance()
    let outer = setIgnoresNewlines(true)
    openBrackets += 1
    let tuple = keyword == .for ? readFor(.forTuple, from: open) : readElements(from: open)
    openBrackets -= 1
    _ = setIgnoresNewlines(outer)
    return tuple
  }

  private mutating func readElements(from open: HCLToken) -> UInt32 {
    let mark = pending.count
    while kind != .closeBracket, !isAtEnd {
      pending.append(readExpression())
      guard readSeparator(before: .closeBracket, .elementSeparator) else { break }
    }
    close(.closeBracket, of: open)
    return appendList(.tuple, from: open.start, to: previousEnd, children: mark)
  }

  /// Moves behind the comma that stands before the next element; returns whether there may be one.
  ///
  /// Where only the comma is missing, the element is read all the same.
  mutating func readSeparator(before closer: HCLToken.Kind, _ problem: HCLProblem) -> Bool {
    if !isRecovering, kind != .comma, kind != closer, !isAtEnd {
      reportNext(problem)
      if startsArgument {
        isRecovering = true
        return false
      }
      if startsElement { return true }
      isRecovering = true
    }
    if isRecovering, !isUnwinding { skip(to: .comma) }
    guard kind == .comma, !isUnwinding else { return false }
    advance()
    return true
  }

  /// Whether a line begins here that sets an argument, where a bracket has not been closed.
  private var startsArgument: Bool {
    kind == .identifier && (setsArgument(at: index) || startsTopLevelItem(at: index))
  }

  private var startsElement: Bool {
    switch kind {
    case .identifier, .number, .openQuote, .openHeredoc, .openBrace, .openBracket,
      .openParenthesis, .not:
      true
    default: false
    }
  }

  /// Moves behind the token that closes what `open` began, or reports that there is none.
  mutating func close(_ closer: HCLToken.Kind, of open: HCLToken) {
    guard kind != closer else { return advance() }
    if isAtEnd {
      fail(.unclosed(open.kind), at: open.range)
    } else {
      isRecovering = true
    }
  }

  mutating func readObject() -> UInt32 {
    let open = next
    advance()
    // A `for` may stand on a line of its own, although newlines count in an object.
    let outer = setIgnoresNewlines(true)
    let object: UInt32
    if keyword == .for {
      object = readFor(.forObject, from: open)
    } else {
      _ = setIgnoresNewlines(false)
      object = readObjectItems(from: open)
    }
    _ = setIgnoresNewlines(outer)
    return object
  }

  private mutating func readObjectItems(from open: HCLToken) -> UInt32 {
    let mark = pending.count
    while kind != .closeBrace, !isAtEnd {
      if kind.isNewline {
        advance()
        continue
      }
      readObjectItem()
      if !isRecovering, kind != .comma, !kind.isNewline, kind != .closeBrace, !isAtEnd {
        reportNext(.itemSeparator)
        if startsElement { continue }
        isRecovering = true
      }
      if isRecovering, !isUnwinding { skip(to: [.comma, .newline]) }
      guard kind == .comma || kind.isNewline, !isUnwinding else { break }
      if kind.isNewline { isQuiet = false }
      advance()
    }
    close(.closeBrace, of: open)
    return appendList(.object, from: open.start, to: previousEnd, children: mark)
  }

  private mutating func readObjectItem() {
    let place = index
    let key = readExpression()
    guard !isRecovering else { return }
    guard kind == .equal || kind == .colon else { return refuseKey(at: place) }
    advance()
    let value = readExpression()
    pending.append(
      append(
        .item,
        from: records[Int(key)].start,
        to: max(previousEnd, records[Int(key)].end),
        key,
        value,
        height: height(above: key, value)
      )
    )
  }

  /// Reports a key without a value; one at the left margin begins a block behind an open object.
  private mutating func refuseKey(at place: Int) {
    if tokens[place].kind == .identifier, startsTopLevelItem(at: place) {
      move(to: place)
      refuseNext(.itemSeparator)
      isUnwinding = true
    } else {
      switch kind {
      case .newline, .lineComment, .comma: refuseNext(.valueExpected)
      case .endOfFile: isRecovering = true
      default: refuseNext(.keySeparator)
      }
    }
  }
}
