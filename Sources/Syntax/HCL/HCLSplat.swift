package import SourceText

/// An expression that takes the same from every element of a collection.
package struct HCLSplat: Sendable {
  /// The collection.
  package let source: HCLExpression
  /// Whether it is written `[*]`, not `.*`.
  package let isFull: Bool
  /// What is taken of each element; at its root stands the splat item.
  package let each: HCLExpression
  /// The bytes of `[*]` or `.*`.
  package let markerRange: SourceRange

  init(_ tree: HCLTree, _ record: HCLRecord) {
    self.source = HCLExpression(tree, record.first)
    self.isFull = record.flags.contains(.isFull)
    self.each = HCLExpression(tree, record.second)
    self.markerRange = tree.records[Int(record.third)].range
  }
}
