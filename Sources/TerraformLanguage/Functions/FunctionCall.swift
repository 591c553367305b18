package import SourceText

/// One call of a function.
package struct FunctionCall {
  /// The name without a namespace.
  package let name: String
  /// The arguments in order, those of a final `...` spread out.
  package let arguments: [TerraformValue]
  /// The bytes of the whole call.
  package let location: SourceLocation?

  /// Describes a call.
  package init(_ name: String, _ arguments: [TerraformValue], at location: SourceLocation? = nil) {
    self.name = name
    self.arguments = arguments
    self.location = location
  }
}
