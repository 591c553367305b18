import SourceText

extension HCLReader {
  mutating func readTuple() -> UInt32 {
    let open = next
    advance()
    let outer = setIgnoresNewlines(true)
    let tuple = keyword == .for ? readFor(.forTuple, from: open) : readElements(from: open)
    _ = setIgnoresNewlines(outer)
    return tuple
  }

  private mutating func readElements(from open: HCLToken) -> UInt32 {
    let mark = pending.count
    while kind != .closeBracket, !isAtEnd {
      let element = readExpression()
      pending.append(element)
      if !isRecovering, kind != .comma, kind != .closeBracket, !isAtEnd {
        fail(.unexpected(next, in: file) ?? .elementSeparator, at: next.range)
      }
      if isRecovering, !isUnwinding { skip(to: .comma) }
      guard kind == .comma, !isUnwinding else { break }
      advance()
    }
    close(.closeBracket, of: open)
    return appendList(.tuple, from: open.start, to: previousEnd, children: mark)
  }

  /// Moves behind the token that closes what `open` began, or reports that there is none.
  mutating func close(_ closer: HCLToken.Kind, of open: HCLToken) {
    guard kind != closer else { return advance() }
    if isAtEnd {
      fail(.unclosed(open.kind), at: open.range)
    } else if !isRecovering {
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
        fail(.unexpected(next, in: file) ?? .itemSeparator, at: next.range)
      }
      if isRecovering, !isUnwinding { skip(to: [.comma, .newline]) }
      guard kind == .comma || kind.isNewline, !isUnwinding else { break }
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
      fail(.itemSeparator, at: next.range)
      isUnwinding = true
    } else {
      switch kind {
      case .newline, .lineComment, .comma: fail(.valueExpected, at: next.range)
      case .endOfFile: isRecovering = true
      default: fail(.unexpected(next, in: file) ?? .keySeparator, at: next.range)
      }
    }
  }
}
