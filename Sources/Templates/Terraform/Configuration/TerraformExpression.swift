import SourceText
import Syntax

/// An expression in the native or in the JSON syntax.
enum TerraformExpression {
  case native(HCLExpression)
  case json(Node)

  /// The bytes of the expression.
  var location: SourceLocation {
    switch self {
    case .native(let expression): expression.location
    case .json(let node): node.location
    }
  }
}
