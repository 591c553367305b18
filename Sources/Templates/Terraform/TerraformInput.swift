/// A value that was given for a Terraform variable outside of files.
///
/// The declared type decides how the text is read: as it stands for texts, numbers and Booleans, as
/// an expression for lists, maps and objects.
package struct TerraformInput: Sendable, Hashable {
  /// The text as it was given.
  package let text: String
  /// Where it was given, as a name to show: `--var cpu`, `TF_VAR_cpu`.
  package let name: String

  /// Takes what was given under `name`.
  package init(_ text: String, from name: String) {
    self.text = text
    self.name = name
  }
}
