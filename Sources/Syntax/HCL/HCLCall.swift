package import SourceText

/// A call of a function.
package struct HCLCall: Sendable {
  /// The name with its namespaces, such as `provider::aws::arn_parse`.
  package let name: String
  /// The bytes of the name.
  package let nameRange: SourceRange
  /// The arguments.
  package let arguments: [HCLExpression]
  /// Whether `...` behind the last argument makes an argument of each of its elements.
  package let expandsLast: Bool

  init(_ tree: HCLTree, _ record: HCLRecord) {
    self.nameRange = SourceRange(Int(record.start), Int(record.third))
    let written = tree.file.text(nameRange)
    self.name = written.filter { !$0.isWhitespace }
    self.arguments = tree.children(of: record).map { HCLExpression(tree, $0) }
    self.expandsLast = record.flags.contains(.hasEllipsis)
  }
}
