package import SourceText

/// A key of an object with its value.
package struct HCLObjectItem: Sendable {
  /// The key; a bare name is a variable here, although it stands for itself.
  package let key: HCLExpression
  /// The value.
  package let value: HCLExpression
  /// The bytes from the key to the end of the value.
  package let range: SourceRange

  init(_ tree: HCLTree, _ index: UInt32) {
    let record = tree.records[Int(index)]
    self.key = HCLExpression(tree, record.first)
    self.value = HCLExpression(tree, record.second)
    self.range = record.range
  }

  /// Whether the key stands in parentheses and so is evaluated even if it is a name.
  package var isParenthesised: Bool { key.record.kind == .parentheses }

  /// The key where no evaluation is needed: a bare name or a string without sequences.
  package var keyName: String? {
    switch key.record.kind {
    case .variable, .null, .bool: return key.file.text(key.range)
    case .template:
      guard case .template(let parts) = key.form else { return nil }
      if parts.isEmpty { return "" }
      guard parts.count == 1, case .literal(let literal) = parts[0] else { return nil }
      return literal.text
    default: return nil
    }
  }
}
