package import SourceText

/// The names of a template: the variables that it was given, and no other.
package struct TemplateScope: TerraformScope {
  private let variables: TerraformObject

  /// Names the members of `variables`.
  package init(_ variables: TerraformObject) { self.variables = variables }

  package func resolve(
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
