import SourceText

/// Escape sequences of strings and templates.
enum HCLEscapes {
  /// What one escape sequence is.
  enum Sequence {
    case scalar(Unicode.Scalar)
    /// A lone backslash, or `\u` or `\U` without the digits of a character; it stands for itself.
    case incomplete
    /// A backslash before a letter that means nothing; the letter stands for itself.
    case letter
  }

  /// Reads the escape sequence whose backslash stands at `start`; returns it with its length.
  static func sequence(
    at start: Int,
    before end: Int,
    in bytes: [UInt8]
  ) -> (sequence: Sequence, length: Int) {
    guard start + 1 < end else { return (.incomplete, 1) }
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): return (.scalar("\n"), 2)
    case UInt8(ascii: "r"): return (.scalar("\r"), 2)
    case UInt8(ascii: "t"): return (.scalar("\t"), 2)
    case UInt8(ascii: "\""): return (.scalar("\""), 2)
    case UInt8(ascii: "\\"): return (.scalar("\\"), 2)
    case UInt8(ascii: "u"): return number(at: start, digits: 4, before: end, in: bytes)
    case UInt8(ascii: "U"): return number(at: start, digits: 8, before: end, in: bytes)
    default:
      var next = start + 2
      while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
      return (.letter, next - start)
    }
  }

  private static func number(
    at start: Int,
    digits: Int,
    before end: Int,
    in bytes: [UInt8]
  ) -> (sequence: Sequence, length: Int) {
    var value: UInt32 = 0
    var place = start + 2
    while place < end, place < start + 2 + digits, let digit = digit(bytes[place]) {
      value = value << 4 | digit
      place += 1
    }
    let isComplete = place == start + 2 + digits
    guard isComplete, let scalar = Unicode.Scalar(value) else {
      return (.incomplete, place - start)
    }
    return (.scalar(scalar), place - start)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The text that `bytes[range]` stands for.
  static func decode(_ range: Range<Int>, of bytes: [UInt8], isQuoted: Bool) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), isQuoted {
        let (sequence, length) = sequence(at: place, before: range.upperBound, in: bytes)
        switch sequence {
        case .scalar(let scalar): text.append(contentsOf: UTF8.encode(scalar) ?? .init())
        case .incomplete: text.append(contentsOf: bytes[place..<(place + length)])
        case .letter: text.append(contentsOf: bytes[(place + 1)..<(place + length)])
        }
        place += length
      } else if isEscapedMark(at: place, before: range.upperBound, in: bytes) {
        text.append(contentsOf: [byte, UInt8(ascii: "{")])
        place += 3
      } else {
        text.append(byte)
        place += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether `$${` or `%%{` stands at `place`.
  private static func isEscapedMark(at place: Int, before end: Int, in bytes: [UInt8]) -> Bool {
    let mark = bytes[place]
    return (mark == UInt8(ascii: "$") || mark == UInt8(ascii: "%")) && place + 2 < end
      && bytes[place + 1] == mark && bytes[place + 2] == UInt8(ascii: "{")
  }
}

extension HCLReader {
  /// Reports what looks like an escape sequence and is none.
  mutating func checkEscapes(in token: HCLToken) {
    var place = Int(token.start)
    while place < token.end {
      guard bytes[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      let (sequence, length) = HCLEscapes.sequence(at: place, before: Int(token.end), in: bytes)
      if case .scalar = sequence {
      } else {
        report(.escape, at: SourceRange(place, place + length))
      }
      place += length
    }
  }
}
