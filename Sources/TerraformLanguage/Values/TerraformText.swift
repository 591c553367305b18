package import SourceText

/// A text with the places that its parts come from: a rope.
///
/// JSON inside such a text can be mapped back to the bytes of the files that hold its parts.
package struct TerraformText: Sendable, Hashable {
  /// A stretch of the text.
  package enum Piece: Sendable, Hashable {
    /// Known text, with the bytes that hold it.
    case literal(String, TextSource?)
    /// The JSON encoding of a value; its structure is kept.
    case json(TerraformValue)
    /// Text that is not known, and the bytes that stand for it.
    case unknown(TerraformValue.Doubt, SourceLocation?)
  }

  /// The bytes that hold a stretch of text.
  package struct TextSource: Sendable, Hashable {
    /// The bytes.
    package let location: SourceLocation
    /// Whether they are the text itself, byte for byte, without escapes.
    package let isVerbatim: Bool

    /// Names the bytes at `location`.
    package init(_ location: SourceLocation, isVerbatim: Bool) {
      self.location = location
      self.isVerbatim = isVerbatim
    }
  }

  /// The stretches in order; none for the empty text.
  package var pieces: [Piece]

  /// Puts stretches together.
  package init(_ pieces: [Piece]) { self.pieces = pieces }

  /// Makes a text that is known and that nobody wrote as such.
  package init(_ text: String, from source: TextSource? = nil) {
    pieces = text.isEmpty ? [] : [.literal(text, source)]
  }
}
