package import SourceText
package import Syntax

/// How many values a conversion may still make; a bound on aliases that multiply.
package struct ValueBudget: Sendable {
  /// The most values that one unit may consist of.
  package static let unit = 1_000_000
  /// The deepest nesting that is followed.
  package static let depth = 600

  /// The number of values that may still be made.
  package private(set) var remaining: Int

  /// Starts with `count` values.
  package init(_ count: Int = ValueBudget.unit) { self.remaining = count }

  /// Whether nothing is left.
  package var isSpent: Bool { remaining <= 0 }

  /// Takes one value; says whether there was one left.
  package mutating func spend() -> Bool {
    guard remaining > 0 else { return false }
    remaining -= 1
    return true
  }
}

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
