package import SourceText
package import Syntax

/// A reference as it is written, whatever it leads to.
package struct StaticReference: Sendable, Hashable {
  /// The first name, such as `var`, `local` or `aws_ecs_service`.
  package let root: String
  /// The names that follow it, up to the first step that is not a plain name.
  package let names: [String]
  /// The bytes of the reference.
  package let location: SourceLocation
}

extension HCLExpression {
  /// The references in the expression, without those to names that it brings in itself.
  package var references: [StaticReference] {
    var collector = ReferenceCollector()
    collector.visit(self)
    return collector.references
  }
}

extension Node {
  /// The references in the templates of a value in JSON syntax.
  package var references: [StaticReference] {
    switch kind {
    case .string: templateTree?.expression?.references ?? []
    case .sequence: elements.flatMap(\.references)
    case .mapping: entries.flatMap { $0.key.references + $0.value.references }
    case .null, .bool, .number: []
    }
  }
}

/// Walks over an expression.
private struct ReferenceCollector {
  var references: [StaticReference] = []
  private var bound: [String] = []

  mutating func visit(_ expression: HCLExpression) {
    switch expression.form {
    case .null, .bool, .number, .splatItem, .invalid: return
    case .template(let parts): visit(parts)
    case .wrapped(let inner), .parentheses(let inner), .unary(_, let inner): visit(inner)
    case .tuple(let elements): visit(elements)
    case .object(let items): for item in items { visit(item) }
    case .variable, .attribute, .legacyIndex, .index: visitReference(expression)
    case .splat(let splat):
      visit(splat.source)
      visit(splat.each)
    case .call(let call): visit(call.arguments)
    case .conditional(let condition, let yes, let no): visit([condition, yes, no])
    case .binary(_, let left, let right): visit([left, right])
    case .forTuple(let loop), .forObject(let loop): visit(loop)
    }
  }

  private mutating func visit(_ expressions: [HCLExpression]) {
    for expression in expressions { visit(expression) }
  }

  private mutating func visit(_ item: HCLObjectItem) {
    if item.keyName == nil { visit(item.key) }
    visit(item.value)
  }

  private mutating func visit(_ parts: [HCLTemplatePart]) {
    for part in parts {
      switch part {
      case .literal: continue
      case .interpolation(let inner, _): visit(inner)
      case .conditional(let condition, let then, let otherwise, _):
        visit(condition)
        visit(then)
        visit(otherwise)
      case .loop(let loop):
        visit(loop.collection)
        binding([loop.keyName, loop.valueName]) { $0.visit(loop.body) }
      }
    }
  }

  private mutating func visit(_ loop: HCLFor) {
    visit(loop.collection)
    binding([loop.keyName, loop.valueName]) { collector in
      for part in [loop.keyResult, loop.valueResult, loop.condition] {
        if let part { collector.visit(part) }
      }
    }
  }

  private mutating func binding(_ names: [String?], _ body: (inout ReferenceCollector) -> Void) {
    let count = bound.count
    bound += names.compactMap(\.self)
    body(&self)
    bound.removeSubrange(count...)
  }

  private mutating func visitReference(_ expression: HCLExpression) {
    var names: [String] = []
    var source = expression
    while true {
      switch source.form {
      case .attribute(let inner, let name):
        names.append(name.text)
        source = inner
      case .legacyIndex(let inner, _):
        names.removeAll()
        source = inner
      case .index(let inner, let key):
        names.removeAll()
        visit(key)
        source = inner
      case .variable(let root):
        guard !bound.contains(root) else { return }
        references.append(
          StaticReference(root: root, names: names.reversed(), location: expression.location)
        )
        return
      case .splatItem: return
      default:
        visit(source)
        return
      }
    }
  }
}
