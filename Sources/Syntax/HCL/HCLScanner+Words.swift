extension HCLScanner {
  /// Moves to the end of the identifier whose first character has been read.
  mutating func scanIdentifier(_ bytes: Span<UInt8>) {
    while offset < end {
      if HCLByte.continuesIdentifier(bytes[offset]) {
        offset += 1
      } else if bytes[offset] >= 0x80, let (scalar, length) = scalar(at: offset, bytes),
        scalar.properties.isIDContinue
      {
        offset += length
      } else {
        return
      }
    }
  }

  /// Moves to the end of the number whose first digit has been read.
  mutating func scanNumber(_ bytes: Span<UInt8>) {
    var place = offset
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        place += 1
        offset = place
      case UInt8(ascii: "."):
        place += 1
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        var digit = place + 1
        if digit < end, bytes[digit] == UInt8(ascii: "+") || bytes[digit] == UInt8(ascii: "-") {
          digit += 1
        }
        guard digit < end, HCLByte.isDigit(bytes[digit]) else { return }
        place = digit + 1
        offset = place
      default:
        return
      }
    }
  }

  /// Reads what begins with a byte beyond ASCII.
  mutating func scanCharacter(from start: Int, _ bytes: Span<UInt8>) {
    guard let (scalar, length) = scalar(at: start, bytes) else {
      return append(.invalidByte, from: start)
    }
    offset = start + length
    if scalar.properties.isIDStart {
      scanIdentifier(bytes)
      append(.identifier, from: start)
    } else {
      append(.invalid, from: start)
    }
  }

  /// The Unicode scalar at `start` with the number of its bytes; `nil` where they are not UTF-8.
  private func scalar(at start: Int, _ bytes: Span<UInt8>) -> (Unicode.Scalar, Int)? {
    let lead = bytes[start]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard 0xC2...0xF4 ~= lead, start + length <= end else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for place in (start + 1)..<(start + length) {
      guard bytes[place] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[place] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
