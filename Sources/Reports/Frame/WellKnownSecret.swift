import SourceText

/// The last defence against showing a secret: texts that look like a well-known kind of key.
///
/// What the scan marked as secret is hidden anyway; this finds what stands beside it by chance.
enum WellKnownSecret {
  /// A kind of key: how it begins, which bytes follow, and how many at least.
  private struct Kind {
    let prefix: [UInt8]
    let body: Body
    let least: Int

    init(_ prefix: String, _ body: Body, _ least: Int) {
      self.prefix = Array(prefix.utf8)
      self.body = body
      self.least = least
    }
  }

  private enum Body {
    case upperOrDigit
    case letterOrDigit
    case word
    case token

    func contains(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "a")...UInt8(ascii: "z"): self != .upperOrDigit
      case UInt8(ascii: "_"): self == .word || self == .token
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"):
        self == .token
      default: false
      }
    }
  }

  private static let kinds: [Kind] = [
    Kind("AKIA", .upperOrDigit, 16), Kind("ASIA", .upperOrDigit, 16),
    Kind("ghp_", .letterOrDigit, 20), Kind("gho_", .letterOrDigit, 20),
    Kind("ghu_", .letterOrDigit, 20), Kind("ghs_", .letterOrDigit, 20),
    Kind("ghr_", .letterOrDigit, 20), Kind("github_pat_", .word, 20),
    Kind("glpat-", .token, 16), Kind("npm_", .letterOrDigit, 30), Kind("pypi-", .token, 40),
    Kind("xoxb-", .token, 10), Kind("xoxp-", .token, 10), Kind("xoxa-", .token, 10),
    Kind("xapp-", .token, 10), Kind("hooks.slack.com/services/", .token, 10),
    Kind("sk_live_", .letterOrDigit, 16), Kind("rk_live_", .letterOrDigit, 16),
    Kind("sk-", .token, 30), Kind("AIza", .token, 30), Kind("eyJ", .token, 40),
  ]

  private static let byFirstByte: [[Kind]] = {
    var table = [[Kind]](repeating: [], count: 256)
    for kind in kinds { table[Int(kind.prefix[0])].append(kind) }
    return table
  }()

  private static let pemStart = Array("-----BEGIN ".utf8)
  private static let pemEnd = Array("-----END ".utf8)
  private static let pemKind = Array("PRIVATE KEY".utf8)
  private static let pemRule = Array("-----".utf8)

  /// The ranges of `bytes` that look like a key, in order, found in one pass.
  static func ranges(in bytes: [UInt8]) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var index = 0
    while index < bytes.count {
      if let end = end(of: bytes, at: index) {
        ranges.append(SourceRange(index, end))
        index = end
      } else {
        index += 1
      }
    }
    return ranges
  }

  /// `text` with everything that looks like a key hidden.
  static func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let ranges = ranges(in: bytes)
    guard !ranges.isEmpty else { return text }
    var result = ""
    var from = 0
    for range in ranges {
      result += String(decoding: bytes[from..<range.bounds.lowerBound], as: UTF8.self) + mask
      from = range.bounds.upperBound
    }
    return result + String(decoding: bytes[from...], as: UTF8.self)
  }

  /// What stands for hidden text; its length says nothing about the length of what it hides.
  static let mask = "••••"

  private static func end(of bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "-"): pemEnd(in: bytes, at: index)
    case UInt8(ascii: ":"): passwordEnd(in: bytes, at: index)
    default: keyEnd(in: bytes, at: index)
    }
  }

  private static func keyEnd(in bytes: [UInt8], at index: Int) -> Int? {
    for kind in byFirstByte[Int(bytes[index])] where has(kind.prefix, bytes, at: index) {
      guard index == 0 || !Body.letterOrDigit.contains(bytes[index - 1]) else { continue }
      var end = index + kind.prefix.count
      while end < bytes.count, kind.body.contains(bytes[end]) { end += 1 }
      if end - index - kind.prefix.count >= kind.least { return end }
    }
    return nil
  }

  /// The end of `://user:password@`, from its first colon on; `nil` where there is no password.
  private static func passwordEnd(in bytes: [UInt8], at index: Int) -> Int? {
    guard has(Array("://".utf8), bytes, at: index) else { return nil }
    var end = index + 3
    var hasColon = false
    while end < bytes.count, end - index < 300, isUserInformation(bytes[end]) {
      if bytes[end] == UInt8(ascii: ":") { hasColon = true }
      end += 1
    }
    guard hasColon, end < bytes.count, bytes[end] == UInt8(ascii: "@") else { return nil }
    return end
  }

  private static func isUserInformation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: false
    case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: true
    }
  }

  /// The end of a private key in PEM form; one that never ends reaches to the end of the text.
  private static func pemEnd(in bytes: [UInt8], at index: Int) -> Int? {
    guard has(pemStart, bytes, at: index) else { return nil }
    let header = index + pemStart.count
    let reach = min(header + 40, bytes.count)
    guard let kind = first(pemKind, bytes, from: header, to: reach) else { return nil }
    guard let footer = first(pemEnd, bytes, from: kind, to: bytes.count) else {
      return bytes.count
    }
    let rule = footer + pemEnd.count
    guard let close = first(pemRule, bytes, from: rule, to: min(rule + 60, bytes.count)) else {
      return rule
    }
    return close + pemRule.count
  }

  private static func has(_ prefix: [UInt8], _ bytes: [UInt8], at index: Int) -> Bool {
    index + prefix.count <= bytes.count
      && bytes[index..<(index + prefix.count)].elementsEqual(prefix)
  }

  private static func first(_ needle: [UInt8], _ bytes: [UInt8], from: Int, to: Int) -> Int? {
    var index = from
    while index + needle.count <= to {
      if has(needle, bytes, at: index) { return index }
      index += 1
    }
    return nil
  }
}
