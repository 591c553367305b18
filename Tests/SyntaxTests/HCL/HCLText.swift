import SourceText
import Syntax

extension Sample {
  /// Parses `text` as a Terraform file.
  static func hcl(_ text: String) -> HCLTree {
    HCLParser.parse(SourceFile(path: "a.tf", text: text))
  }

  /// The expression that `text` is.
  static func expression(_ text: String) -> HCLExpression? {
    HCLParser.parseExpression(SourceFile(path: "a.tf", text: text)).expression
  }
}

extension HCLTree {
  /// The codes of all diagnostics with the texts that they point at.
  var sources: [String] {
    diagnostics.map { "\($0.code) `\($0.location.map { $0.file.text($0.range) } ?? "")`" }
  }
}

/// What a tree says, in one line.
enum HCLText {
  static func of(_ body: HCLBody) -> String {
    body.items.map { item in
      switch item {
      case .attribute(let attribute): "\(attribute.name) = \(of(attribute.expression))"
      case .block(let block):
        ([block.type] + block.labels.map(\.text)).joined(separator: " ") + " {\(of(block.body))}"
      }
    }.joined(separator: "; ")
  }

  static func of(_ expression: HCLExpression?) -> String {
    guard let expression else { return "none" }
    switch expression.form {
    case .null: return "null"
    case .bool(let value): return "\(value)"
    case .number(let text): return text
    case .template(let parts): return "\"\(of(parts))\""
    case .wrapped(let value): return of(value)
    case .tuple(let elements): return "[\(list(elements))]"
    case .object(let items):
      let items = items.map { item in
        let key = item.isParenthesised ? of(item.key) : item.keyName ?? of(item.key)
        return "\(key): \(of(item.value))"
      }
      return "{\(items.joined(separator: ", "))}"
    case .call(let call):
      return "\(call.name)(\(list(call.arguments))\(call.expandsLast ? "..." : ""))"
    case .conditional(let condition, let yes, let no):
      return "\(of(condition)) ? \(of(yes)) : \(of(no))"
    case .unary(let symbol, let operand): return "\(symbol) \(of(operand))"
    case .binary(let symbol, let left, let right):
      return "\(nested(left)) \(symbol) \(nested(right))"
    case .forTuple, .forObject: return "for"
    case .parentheses(let inner): return "(\(of(inner)))"
    default: return traversal(expression)
    }
  }

  private static func traversal(_ expression: HCLExpression) -> String {
    switch expression.form {
    case .variable(let name): name
    case .attribute(let source, let name): "\(of(source)).\(name.text)"
    case .legacyIndex(let source, let number): "\(of(source)).\(number)"
    case .index(let source, let key): "\(of(source))[\(of(key))]"
    case .splat(let splat): "\(of(splat.source))\(of(splat.each))"
    case .splatItem: ".*"
    default: "invalid"
    }
  }

  private static func list(_ expressions: [HCLExpression]) -> String {
    expressions.map { of($0) }.joined(separator: ", ")
  }

  /// An operand, in parentheses if it has operators itself.
  private static func nested(_ expression: HCLExpression) -> String {
    if case .binary = expression.form { return "(\(of(expression)))" }
    return of(expression)
  }

  static func of(_ parts: [HCLTemplatePart]) -> String {
    parts.map { part in
      switch part {
      case .literal(let literal): literal.text
      case .interpolation(let value, _): "${\(of(value))}"
      case .conditional(let condition, let then, let otherwise, _):
        "%{if \(of(condition))}\(of(then))%{else}\(of(otherwise))%{endif}"
      case .loop(let loop):
        "%{for \(loop.keyName.map { "\($0), " } ?? "")\(loop.valueName) in \(of(loop.collection))}"
          + "\(of(loop.body))%{endfor}"
      }
    }.joined()
  }
}
