package import SourceText
package import Syntax

extension Value {
  /// Converts `node` as it stands: scalars by kind, collections by element.
  ///
  /// Where the budget ends, or the nesting is too deep, the rest is `.unknown(.tooLarge)`.
  package init(_ node: Node, budget: inout ValueBudget, depth: Int = 0) {
    self.init(.null, at: node.location, via: node.aliasLocation.map { [$0] } ?? [])
    guard budget.spend(), depth < ValueBudget.depth else {
      content = .unknown(.tooLarge(node.file.path))
      return
    }
    switch node.kind {
    case .null, .bool, .number, .string: content = Value.scalarContent(of: node)
    case .sequence:
      content = .list(node.elements.map { Value($0, budget: &budget, depth: depth + 1) })
    case .mapping:
      content = .object(
        ValueObject(
          node.entries.map { entry in
            ValueObject.Member(
              entry.key.string ?? "",
              Value(entry.value, budget: &budget, depth: depth + 1),
              key: entry.key.location
            )
          }
        )
      )
    }
  }

  /// Converts `node` with a budget of its own.
  package init(_ node: Node) {
    var budget = ValueBudget()
    self.init(node, budget: &budget)
  }

  /// The content of a scalar node by its kind; null for collections.
  package static func scalarContent(of node: Node) -> Content {
    switch node.kind {
    case .null, .sequence, .mapping: .null
    case .bool: .bool(node.bool ?? false)
    case .number: .number(node.string ?? "")
    case .string: .string(node.string ?? "")
    }
  }
}

extension Node {
  /// Where the alias stands through which the node was reached.
  package var aliasLocation: SourceLocation? {
    aliasRange.map { SourceLocation(file, $0) }
  }
}
