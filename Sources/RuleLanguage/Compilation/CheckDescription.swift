package import SourceText

/// A check of a condition as its author wrote it.
package struct CheckDescription: Sendable, Hashable {
  /// The field with its argument and transformers, as in `tolower(ct.user)`.
  package let field: String
  /// The name of the innermost first field.
  package let fieldName: String
  /// The text in the field's brackets.
  package let argument: String?
  /// The operator.
  package let comparison: Operator
  /// How many elements of the list must be satisfied.
  package let modifier: Modifier?
  /// The constants, quotes and escapes resolved; empty for `exists` and for another field.
  package let constants: [String]
  /// The field on the right side, as written.
  package let otherField: String?
  /// The bytes of the text at `place`.
  package let range: SourceRange
  /// The text that `range` counts in.
  package let place: Place

  init(_ check: CheckExpression, range: SourceRange, place: Place) {
    field = check.left.description
    (fieldName, argument) = check.left.innermostField ?? ("", nil)
    comparison = check.comparison
    modifier = check.modifier
    self.range = range
    self.place = place
    switch check.right {
    case .none: (constants, otherField) = ([], nil)
    case .value(let constant): (constants, otherField) = ([constant.text], nil)
    case .list(let list): (constants, otherField) = (list.map(\.text), nil)
    case .operand(let operand): (constants, otherField) = ([], operand.description)
    }
  }
}

extension Operand: CustomStringConvertible {
  /// The operand in the language's own notation.
  package var description: String {
    switch kind {
    case .field(let name, let argument): name + (argument.map { "[\($0)]" } ?? "")
    case .transformer(let transformer, let arguments, let argument):
      "\(transformer.rawValue)(\(Self.list(arguments)))" + (argument.map { "[\($0)]" } ?? "")
    case .text(let bytes): "\"\(String(decoding: bytes, as: UTF8.self))\""
    case .number(let bytes): String(decoding: bytes, as: UTF8.self)
    case .list(let elements): "(\(Self.list(elements)))"
    }
  }

  private static func list(_ operands: [Operand]) -> String {
    operands.map(\.description).joined(separator: ", ")
  }

  /// The first field that the operand reads.
  fileprivate var innermostField: (String, String?)? {
    switch kind {
    case .field(let name, let argument): (name, argument)
    case .transformer(_, let operands, _), .list(let operands):
      operands.lazy.compactMap(\.innermostField).first
    case .text, .number: nil
    }
  }
}
