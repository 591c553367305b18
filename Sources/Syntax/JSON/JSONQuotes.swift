/// Whether a JSON text that comes in pieces is within a string, after the pieces so far.
package struct JSONQuotes: Sendable {
  /// Whether a string is open.
  package private(set) var isWithin = false
  private var isEscaped = false

  /// Starts outside of strings.
  package init() {}

  /// Goes on over the next piece.
  package mutating func pass(_ text: String) {
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isWithin.toggle()
      } else {
        isEscaped = isWithin && byte == UInt8(ascii: "\\")
      }
    }
  }
}
