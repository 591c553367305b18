package import SourceText
package import Syntax

extension ExpressionEvaluator {
  /// The text of a template file with `variables` for its references; other names it has none.
  ///
  /// - Throws: what Terraform would not evaluate, at its place in the template.
  package func render(
    _ template: HCLTree,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue {
    guard let expression = template.expression, !template.hasErrors else {
      throw .invalid(template, at: nil)
    }
    let evaluator = ExpressionEvaluator(
      scope: TemplateScope(variables: variables),
      functions: functions,
      budget: budget,
      report: report
    )
    return try evaluator.evaluate(expression)
  }

  /// The text of the template in `file` with `variables` for its references.
  package func render(
    _ file: SourceFile,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue {
    try render(HCLParser.parseTemplate(file), variables: variables)
  }
}

/// The names of a template: the variables that it was given.
private struct TemplateScope: TerraformScope {
  let variables: TerraformObject

  func resolve(
    _ root: String,
    _ steps: [ReferenceStep],
    at location: SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    guard let value = variables[root] else {
      throw TerraformError.missingTemplateVariable(root).located(at: location)
    }
    return (value, 0)
  }
}
