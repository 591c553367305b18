package import SourceText

/// A name with its value.
package struct HCLAttribute: Sendable {
  let tree: HCLTree
  let index: UInt32

  init(_ tree: HCLTree, _ index: UInt32) {
    self.tree = tree
    self.index = index
  }

  private var record: HCLRecord { tree.records[Int(index)] }

  /// The name.
  package var name: String { tree.file.text(nameRange) }
  /// The bytes of the name.
  package var nameRange: SourceRange { SourceRange(Int(record.start), Int(record.third)) }
  /// The bytes of the equals sign.
  package var equalsRange: SourceRange { SourceRange(Int(record.second), Int(record.second) + 1) }
  /// The bytes from the name to the end of the value.
  package var range: SourceRange { record.range }
  /// The value.
  package var expression: HCLExpression { HCLExpression(tree, record.first) }
  /// The file and the bytes from the name to the end of the value.
  package var location: SourceLocation { tree.location(range) }
  /// The file and the bytes of the name.
  package var nameLocation: SourceLocation { tree.location(nameRange) }
}
