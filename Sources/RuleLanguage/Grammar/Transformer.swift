/// A function that turns the values of fields into another value.
package enum Transformer: String, Sendable, Hashable, CaseIterable {
  /// Lowers ASCII letters.
  case tolower
  /// Raises ASCII letters.
  case toupper
  /// Decodes Base64; what cannot be decoded is absent.
  case b64
  /// Keeps what stands behind the last slash.
  case basename
  /// Counts the bytes of a text or the elements of a list.
  case len
  /// Joins the elements of a list with a separator.
  case join
  /// Joins two or more texts.
  case concat
  /// Reads a short option from a list of command line arguments.
  case getopt
  /// Names a field on the right side of a comparison; changes nothing.
  case val

  /// The transformers that may stand on both sides.
  static let bothSides = allCases.filter { $0 != .val }
}
