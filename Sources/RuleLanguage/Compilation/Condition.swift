/// A compiled condition: its fields are resolved and its constants prepared.
///
/// A condition is immutable and may be evaluated from several threads at once.
package struct Condition: Sendable {
  /// One operation; its operands follow it, each ending where the next begins.
  struct Node: Sendable {
    enum Kind: Sendable {
      case check
      case not
      case all
      case any
    }

    let kind: Kind
    /// The index of the check, for a check.
    let check: Int
    /// The index behind the last node that belongs to this one.
    var end: Int
  }

  let nodes: [Node]
  let checks: [PreparedCheck]
  let descriptions: [CheckDescription]
  /// The fields that the condition reads, each once, in the order of their first use.
  package let fields: [FieldReference]
  /// What was accepted and is probably not meant.
  package let warnings: [ConditionError]
}

extension Condition {
  /// Compiles the text of a condition.
  ///
  /// The first problem ends the compilation. Ranges count in the bytes of `text` as it was
  /// given, before lists and macros are replaced.
  package static func compile(
    _ text: String,
    vocabulary: Vocabulary = .empty,
    catalog: some FieldCatalog
  ) -> Result<Condition, ConditionError> {
    compile(Array(text.utf8), vocabulary: vocabulary, catalog: catalog)
  }

  /// Compiles the text of a condition given as bytes, which need not be valid UTF-8.
  package static func compile(
    _ text: [UInt8],
    vocabulary: Vocabulary = .empty,
    catalog: some FieldCatalog
  ) -> Result<Condition, ConditionError> {
    Result { () throws(ConditionError) in
      var compiler = Compiler(catalog: catalog)
      try compiler.compile(try vocabulary.expression(of: text))
      return compiler.condition
    }
  }
}

/// A check as it is evaluated; shared by reference, so that evaluation copies none of it.
final class PreparedCheck: Sendable {
  /// How many values of a list must satisfy a predicate.
  enum Quantifier: Sendable {
    case any
    case all
  }

  enum Test: Sendable {
    case exists
    case values(Predicate, Quantifier)
    /// A comparison with another field; order is that of numbers where one side is dynamic.
    case compare(Operator, PreparedOperand, Quantifier, isDynamic: Bool)
  }

  let left: PreparedOperand
  let test: Test

  init(left: PreparedOperand, test: Test) {
    self.left = left
    self.test = test
  }
}

/// What yields the values of one side of a check.
indirect enum PreparedOperand: Sendable {
  case field(FieldReference)
  case constant(FieldValue)
  case list([PreparedOperand])
  case transformed(Transformer, [PreparedOperand], option: UInt8?)
}
