/// One value of a field.
package enum FieldValue: Sendable, Hashable {
  /// Text.
  case text(String)
  /// The bytes of a text, which need not be valid UTF-8; saves a copy where a reader has them.
  case bytes(ArraySlice<UInt8>)
  /// An unsigned number.
  case number(UInt64)
  /// A truth value.
  case bool(Bool)
  /// Text of which only pieces are known.
  case partial([TextFragment])
  /// A value that exists and is not known.
  case unknown
}

/// A piece of a text that is partly known.
package enum TextFragment: Sendable, Hashable {
  /// Known text.
  case literal(String)
  /// Any text, the empty one too.
  case hole
}

extension FieldValue {
  /// The value's text as UTF-8; `nil` where it is not or only partly known.
  var textBytes: [UInt8]? {
    switch self {
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): Array(bytes)
    case .number(let number): Array(String(number).utf8)
    case .bool(let value): Array((value ? "true" : "false").utf8)
    case .partial(let fragments): PartialText(fragments).wholeText
    case .unknown: nil
    }
  }
}
