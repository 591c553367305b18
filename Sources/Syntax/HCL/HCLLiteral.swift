package import SourceText

/// A piece of text of a template.
///
/// The white space that `~` and `<<-` take away is no part of it.
package struct HCLLiteral: Sendable {
  private let tree: HCLTree
  /// The bytes of the piece.
  package let range: SourceRange
  /// Whether the text is the bytes as they stand in the file.
  package let isVerbatim: Bool
  private let isQuoted: Bool

  init(_ tree: HCLTree, _ range: SourceRange, isVerbatim: Bool, isQuoted: Bool) {
    self.tree = tree
    self.range = range
    self.isVerbatim = isVerbatim
    self.isQuoted = isQuoted
  }

  /// The text without escape sequences.
  package var text: String {
    guard !isVerbatim else { return tree.file.text(range) }
    return HCLEscapes.decode(range.bounds, of: tree.file.bytes, isQuoted: isQuoted)
  }

  /// The file and the bytes of the piece, or where the text stands that was made up.
  package var location: SourceLocation { tree.location(range) }

  /// Whether `next` goes on where this piece ends, in one string or as verbatim.
  func joins(_ next: HCLLiteral) -> Bool {
    range.end == next.range.start && (isQuoted || isVerbatim && next.isVerbatim)
  }

  func joined(to next: HCLLiteral) -> HCLLiteral {
    HCLLiteral(
      tree,
      range.union(next.range),
      isVerbatim: isVerbatim && next.isVerbatim,
      isQuoted: isQuoted
    )
  }
}
