/// Recognises the tokens of the condition language at a moving offset.
struct Scanner: Sendable {
  let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The byte at the offset, or 0 at the end.
  var current: UInt8 { isAtEnd ? 0 : bytes[offset] }

  /// Skips blanks and says whether there were any.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = offset
    while !isAtEnd, current.isBlank { offset += 1 }
    return offset > start
  }

  /// Steps over `word` if it stands here.
  mutating func take(_ word: String) -> Bool {
    guard bytes[offset...].starts(with: word.utf8) else { return false }
    offset += word.utf8.count
    return true
  }

  /// Steps over `word` if it and a blank stand here; the blank stays.
  mutating func takeBeforeBlank(_ word: String) -> Bool {
    let end = offset + word.utf8.count
    guard end < bytes.count, bytes[end].isBlank else { return false }
    return take(word)
  }

  /// Steps over `not` and the white space behind it, which must be there.
  mutating func takeNot() -> Bool {
    let start = offset
    guard take("not"), !isAtEnd, current.isSpace else {
      offset = start
      return false
    }
    while !isAtEnd, current.isSpace { offset += 1 }
    return true
  }

  mutating func takeIdentifier() -> Range<Int>? {
    let start = offset
    guard !isAtEnd, current.isLetter else { return nil }
    while !isAtEnd, current.isLetter || current.isDigit || current == UInt8(ascii: "_") {
      offset += 1
    }
    return start..<offset
  }

  /// Steps over two or more identifiers with dots between them.
  mutating func takeFieldName() -> Range<Int>? {
    let start = offset
    guard takeIdentifier() != nil else { return nil }
    let first = offset
    var end = first
    while current == UInt8(ascii: ".") {
      offset += 1
      guard takeIdentifier() != nil else { break }
      end = offset
    }
    offset = end > first ? end : start
    return end > first ? start..<end : nil
  }

  mutating func takeBareString() -> Range<Int>? {
    takeRun { !$0.isSpace && !$0.isOneOf("()\"'=,") }
  }

  mutating func takeBareArgument() -> Range<Int>? {
    takeRun { !$0.isSpace && !$0.isOneOf("[]\"'") }
  }

  /// Steps over a hexadecimal or decimal number, the longest that fits.
  mutating func takeNumber() -> Range<Int>? {
    let start = offset
    if take("0x") || take("0X") {
      if takeRun({ $0.isHexDigit }) != nil { return start..<offset }
      offset = start
    }
    if current.isOneOf("+-") { offset += 1 }
    guard takeRun({ $0.isDigit }) != nil else {
      offset = start
      return nil
    }
    if current == UInt8(ascii: ".") { offset += 1 }
    _ = takeRun { $0.isDigit }
    takeExponent()
    return start..<offset
  }

  private mutating func takeExponent() {
    let start = offset
    guard current.isOneOf("eE") else { return }
    offset += 1
    guard current.isOneOf("+-") else {
      offset = start
      return
    }
    offset += 1
    if takeRun({ $0.isDigit }) == nil { offset = start }
  }

  private mutating func takeRun(_ belongs: (UInt8) -> Bool) -> Range<Int>? {
    let start = offset
    while !isAtEnd, belongs(bytes[offset]) { offset += 1 }
    return offset > start ? start..<offset : nil
  }

  /// Steps over a quoted text, its quotes included; `nil` where it is not closed.
  ///
  /// As in Falco a quote behind a backslash never closes, not even behind an escaped backslash.
  mutating func takeQuoted() -> Range<Int>? {
    let quote = current
    guard quote.isOneOf("\"'") else { return nil }
    var end = offset + 1
    while end < bytes.count, bytes[end] != 0 {
      if bytes[end] == quote, bytes[end - 1] != UInt8(ascii: "\\") {
        defer { offset = end + 1 }
        return offset..<end + 1
      }
      end += 1
    }
    return nil
  }
}

extension UInt8 {
  /// What may stand between tokens; the backspace is one of them in Falco.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x08 || self == 0x0D || self == 0x0A }
  /// White space as POSIX has it.
  var isSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
  var isHexDigit: Bool { isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self | 0x20 }

  /// Whether the byte is one of the ASCII characters of `characters`.
  func isOneOf(_ characters: StaticString) -> Bool {
    characters.withUTF8Buffer { unsafe $0.contains(self) }
  }

  /// The small letter of an ASCII capital; every other byte unchanged.
  var lowered: UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
  }

  /// The capital of a small ASCII letter; every other byte unchanged.
  var raised: UInt8 {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self ? self & 0xDF : self
  }
}
