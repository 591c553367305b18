/// A number of the Terraform language: a decimal of arbitrary size.
package struct TerraformNumber: Sendable, Hashable {
  /// The number in plain decimal digits, as `tostring` writes it.
  package let text: String

  /// Takes a number as it is written.
  package init(_ text: String) { self.text = text }
}
