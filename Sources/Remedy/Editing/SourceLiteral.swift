package import Inventory

/// A value to be written into a source, free of any source language.
package indirect enum SourceLiteral: Sendable, Hashable {
  /// Explicitly nothing.
  case null
  /// A Boolean.
  case bool(Bool)
  /// A number, as it is to be written.
  case number(String)
  /// A text, before any quoting.
  case string(String)
  /// A list.
  case list([SourceLiteral])
  /// An object.
  case object([Member])
  /// An expression in Terraform's language: `aws_kms_key.logs.arn`.
  case expression(String)
  /// A call of one of Terraform's functions: `jsonencode({ … })`; other languages refuse it.
  case call(String, [SourceLiteral])
  /// Something of another resource; put in the words of a source language before it is written.
  case reference(ResourceReference)

  /// A member of an object, or an argument or block of a Terraform body.
  package struct Member: Sendable, Hashable {
    /// The name, as it is to be written.
    package var name: String
    /// The value.
    package var value: SourceLiteral
    /// Whether a Terraform body takes it as a block; a list then stands for one block an element.
    package var isBlock = false

    /// Names a value.
    package init(_ name: String, _ value: SourceLiteral, isBlock: Bool = false) {
      self.name = name
      self.value = value
      self.isBlock = isBlock
    }
  }
}
