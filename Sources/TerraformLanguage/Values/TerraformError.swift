package import Inventory
package import SourceText

/// What is wrong with an expression, so that Terraform would not evaluate it.
package struct TerraformError: Error, Sendable, Hashable {
  /// A stable name such as `terraform.invalid-index`.
  package var code: String
  /// The sentence to show.
  package var text: LocalizedText
  /// The bytes that are wrong; `nil` until the expression is known that was evaluated.
  package var location: SourceLocation?
  /// Whether the error is found before any evaluation, so that `try` and `can` do not catch it.
  package var isStatic: Bool
  /// Why the value is not known, where the error says it better than the expression that fails.
  package var cause: UnknownReason?

  /// Reports an error.
  package init(
    _ code: String,
    _ text: LocalizedText,
    at location: SourceLocation? = nil,
    isStatic: Bool = false,
    cause: UnknownReason? = nil
  ) {
    self.code = code
    self.text = text
    self.location = location
    self.isStatic = isStatic
    self.cause = cause
  }
}
