import Inventory
import SourceText
import Syntax
import TerraformLanguage

extension ModuleInstance {
  /// The value of `expression`; unknown in those parts that Terraform would not evaluate.
  func value(of expression: TerraformExpression, in scope: any TerraformScope) -> TerraformValue {
    let evaluator = ExpressionEvaluator(
      scope: scope,
      functions: ModuleFunctions(self),
      budget: reading.budget,
      report: { self.reading.log.add($0) }
    )
    switch expression {
    case .native(let expression): return evaluator.evaluateLeniently(expression)
    case .json(let node): return evaluator.evaluateLeniently(node)
    }
  }

  /// The text that `template` yields with `variables` for its references.
  func render(_ template: HCLExpression, _ variables: TerraformObject) -> TerraformValue {
    value(of: .native(template), in: TemplateScope(variables))
  }
}
