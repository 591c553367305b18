extension JSONReader {
  /// Moves behind white space and comments.
  mutating func skipTrivia(_ bytes: Span<UInt8>) throws(JSONFault) {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        offset += 1
      case UInt8(ascii: "/"):
        try skipComment(bytes)
      default:
        return
      }
    }
  }

  private mutating func skipComment(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    let second = start + 1 < bytes.count ? bytes[start + 1] : 0
    offset += 2
    if second == UInt8(ascii: "/") {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"),
        bytes[offset] != UInt8(ascii: "\r")
      {
        offset += 1
      }
    } else if second == UInt8(ascii: "*") {
      while !endsComment(bytes) {
        guard offset < bytes.count else { throw JSONFault(.openComment, start, start + 2) }
        offset += 1
      }
      offset += 2
    } else {
      throw JSONFault(.value, start, start + 1)
    }
    tolerate(.comment, start, offset)
  }

  private func endsComment(_ bytes: Span<UInt8>) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == UInt8(ascii: "*")
      && bytes[offset + 1] == UInt8(ascii: "/")
  }
}
