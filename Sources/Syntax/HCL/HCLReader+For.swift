import SourceText

extension HCLReader {
  /// Reads a `for` expression whose bracket has been read, with its closing bracket.
  mutating func readFor(_ form: HCLRecord.Kind, from open: HCLToken) -> UInt32 {
    let mark = pending.count
    let closer: HCLToken.Kind = form == .forTuple ? .closeBracket : .closeBrace
    advance()
    var flags: HCLRecord.Flags = []
    readForHead()
    if !isRecovering, kind != .colon { refuseNext(.forColon) }
    if !isRecovering {
      advance()
      flags = readForResults()
      if !isRecovering { checkForResults(form, flags, from: mark) }
    }
    if !isRecovering, kind != closer, !isAtEnd { refuseNext(.forEnd) }
    if isRecovering, !isUnwinding { skip(to: []) }
    close(closer, of: open)
    guard pending.count - mark == 6 else {
      pending.removeSubrange(mark...)
      return append(.invalid, from: open.start, to: previousEnd)
    }
    return appendList(form, flags, from: open.start, to: previousEnd, children: mark)
  }

  /// Reads `k, v in collection`, and leaves both names and the collection pending.
  mutating func readForHead() {
    guard kind == .identifier else { return refuseNext(.forName) }
    let first = append(.name, of: next)
    advance()
    if kind == .comma {
      advance()
      guard kind == .identifier else { return refuseNext(.forName) }
      pending.append(first)
      pending.append(append(.name, of: next))
      advance()
    } else {
      pending.append(HCLRecord.none)
      pending.append(first)
    }
    guard keyword == .in else { return refuseNext(.forIn) }
    advance()
    pending.append(readExpression())
  }

  /// Reads `key => value... if condition`, and leaves the three pending.
  private mutating func readForResults() -> HCLRecord.Flags {
    var flags: HCLRecord.Flags = []
    var key = HCLRecord.none
    var value = readExpression()
    if !isRecovering, kind == .fatArrow {
      advance()
      key = value
      value = readExpression()
    }
    if !isRecovering, kind == .ellipsis {
      flags = .hasEllipsis
      advance()
    }
    var condition = HCLRecord.none
    if !isRecovering, keyword == .if {
      advance()
      condition = readExpression()
    }
    pending.append(contentsOf: [key, value, condition])
    return flags
  }

  private mutating func checkForResults(
    _ form: HCLRecord.Kind,
    _ flags: HCLRecord.Flags,
    from mark: Int
  ) {
    let (key, value) = (pending[mark + 3], pending[mark + 4])
    if form == .forObject {
      if key == HCLRecord.none { report(.forObjectKey, at: records[Int(value)].range) }
    } else if key != HCLRecord.none {
      report(.forTupleKey, at: records[Int(key)].range)
    } else if flags.contains(.hasEllipsis) {
      report(.forTupleGroup, at: records[Int(value)].range)
    }
  }
}
