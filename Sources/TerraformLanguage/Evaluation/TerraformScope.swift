package import SourceText

/// What names mean where an expression stands.
package protocol TerraformScope {
  /// The value of the longest beginning of a reference that the scope knows.
  ///
  /// - Parameters:
  ///   - root: the first name: `var`, `local`, `module`, `data`, `each`, `aws_ecs_service` …
  ///   - steps: the names and keys that follow it
  ///   - location: the bytes of the root
  /// - Returns: the value and the number of steps that led to it; the rest is applied to the value
  /// - Throws: a static error for a name that is not declared
  func resolve(
    _ root: String,
    _ steps: [ReferenceStep],
    at location: SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int)
}

/// A step of a reference behind its root.
package enum ReferenceStep: Sendable {
  /// `.name`
  case name(String, SourceLocation)
  /// `[key]`, evaluated
  case key(TerraformValue, SourceLocation)
}
