/// The names that a `for` or a template brings in, the innermost first.
final class LocalNames {
  private let name: String
  private let value: TerraformValue
  private let outer: LocalNames?

  /// Adds `name` to the names of `outer`.
  init(_ name: String, _ value: TerraformValue, within outer: LocalNames?) {
    self.name = name
    self.value = value
    self.outer = outer
  }

  /// The value of `name`.
  subscript(_ name: String) -> TerraformValue? {
    var names: LocalNames? = self
    while let current = names {
      if current.name == name { return current.value }
      names = current.outer
    }
    return nil
  }
}
