import SourceText

/// Writes strings as YAML scalars that versions 1.1 and 1.2 both read back as the same strings.
struct YAMLScalar: Sendable, Hashable {
  /// The quotes to write where quotes are needed.
  enum Quote: Sendable, Hashable {
    case single
    case double
  }

  /// Words that stand for null or a Boolean in one version of YAML or another.
  private static let words: Set = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
  /// What numbers, times and dates consist of.
  private static let numeric = Set("0123456789abcdefxotz_:.+- ".unicodeScalars)
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)

  var quote = Quote.double
  /// Whether to quote even what needs no quotes.
  var alwaysQuotes = false

  /// The scalar for `string`; `isInFlow` says that it stands between brackets.
  func text(_ string: String, isInFlow: Bool) -> String {
    if !alwaysQuotes, Self.isPlain(string, isInFlow: isInFlow) { return string }
    if quote == .single, string.unicodeScalars.allSatisfy(Self.isPrintable) {
      return "'"
        + string.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
    }
    return string.quoted
  }

  /// Whether the string stays itself without quotes.
  private static func isPlain(_ string: String, isInFlow: Bool) -> Bool {
    let scalars = string.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    guard first != " ", last != " ", last != ":", !indicators.contains(first),
      scalars.allSatisfy(isPrintable), !looksLikeAnotherType(string, first)
    else { return false }
    for (scalar, next) in zip(scalars, scalars.dropFirst()) {
      if scalar == ":", next == " " { return false }
      if scalar == " ", next == "#" { return false }
    }
    return !isInFlow || !scalars.contains { ",[]{}:".unicodeScalars.contains($0) }
  }

  private static func looksLikeAnotherType(_ string: String, _ first: Unicode.Scalar) -> Bool {
    switch first {
    case "0"..."9", "+", ".":
      let rest = string.lowercased()
      return rest.unicodeScalars.allSatisfy { numeric.contains($0) }
        || [".inf", "+.inf", ".nan"].contains(rest)
    case "~", "=", "<":
      return ["~", "=", "<<"].contains(string)
    default:
      return words.contains(string.lowercased())
    }
  }

  /// Whether a scalar may stand in a YAML file unescaped and on one line.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x1_0000...:
      true
    default: false
    }
  }
}
