import SourceText
import Syntax

/// What must hold for the tree of any text whatever.
enum HCLSoundness {
  static func flaws(of tree: HCLTree) -> [String] {
    var flaws = tokenFlaws(of: tree)
    for diagnostic in tree.diagnostics {
      let range = diagnostic.location?.range
      if Int(range?.end ?? 0) > tree.file.bytes.count {
        flaws.append("diagnostic \(diagnostic.code)")
      }
    }
    visit(tree.body, &flaws)
    if let expression = tree.expression { visit(expression, within: nil, &flaws) }
    return flaws
  }

  private static func tokenFlaws(of tree: HCLTree) -> [String] {
    var flaws: [String] = []
    var end = tree.file.contentStart
    for token in tree.tokens {
      let range = token.range
      if Int(range.start) < end {
        flaws.append("token \(token.kind) at \(range) overlaps")
        continue
      }
      let gap = tree.file.bytes[end..<Int(range.start)]
      if gap.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
        flaws.append("bytes before \(token.kind) at \(range) are lost")
      }
      end = Int(range.end)
    }
    if end != tree.file.bytes.count { flaws.append("the tokens end at \(end)") }
    return flaws
  }

  private static func visit(_ body: HCLBody, _ flaws: inout [String]) {
    if Int(body.range.end) > body.file.bytes.count { flaws.append("body \(body.range)") }
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        if !body.range.contains(attribute.range) { flaws.append("attribute \(attribute.range)") }
        if attribute.name.isEmpty { flaws.append("name at \(attribute.range)") }
        visit(attribute.expression, within: attribute.range, &flaws)
      case .block(let block):
        if !body.range.contains(block.range) {
          flaws.append("block \(block.range) in \(body.range)")
        }
        _ = block.labels.map(\.text)
        if !block.range.contains(block.openBraceRange.union(block.closeBraceRange)) {
          flaws.append("braces of \(block.range)")
        }
        visit(block.body, &flaws)
      }
    }
  }

  private static func visit(
    _ expression: HCLExpression,
    within outer: SourceRange?,
    _ flaws: inout [String]
  ) {
    let range = expression.range
    if let outer, !outer.contains(range) {
      flaws.append("\(expression.form) at \(range) outside of \(outer)")
    }
    for child in children(of: expression, &flaws) { visit(child, within: range, &flaws) }
  }

  private static func children(
    of expression: HCLExpression,
    _ flaws: inout [String]
  ) -> [HCLExpression] {
    switch expression.form {
    case .null, .bool, .number, .variable, .splatItem, .invalid: return []
    case .template(let parts): return parts.flatMap { children(of: $0, &flaws) }
    case .wrapped(let value), .attribute(let value, _), .legacyIndex(let value, _),
      .unary(_, let value), .parentheses(let value):
      return [value]
    case .tuple(let elements): return elements
    case .object(let items): return items.flatMap { [$0.key, $0.value] }
    case .index(let source, let key): return [source, key]
    case .splat(let splat): return [splat.source, splat.each]
    case .call(let call): return call.arguments
    case .conditional(let condition, let yes, let no): return [condition, yes, no]
    case .binary(_, let left, let right): return [left, right]
    case .forTuple(let loop), .forObject(let loop):
      return [loop.collection, loop.valueResult]
        + [loop.keyResult, loop.condition].compactMap(\.self)
    }
  }

  private static func children(
    of part: HCLTemplatePart,
    _ flaws: inout [String]
  ) -> [HCLExpression] {
    switch part {
    case .literal(let literal):
      let written = literal.location.file.text(literal.range)
      if literal.isVerbatim, literal.text != written { flaws.append("text at \(literal.range)") }
      if literal.text.isEmpty { flaws.append("empty text at \(literal.range)") }
      return []
    case .interpolation(let value, _): return [value]
    case .conditional(let condition, let then, let otherwise, _):
      return [condition] + (then + otherwise).flatMap { children(of: $0, &flaws) }
    case .loop(let loop):
      return [loop.collection] + loop.body.flatMap { children(of: $0, &flaws) }
    }
  }
}
