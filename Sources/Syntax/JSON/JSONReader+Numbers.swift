extension JSONReader {
  /// Reads `-? (0 | [1-9][0-9]*) ('.' [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  mutating func readNumber(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "0") {
      offset += 1
    } else {
      try readDigits(from: start, bytes)
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try readDigits(from: start, bytes)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count,
        bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      try readDigits(from: start, bytes)
    }
    try endScalar(.number, start: start, or: .number, bytes)
  }

  private mutating func readDigits(
    from start: Int,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    let first = offset
    while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    guard offset > first else { throw JSONFault(.number, start, offset + 1) }
  }
}
