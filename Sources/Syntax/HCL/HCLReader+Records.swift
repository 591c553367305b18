import SourceText

extension HCLReader {
  /// Appends a node that reaches from `start` to the end of what has been read.
  mutating func append(
    _ kind: HCLRecord.Kind,
    _ flags: HCLRecord.Flags = [],
    from start: UInt32,
    to end: UInt32,
    _ first: UInt32 = 0,
    _ second: UInt32 = 0,
    _ third: UInt32 = 0,
    height: UInt16 = 0
  ) -> UInt32 {
    records.append(
      HCLRecord(
        kind: kind,
        flags: flags,
        height: height,
        start: start,
        end: end,
        first: first,
        second: second,
        third: third
      )
    )
    return UInt32(truncatingIfNeeded: records.count - 1)
  }

  /// Appends a node without children that a token makes.
  mutating func append(
    _ kind: HCLRecord.Kind,
    _ flags: HCLRecord.Flags = [],
    of token: HCLToken
  ) -> UInt32 {
    append(kind, flags, from: token.start, to: token.end)
  }

  /// Appends a node whose children are the pending ones from `mark` on.
  mutating func appendList(
    _ kind: HCLRecord.Kind,
    _ flags: HCLRecord.Flags = [],
    from start: UInt32,
    to end: UInt32,
    children mark: Int,
    third: UInt32 = 0
  ) -> UInt32 {
    var height: UInt16 = 0
    for child in pending[mark...] where child != HCLRecord.none {
      height = max(height, records[Int(child)].height)
    }
    let first = UInt32(truncatingIfNeeded: links.count)
    let count = UInt32(truncatingIfNeeded: pending.count - mark)
    links.append(contentsOf: pending[mark...])
    pending.removeSubrange(mark...)
    return append(kind, flags, from: start, to: end, first, count, third, height: height + 1)
  }

  /// The height of a node above the given ones.
  func height(above children: UInt32...) -> UInt16 {
    children.reduce(0) { max($0, records[Int($1)].height) } + 1
  }

  /// Appends what stands for source that is in error, from `start` to the end of what was read.
  mutating func appendInvalid(from start: UInt32) -> UInt32 {
    append(.invalid, from: start, to: max(start, previousEnd))
  }
}
