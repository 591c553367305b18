import Remedy
import Syntax

/// What a document says, aside from how it is laid out: to tell a change from its side effects.
indirect enum EditedShape: Equatable {
  case scalar(Node.Kind, String, tag: String?)
  case alias
  case sequence([EditedShape], tag: String?)
  case mapping([Member], tag: String?)

  struct Member: Equatable {
    let key: EditedShape
    let value: EditedShape
  }

  /// Reads `node`, with `change` made to the shape of `target`.
  init(_ node: Node, changing target: Node?, by change: (EditedShape) -> EditedShape) {
    guard node.aliasRange == nil else {
      self = .alias
      return
    }
    let shape: EditedShape =
      switch node.kind {
      case .sequence:
        .sequence(
          node.elements.map { EditedShape($0, changing: target, by: change) },
          tag: node.tag
        )
      case .mapping:
        .mapping(
          node.writtenEntries.map { entry in
            Member(
              key: EditedShape(entry.key),
              value: EditedShape(entry.value, changing: target, by: change)
            )
          },
          tag: node.tag
        )
      default: .scalar(node.kind, node.string ?? "", tag: node.tag)
      }
    self = node == target ? change(shape) : shape
  }

  /// Reads `node`.
  init(_ node: Node) { self.init(node, changing: nil) { $0 } }

  /// What a reader will make of `literal`.
  init(_ literal: SourceLiteral) {
    switch literal {
    case .null, .expression, .call, .reference: self = .scalar(.null, "null", tag: nil)
    case .bool(let value): self = .scalar(.bool, "\(value)", tag: nil)
    case .number(let digits): self = .scalar(.number, digits, tag: nil)
    case .string(let string): self = .scalar(.string, string, tag: nil)
    case .list(let elements): self = .sequence(elements.map { EditedShape($0) }, tag: nil)
    case .object(let members):
      self = .mapping(
        members.map { Member(key: EditedShape(.string($0.name)), value: EditedShape($0.value)) },
        tag: nil
      )
    }
  }

  /// The collection with `items` behind its own.
  func adding(_ items: EditedShape) -> EditedShape {
    switch (self, items) {
    case (.sequence(let own, let tag), .sequence(let new, _)): .sequence(own + new, tag: tag)
    case (.mapping(let own, let tag), .mapping(let new, _)): .mapping(own + new, tag: tag)
    default: self
    }
  }

  /// The collection without the items at `indices`.
  func removing(_ indices: Set<Int>) -> EditedShape {
    switch self {
    case .sequence(let own, let tag):
      .sequence(own.indices.filter { !indices.contains($0) }.map { own[$0] }, tag: tag)
    case .mapping(let own, let tag):
      .mapping(own.indices.filter { !indices.contains($0) }.map { own[$0] }, tag: tag)
    default: self
    }
  }
}
