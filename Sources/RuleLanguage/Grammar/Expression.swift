package import SourceText

/// A condition as it was written, without regard to what its fields mean.
package struct Expression: Sendable, Hashable {
  /// What the expression is.
  package indirect enum Kind: Sendable, Hashable {
    /// Two or more operands of `and`.
    case all([Expression])
    /// Two or more operands of `or`.
    case any([Expression])
    /// `not`.
    case not(Expression)
    /// The name of a macro.
    case macro(String)
    /// A comparison.
    case check(CheckExpression)
  }

  /// What the expression is.
  package let kind: Kind
  /// The bytes of the text at `place` that hold it.
  package let range: SourceRange
  /// The text that `range` counts in.
  package let place: Place
}

/// A comparison as it was written.
package struct CheckExpression: Sendable, Hashable {
  /// What stands on the right side.
  package enum Right: Sendable, Hashable {
    /// Nothing, behind `exists`.
    case none
    /// One constant.
    case value(Constant)
    /// A list of constants; a lone name is a list of one.
    case list([Constant])
    /// The value of another field.
    case operand(Operand)
  }

  /// The field or transformer on the left.
  package let left: Operand
  /// The operator.
  package let comparison: Operator
  /// The bytes that hold the operator.
  package let comparisonRange: SourceRange
  /// How many elements of the list must be satisfied.
  package let modifier: Modifier?
  /// The right side.
  package let right: Right
}

/// A constant of a condition.
package struct Constant: Sendable, Hashable {
  /// The value, its escapes resolved.
  package let bytes: [UInt8]
  /// The bytes that hold it, quotes included.
  package let range: SourceRange

  /// The value as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A field, or what transformers make of fields.
package struct Operand: Sendable, Hashable {
  /// What the operand is.
  package indirect enum Kind: Sendable, Hashable {
    /// A field and the text in its brackets.
    case field(name: String, argument: String?)
    /// A transformer, its arguments and the text in its brackets.
    case transformer(Transformer, [Operand], argument: String?)
    /// A quoted text as a transformer's argument.
    case text([UInt8])
    /// A number as a transformer's argument, as written.
    case number([UInt8])
    /// A list as a transformer's argument.
    case list([Operand])
  }

  /// What the operand is.
  package let kind: Kind
  /// The bytes that hold it.
  package let range: SourceRange
}
