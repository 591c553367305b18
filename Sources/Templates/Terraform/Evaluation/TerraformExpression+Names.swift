import SourceText
import Syntax
import TerraformLanguage

extension TerraformExpression {
  /// The bare words that the expression is or that a list holds, as `ignore_changes` takes them.
  var names: [(name: String, location: SourceLocation)] {
    switch self {
    case .native(let expression):
      return expression.listElements.compactMap { element in
        Self.word(element).map { ($0, element.location) }
      }
    case .json(let node):
      let elements = node.kind == .sequence ? node.elements : [node]
      return elements.compactMap { element in element.string.map { ($0, element.location) } }
    }
  }

  /// The bare word that the expression is; `nil` for anything else.
  var keyword: String? { names.first?.name }

  /// The address that the expression is, such as `aws.west`; `nil` for anything else.
  var address: String? {
    switch self {
    case .json(let node): return node.string
    case .native(let expression):
      switch expression.form {
      case .variable(let name): return name
      case .attribute(let inner, let name):
        return TerraformExpression.native(inner).address.map { "\($0).\(name.text)" }
      case .wrapped(let inner): return TerraformExpression.native(inner).address
      case .template: return constantText
      default: return nil
      }
    }
  }

  private static func word(_ expression: HCLExpression) -> String? {
    switch expression.form {
    case .variable(let name): name
    case .template, .wrapped: TerraformExpression.native(expression).address
    default: nil
    }
  }
}

extension HCLExpression {
  fileprivate var listElements: [HCLExpression] {
    if case .tuple(let elements) = form { elements } else { [self] }
  }
}
