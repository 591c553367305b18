/// The tokens of a parsed text, in order, comments and newlines included.
///
/// Between two tokens there is nothing but spaces and tabs, before the first perhaps a byte-order
/// mark, so that the tokens with what stands before each of them are the text byte for byte.
package struct HCLTokens: RandomAccessCollection, Sendable {
  private let tree: HCLTree

  init(_ tree: HCLTree) { self.tree = tree }

  /// The index of the first token.
  package var startIndex: Int { 0 }
  /// The index behind the token that marks the end.
  package var endIndex: Int { tree.tokenRecords.count }
  /// The token at `position`.
  package subscript(position: Int) -> HCLToken { tree.tokenRecords[position] }
}
