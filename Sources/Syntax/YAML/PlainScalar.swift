/// What a YAML scalar without quotes and tag means, by the rules of PyYAML (YAML 1.1).
///
/// Dates stay strings. `y` and `n` are strings, `yes`, `no`, `on` and `off` are booleans; a whole
/// number with a leading zero is octal or, where it has an 8 or a 9, a string.
enum PlainScalar {
  private static let longestWord = 5

  /// The kind of the scalar `text`.
  static func kind(of text: Span<UInt8>) -> NodeRecord.Kind {
    guard text.count > 0 else { return .null }
    switch text[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return NumberGrammar.matches(text) ? .number : .string
    case UInt8(ascii: "~"):
      return text.count == 1 ? .null : .string
    default:
      return text.count <= longestWord ? kind(ofWord: text) : .string
    }
  }

  private static func kind(ofWord text: Span<UInt8>) -> NodeRecord.Kind {
    switch String(copying: text) {
    case "null", "Null", "NULL": .null
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": .bool
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": .bool
    default: .string
    }
  }
}

extension String {
  /// The text of `bytes`; bytes that are not UTF-8 are replaced by U+FFFD.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
