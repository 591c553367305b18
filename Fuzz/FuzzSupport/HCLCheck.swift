import SourceText
package import Syntax

/// What must hold for the HCL tree of any input whatever.
package enum HCLCheck {
  /// Stops the program where the tree breaks a promise.
  package static func check(_ tree: HCLTree) {
    for diagnostic in tree.diagnostics {
      guard let range = diagnostic.location?.range else { continue }
      precondition(Int(range.end) <= tree.file.bytes.count, "a diagnostic lies behind the end")
    }
    if tree.diagnostics.first?.code != "hcl.utf-16" { checkTokens(of: tree) }
    check(tree.body)
    if let expression = tree.expression { check(expression, depth: 0) }
  }

  /// The tokens with the spaces between them must be the text byte for byte.
  private static func checkTokens(of tree: HCLTree) {
    var end = tree.file.contentStart
    for token in tree.tokens {
      precondition(end <= token.range.start, "tokens overlap")
      for byte in tree.file.bytes[end..<Int(token.range.start)] {
        precondition(byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"), "a byte is lost")
      }
      end = Int(token.range.end)
    }
    precondition(end == tree.file.bytes.count, "the end is lost")
  }

  private static func check(_ body: HCLBody) {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        precondition(body.range.contains(attribute.range), "an argument lies outside of its body")
        precondition(attribute.range.contains(attribute.nameRange), "a name lies outside")
        precondition(attribute.range.contains(attribute.expression.range), "a value lies outside")
        check(attribute.expression, depth: 0)
      case .block(let block):
        precondition(body.range.contains(block.range), "a block lies outside of its body")
        for label in block.labels {
          precondition(block.range.contains(label.range), "a label lies outside of its block")
          _ = label.text
        }
        check(block.body)
      }
    }
  }

  private static func check(_ expression: HCLExpression, depth: Int) {
    precondition(depth < 2000, "an expression is too deep")
    for child in children(of: expression) {
      precondition(expression.range.contains(child.range), "an expression lies outside")
      check(child, depth: depth + 1)
    }
  }

  private static func children(of expression: HCLExpression) -> [HCLExpression] {
    switch expression.form {
    case .null, .bool, .number, .variable, .splatItem, .invalid: []
    case .template(let parts): parts.flatMap(children)
    case .wrapped(let value), .attribute(let value, _), .legacyIndex(let value, _),
      .unary(_, let value), .parentheses(let value):
      [value]
    case .tuple(let elements): elements
    case .object(let items): items.flatMap { [$0.key, $0.value] }
    case .index(let source, let key): [source, key]
    case .splat(let splat): [splat.source, splat.each]
    case .call(let call): call.arguments
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .binary(_, let left, let right): [left, right]
    case .forTuple(let loop), .forObject(let loop):
      [loop.collection, loop.valueResult] + [loop.keyResult, loop.condition].compactMap(\.self)
    }
  }

  private static func children(of part: HCLTemplatePart) -> [HCLExpression] {
    switch part {
    case .literal(let literal):
      precondition(!literal.text.isEmpty, "a text is empty")
      return []
    case .interpolation(let value, _): return [value]
    case .conditional(let condition, let then, let otherwise, _):
      return [condition] + (then + otherwise).flatMap(children)
    case .loop(let loop): return [loop.collection] + loop.body.flatMap(children)
    }
  }
}
