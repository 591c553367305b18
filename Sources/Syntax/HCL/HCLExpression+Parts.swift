package import SourceText

/// A name as it stands in the file.
package struct HCLName: Sendable {
  /// The name.
  package let text: String
  /// Its bytes.
  package let range: SourceRange

  init(_ tree: HCLTree, _ start: UInt32, _ end: UInt32) {
    self.text = tree.text(from: start, to: end)
    self.range = SourceRange(Int(start), Int(end))
  }
}

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
