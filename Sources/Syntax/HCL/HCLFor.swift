import SourceText

/// A `for` expression.
package struct HCLFor: Sendable {
  /// The name of the key or index, where one is declared.
  package let keyName: String?
  /// The name of the element.
  package let valueName: String
  /// What the expression goes through.
  package let collection: HCLExpression
  /// The key of a result in braces.
  package let keyResult: HCLExpression?
  /// The element or the value of a result.
  package let valueResult: HCLExpression
  /// The condition behind `if`.
  package let condition: HCLExpression?
  /// Whether `...` groups the values of equal keys.
  package let groups: Bool

  init(_ tree: HCLTree, _ record: HCLRecord) {
    let parts = Array(tree.children(of: record))
    let optional = { (part: UInt32) in
      part == HCLRecord.none ? nil : HCLExpression(tree, part)
    }
    self.keyName = optional(parts[0]).map { tree.file.text($0.range) }
    self.valueName = tree.file.text(tree.records[Int(parts[1])].range)
    self.collection = HCLExpression(tree, parts[2])
    self.keyResult = optional(parts[3])
    self.valueResult = HCLExpression(tree, parts[4])
    self.condition = optional(parts[5])
    self.groups = record.flags.contains(.hasEllipsis)
  }
}
