import Inventory
import SourceText
import Syntax

extension SourceDocuments {
  /// What somebody wrote as the value of `member` of `object`, to be written once more beside it.
  ///
  /// References stay references: what they come to may change. `nil` where the value is not written
  /// there, or goes over several lines.
  func written(_ member: ValueObject.Member, of object: Value) -> SourceLiteral? {
    guard let origin = object.origin, let key = member.key, key.file == origin.file else {
      return nil
    }
    guard let editor = terraformEditor(of: origin.file) else {
      return tree(of: origin.file).flatMap { literal(keyedAt: key.range, origin, $0.tree) }
    }
    if let content = editor.tree.heredoc(containing: Int(origin.range.start)) {
      let masked = MaskedTemplate.masking(origin.file, content: content)
      return literal(keyedAt: key.range, origin, JSONParser.parse(masked))
    }
    let item = try? editor.container(at: origin.range).items.first { $0.key == key.range }
    guard let value = item?.value else { return nil }
    let code = origin.file.text(value)
    return code.contains("\n") ? nil : .expression(code)
  }

  private func literal(
    keyedAt key: SourceRange,
    _ object: SourceLocation,
    _ tree: SyntaxTree
  ) -> SourceLiteral? {
    let mapping = NodeLocator(tree).node(at: object.range, .mapping)
    let entry = mapping?.writtenEntries.first { $0.key.range == key }
    return entry.flatMap { SourceLiteral(written: $0.value, in: object.file) }
  }
}

extension SourceLiteral {
  /// The literal that stands in a document; short forms of intrinsic functions become long ones.
  ///
  /// - Parameters:
  ///   - node: a value of the document, or of the masked copy of a template
  ///   - file: the file as it is
  fileprivate init?(written node: Node, in file: SourceFile) {
    guard let tag = node.tag else {
      self.init(untagged: node, in: file)
      return
    }
    let name = YAMLIntrinsics.tags.first { $0.value == tag }?.key
    guard let name, let argument = SourceLiteral(untagged: node, in: file) else { return nil }
    if name == "Fn::GetAtt", case .string(let path) = argument {
      let parts = path.split(separator: ".", maxSplits: 1).map { SourceLiteral.string(String($0)) }
      self = .object([Member(name, .list(parts))])
    } else {
      self = .object([Member(name, argument)])
    }
  }

  private init?(untagged node: Node, in file: SourceFile) {
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number: self = .number(node.string ?? "0")
    case .string:
      guard let text = SourceLiteral(text: node, in: file) else { return nil }
      self = text
    case .sequence:
      let elements = node.elements.compactMap { SourceLiteral(written: $0, in: file) }
      guard elements.count == node.count else { return nil }
      self = .list(elements)
    case .mapping:
      let members = node.entries.compactMap { entry in
        SourceLiteral(written: entry.value, in: file).map { Member(entry.key.string ?? "", $0) }
      }
      guard members.count == node.count else { return nil }
      self = .object(members)
    }
  }

  /// A text; in a template, what stands between `${` and `}` is masked in the node.
  private init?(text node: Node, in file: SourceFile) {
    let written = file.text(node.range)
    guard let text = node.string else { return nil }
    if node.file.bytes == file.bytes || !written.contains("${") {
      self = .string(text)
    } else if written.hasPrefix("\"${"), written.hasSuffix("}\""),
      !written.dropFirst(3).contains("${")
    {
      self = .expression(String(written.dropFirst(3).dropLast(2)))
    } else {
      return nil
    }
  }
}
