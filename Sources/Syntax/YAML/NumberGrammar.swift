/// Recognises the numbers of YAML 1.1 as PyYAML does.
struct NumberGrammar {
  private var offset = 0

  /// Whether `text` as a whole is an integer or a floating-point number.
  static func matches(_ text: Span<UInt8>) -> Bool {
    var grammar = NumberGrammar()
    let isSigned = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")
    if isSigned { grammar.offset = 1 }
    return grammar.matchesMagnitude(text, isSigned: isSigned) && grammar.offset == text.count
  }

  private mutating func matchesMagnitude(_ text: Span<UInt8>, isSigned: Bool) -> Bool {
    guard let first = byte(text) else { return false }
    if first == UInt8(ascii: ".") { return matchesFraction(text, isSigned: isSigned) }
    let start = offset
    if first == UInt8(ascii: "0"), let matches = matchesPrefixed(text) { return matches }
    guard 0x30...0x39 ~= first else { return false }
    skip(text, where: Self.isDigit)
    switch byte(text) {
    case UInt8(ascii: "."):
      offset += 1
      skip(text, where: Self.isDigit)
      return matchesExponent(text)
    case UInt8(ascii: ":"):
      return matchesSexagesimal(text, isWhole: first != UInt8(ascii: "0"))
    default:
      return first != UInt8(ascii: "0") || isOctal(text, from: start)
    }
  }

  /// Matches `0x…` and `0b…`; `nil` where the text is neither.
  private mutating func matchesPrefixed(_ text: Span<UInt8>) -> Bool? {
    guard offset + 1 < text.count else { return nil }
    switch text[offset + 1] {
    case UInt8(ascii: "x"):
      offset += 2
      return skip(text) { Character(Unicode.Scalar($0)).isHexDigit || $0 == 0x5F } > 0
    case UInt8(ascii: "b"):
      offset += 2
      return skip(text) { $0 == 0x30 || $0 == 0x31 || $0 == 0x5F } > 0
    default: return nil
    }
  }

  /// Matches `.5`, `.inf` and `.nan`; only `.inf` takes a sign.
  private mutating func matchesFraction(_ text: Span<UInt8>, isSigned: Bool) -> Bool {
    offset += 1
    if let next = byte(text), 0x30...0x39 ~= next, !isSigned {
      skip(text, where: Self.isDigit)
      return matchesExponent(text)
    }
    guard text.count - offset == 3 else { return false }
    let word = String(copying: text.extracting(offset...))
    offset += 3
    return ["inf", "Inf", "INF"].contains(word)
      || !isSigned && ["nan", "NaN", "NAN"].contains(word)
  }

  /// Matches `e+10`, whose sign is required, or nothing.
  private mutating func matchesExponent(_ text: Span<UInt8>) -> Bool {
    guard let letter = byte(text) else { return true }
    guard letter | 0x20 == UInt8(ascii: "e"), offset + 1 < text.count,
      text[offset + 1] == UInt8(ascii: "+") || text[offset + 1] == UInt8(ascii: "-")
    else { return false }
    offset += 2
    return skip(text) { 0x30...0x39 ~= $0 } > 0
  }

  /// Matches `:59` again and again, and a fraction; without one there may be no leading zero.
  private mutating func matchesSexagesimal(_ text: Span<UInt8>, isWhole: Bool) -> Bool {
    while byte(text) == UInt8(ascii: ":") {
      offset += 1
      let start = offset
      let digits = skip(text) { 0x30...0x39 ~= $0 }
      guard digits == 1 || digits == 2 && text[start] < UInt8(ascii: "6") else { return false }
    }
    guard byte(text) == UInt8(ascii: ".") else { return isWhole }
    offset += 1
    skip(text, where: Self.isDigit)
    return true
  }

  private func isOctal(_ text: Span<UInt8>, from start: Int) -> Bool {
    (start..<offset).allSatisfy { 0x30...0x37 ~= text[$0] || text[$0] == 0x5F }
  }

  private func byte(_ text: Span<UInt8>) -> UInt8? { offset < text.count ? text[offset] : nil }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || byte == 0x5F }

  @discardableResult private mutating func skip(
    _ text: Span<UInt8>,
    where matches: (UInt8) -> Bool
  ) -> Int {
    let start = offset
    while offset < text.count, matches(text[offset]) { offset += 1 }
    return offset - start
  }
}
