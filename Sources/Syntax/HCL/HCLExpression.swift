package import SourceText

/// A view of one expression: a reference to its tree and an index.
package struct HCLExpression: Sendable {
  let tree: HCLTree
  let index: UInt32

  init(_ tree: HCLTree, _ index: UInt32) {
    self.tree = tree
    self.index = index
  }

  var record: HCLRecord { tree.records[Int(index)] }

  /// The file that the expression stands in.
  package var file: SourceFile { tree.file }
  /// The bytes of the expression: quotes, brackets and heredoc words included.
  package var range: SourceRange { record.range }
  /// The file and the bytes of the expression, or where the text stands that was made up.
  package var location: SourceLocation { tree.location(range) }
}

extension HCLExpression: Hashable {
  package static func == (left: HCLExpression, right: HCLExpression) -> Bool {
    left.tree === right.tree && left.index == right.index
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(index)
  }
}
