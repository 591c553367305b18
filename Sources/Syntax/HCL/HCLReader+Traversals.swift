import SourceText

extension HCLReader {
  /// Reads the dots and brackets behind an expression.
  mutating func readTraversals(from source: UInt32) -> UInt32 {
    var result = source
    while !isRecovering {
      switch kind {
      case .dot: result = readDot(behind: result)
      case .openBracket: result = readBracket(behind: result)
      default: return result
      }
    }
    return result
  }

  private mutating func readDot(behind source: UInt32) -> UInt32 {
    let dot = next
    advance()
    switch kind {
    case .identifier, .number: return readStep(behind: source)
    case .star: return readAttributeSplat(of: source, dot)
    default:
      refuseNext(.attributeName)
      return append(.invalid, from: records[Int(source)].start, to: dot.end)
    }
  }

  /// Reads the name or the number behind a dot.
  private mutating func readStep(behind source: UInt32) -> UInt32 {
    let step = next
    let start = records[Int(source)].start
    advance()
    if step.kind == .number, bytes[step.range.bounds].contains(UInt8(ascii: ".")) {
      report(.legacyIndex, at: step.range)
      return append(.invalid, from: start, to: step.end)
    }
    return limit(
      append(
        step.kind == .number ? .legacyIndex : .attribute,
        from: start,
        to: step.end,
        source,
        step.start,
        height: height(above: source)
      )
    )
  }

  /// Reads `.*` and the names behind it, which are taken of each element.
  private mutating func readAttributeSplat(of source: UInt32, _ dot: HCLToken) -> UInt32 {
    let item = append(.splatItem, from: dot.start, to: next.end)
    advance()
    var each = item
    while kind == .dot, !isRecovering {
      advance()
      guard kind == .identifier || kind == .number else {
        refuseNext(kind == .star ? .nestedSplat : .attributeName)
        break
      }
      each = readStep(behind: each)
    }
    return appendSplat(of: source, each, item, [])
  }

  private mutating func appendSplat(
    of source: UInt32,
    _ each: UInt32,
    _ item: UInt32,
    _ flags: HCLRecord.Flags
  ) -> UInt32 {
    limit(
      append(
        .splat,
        flags,
        from: records[Int(source)].start,
        to: records[Int(each)].end,
        source,
        each,
        item,
        height: height(above: source, each)
      )
    )
  }

  private mutating func readBracket(behind source: UInt32) -> UInt32 {
    let open = next
    advance()
    if kind == .star { return readFullSplat(of: source, open) }
    let outer = setIgnoresNewlines(true)
    openBrackets += 1
    let key = readExpression()
    if !isRecovering, kind != .closeBracket, !isAtEnd { refuseNext(.indexBracket) }
    if isRecovering, !isUnwinding { skip(to: []) }
    openBrackets -= 1
    close(.closeBracket, of: open)
    let end = previousEnd
    _ = setIgnoresNewlines(outer)
    return limit(
      append(
        .index,
        from: records[Int(source)].start,
        to: end,
        source,
        key,
        height: height(above: source, key)
      )
    )
  }

  /// Reads `*]` and everything behind it, which is taken of each element.
  private mutating func readFullSplat(of source: UInt32, _ open: HCLToken) -> UInt32 {
    advance()
    if kind != .closeBracket {
      refuseNext(.splatBracket)
      openBrackets += 1
      skip(to: [])
      openBrackets -= 1
    }
    close(.closeBracket, of: open)
    let item = append(.splatItem, from: open.start, to: previousEnd)
    guard !isRecovering, enter() else { return appendSplat(of: source, item, item, .isFull) }
    let each = readTraversals(from: item)
    leave()
    return appendSplat(of: source, each, item, .isFull)
  }
}
