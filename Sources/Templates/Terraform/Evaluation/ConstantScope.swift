import SourceText
import TerraformLanguage

/// A scope without names, for what must be constant.
struct ConstantScope: TerraformScope {
  func resolve(
    _ root: String,
    _ steps: [ReferenceStep],
    at location: SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    throw .notConstant(at: location)
  }
}
