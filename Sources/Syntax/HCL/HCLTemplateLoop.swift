package import SourceText

/// `%{ for }` with what is repeated.
package struct HCLTemplateLoop: Sendable {
  /// The name of the key or index, where one is declared.
  package let keyName: String?
  /// The name of the element.
  package let valueName: String
  /// What the directive goes through.
  package let collection: HCLExpression
  /// The parts that are repeated.
  package let body: [HCLTemplatePart]
  /// The bytes from the directive to its `%{ endfor }`.
  package let range: SourceRange

  init(_ tree: HCLTree, _ record: HCLRecord) {
    let parts = Array(tree.children(of: record))
    let key = parts[0] == HCLRecord.none ? nil : tree.records[Int(parts[0])].range
    self.keyName = key.map { tree.file.text($0) }
    self.valueName = tree.file.text(tree.records[Int(parts[1])].range)
    self.collection = HCLExpression(tree, parts[2])
    self.body = tree.parts(of: tree.records[Int(parts[3])])
    self.range = record.range
  }
}
