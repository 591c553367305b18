/// A set of bytes.
struct ByteMask: Sendable, Hashable {
  static let all = ByteMask { _ in true }

  private var words: [UInt64] = [0, 0, 0, 0]

  private init(_ belongs: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where belongs(byte) {
      words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }
  }

  /// The one byte, or both cases of it.
  init(_ byte: UInt8, ignoresCase: Bool) {
    self.init { $0 == byte || (ignoresCase && $0.lowered == byte.lowered) }
  }

  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
  }
}

extension ByteMask {
  private enum Part {
    case range(UInt8, UInt8)
    case named(String)
  }

  /// Reads a bracket expression behind its `[`; `nil` for an open or an unusual one.
  init?(bracket rest: inout ArraySlice<UInt8>, ignoresCase: Bool) {
    let isNegated = rest.first?.isOneOf("!^") ?? false
    if isNegated { rest.removeFirst() }
    var parts: [Part] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !parts.isEmpty {
        self.init { Self.holds(parts, $0, ignoresCase) != isNegated }
        return
      }
      guard let part = Self.part(byte, &rest) else { return nil }
      parts.append(part)
    }
    return nil
  }

  private static func part(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> Part? {
    if byte == UInt8(ascii: "["), let next = rest.first, next.isOneOf(":.=") {
      return next == UInt8(ascii: ":") ? named(&rest) : nil
    }
    guard let low = member(byte, &rest) else { return nil }
    guard rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") else {
      return .range(low, low)
    }
    rest.removeFirst()
    guard let end = rest.popFirst(), end != UInt8(ascii: "["), let high = member(end, &rest) else {
      return nil
    }
    return .range(low, high)
  }

  private static func member(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> UInt8? {
    byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
  }

  private static func named(_ rest: inout ArraySlice<UInt8>) -> Part? {
    let name = String(decoding: rest.dropFirst().prefix { $0.isLetter }, as: UTF8.self)
    rest = rest.dropFirst(name.utf8.count + 1)
    guard rest.starts(with: ":]".utf8), classes[name] != nil else { return nil }
    rest = rest.dropFirst(2)
    return .named(name)
  }

  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alpha": { $0.isLetter }, "digit": { $0.isDigit }, "alnum": { $0.isLetter || $0.isDigit },
    "upper": { $0 != $0.lowered }, "lower": { $0 != $0.raised }, "space": { $0.isSpace },
    "blank": { $0 == 0x20 || $0 == 0x09 }, "xdigit": { $0.isHexDigit },
    "cntrl": { $0 < 0x20 || $0 == 0x7F }, "print": { 0x20...0x7E ~= $0 },
    "graph": { 0x21...0x7E ~= $0 },
    "punct": { 0x21...0x7E ~= $0 && !$0.isLetter && !$0.isDigit },
  ]

  private static func holds(_ parts: [Part], _ byte: UInt8, _ ignoresCase: Bool) -> Bool {
    parts.contains { part in
      switch part {
      case .range(let low, let high):
        ignoresCase
          ? low.lowered <= byte.lowered && byte.lowered <= high.lowered
          : low <= byte && byte <= high
      case .named(let name): classes[name]?(byte) ?? false
      }
    }
  }
}
