import SourceText

extension JSONReader {
  /// Reads a string; one without escapes is its own text.
  mutating func readString(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    offset += 1
    skipOrdinary(bytes)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      let text = (start + 1)..<offset
      offset += 1
      builder.appendScalar(
        .string,
        .doubleQuoted,
        start: start,
        end: offset,
        text: text,
        isDecoded: false
      )
    } else {
      try readEscapedString(from: start, bytes)
    }
  }

  /// Reads on in a string that has escapes, or no end.
  private mutating func readEscapedString(
    from start: Int,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    let first = builder.decodedBytes.count
    var chunk = start + 1
    while true {
      skipOrdinary(bytes)
      guard offset < bytes.count else { throw JSONFault(.string, start, start + 1) }
      builder.decodedBytes.append(contentsOf: builder.file.bytes[chunk..<offset])
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return builder.appendScalar(
          .string,
          .doubleQuoted,
          start: start,
          end: offset,
          text: first..<builder.decodedBytes.count,
          isDecoded: true
        )
      case UInt8(ascii: "\\"):
        try readEscape(bytes)
        chunk = offset
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        throw JSONFault(.string, start, start + 1)
      default:
        throw JSONFault(.control, offset, offset + 1)
      }
    }
  }

  /// Moves to the next quote, backslash or control character, eight bytes at a time.
  private mutating func skipOrdinary(_ bytes: Span<UInt8>) {
    while offset + 8 <= bytes.count {
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let marks = Self.specialBytes(in: UInt64(littleEndian: word))
      if marks != 0 {
        offset += marks.trailingZeroBitCount / 8
        return
      }
      offset += 8
    }
    while offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] != UInt8(ascii: "\""),
      bytes[offset] != UInt8(ascii: "\\")
    {
      offset += 1
    }
  }

  /// The high bits of the bytes of `word` that end an ordinary run; exact up to the lowest one.
  private static func specialBytes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let zeros =
      ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
      | ((word &- ones &* 0x20) & ~word)
    return zeros & (ones &* 0x80)
  }

  private mutating func readEscape(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    offset += 2
    let letter = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      builder.decodedBytes.append(letter)
    case UInt8(ascii: "b"): builder.decodedBytes.append(0x08)
    case UInt8(ascii: "f"): builder.decodedBytes.append(0x0C)
    case UInt8(ascii: "n"): builder.decodedBytes.append(0x0A)
    case UInt8(ascii: "r"): builder.decodedBytes.append(0x0D)
    case UInt8(ascii: "t"): builder.decodedBytes.append(0x09)
    case UInt8(ascii: "u"): try readUnicodeEscape(from: start, bytes)
    default: throw JSONFault(.escape, start, start + 2)
    }
  }

  /// Reads `\uXXXX`, together with a second one where they make a surrogate pair.
  private mutating func readUnicodeEscape(
    from start: Int,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    guard let unit = hexUnit(at: start + 2, bytes) else {
      throw JSONFault(.escape, start, start + 2)
    }
    offset = start + 6
    var scalar = Unicode.Scalar(UInt32(unit))
    if 0xD800..<0xDC00 ~= unit, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u"), let low = hexUnit(at: offset + 2, bytes),
      0xDC00..<0xE000 ~= low
    {
      scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
      offset += 6
    }
    if scalar == nil { tolerate(.surrogate, start, offset) }
    builder.decodedBytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? .init())
  }

  private func hexUnit(at start: Int, _ bytes: Span<UInt8>) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for index in start..<(start + 4) {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
