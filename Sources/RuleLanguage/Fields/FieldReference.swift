/// A field as a condition uses it, resolved by a catalog when the condition is compiled.
package struct FieldReference: Sendable, Hashable {
  /// The catalog's own number; a reader switches on it.
  ///
  /// A catalog may number each combination of name and argument on its own.
  package let id: Int
  /// The name, as in `ec2.imageids`.
  package let name: String
  /// The text between the brackets, as in `ec2.imageids[0]`.
  package let argument: String?
  /// What the field yields.
  package let type: FieldType
  /// Whether the field yields a list; unused for dynamic fields.
  package let isList: Bool

  /// Describes a resolved field.
  package init(
    id: Int,
    name: String,
    argument: String? = nil,
    type: FieldType,
    isList: Bool = false
  ) {
    self.id = id
    self.name = name
    self.argument = argument
    self.type = type
    self.isList = isList
  }
}
