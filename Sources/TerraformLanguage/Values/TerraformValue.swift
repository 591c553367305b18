package import Inventory
package import SourceText

/// A value of the Terraform language, with the place that owns it.
///
/// The kinds are those of Terraform's type system (cty). A collection never becomes unknown because
/// one of its members is; a text may be known in part.
package struct TerraformValue: Sendable, Hashable {
  /// What is known of the value.
  package var content: Content
  /// The bytes of the deepest literal that owns the value; `nil` for a value nobody wrote.
  package var origin: SourceLocation?
  /// The references, calls and arguments through which the value came, the last one first.
  package var via: [SourceLocation]
  /// What the value is marked with, `sensitive` above all; marks spread to all that is made of it.
  package var marks: Set<String>

  /// What is known of a value.
  package indirect enum Content: Sendable, Hashable {
    /// Not known, but for its type.
    case unknown(TerraformType, Doubt)
    /// Explicitly nothing.
    case null(TerraformType)
    case bool(Bool)
    case number(TerraformNumber)
    case string(TerraformText)
    /// Values of any types in order: what brackets make.
    case tuple([TerraformValue])
    /// Values of one type in order.
    case list(TerraformType, [TerraformValue])
    /// Values of one type, each once, in Terraform's order of sets.
    case set(TerraformType, [TerraformValue])
    /// Named values of any types: what braces make.
    case object(TerraformObject)
    /// Named values of one type.
    case map(TerraformType, TerraformObject)
  }

  /// Why a value is not known.
  package enum Doubt: Sendable, Hashable {
    /// For a reason that has a remedy.
    case reason(UnknownReason)
    /// It is an attribute of a resource, known after deployment.
    case reference(ResourceReference)
  }

  /// Makes a value that the bytes at `origin` own.
  package init(
    _ content: Content,
    at origin: SourceLocation? = nil,
    via: [SourceLocation] = [],
    marks: Set<String> = []
  ) {
    self.content = content
    self.origin = origin
    self.via = via
    self.marks = marks
  }
}
