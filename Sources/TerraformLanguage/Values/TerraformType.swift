/// A type of the Terraform language.
package indirect enum TerraformType: Sendable, Hashable {
  /// Any type, or one that is not known yet.
  case dynamic
  case bool
  case number
  case string
  case list(TerraformType)
  case set(TerraformType)
  case map(TerraformType)
  case tuple([TerraformType])
  /// The types of the attributes, and the names of those that may be absent.
  case object([String: TerraformType], optional: Set<String> = [])
}
