package import SourceText

/// A change at one place of a source, in the AWS shape and in the words that are written.
package struct Operation: Sendable, Hashable {
  /// What happens at the place.
  package enum Change: Sendable, Hashable {
    /// The object at the place gets members: their names in the AWS shape, and how they are written.
    case insert(shape: [SourceLiteral.Member], written: [SourceLiteral.Member])
    /// The value at the place becomes another.
    case replace(shape: SourceLiteral, written: SourceLiteral)
    /// The object at the place loses the member whose key stands at `key`.
    case remove(member: String, key: SourceRange)
    /// The list at the place gets elements at its end.
    case append(shape: [SourceLiteral], written: [SourceLiteral])
    /// The list at the place loses the element that stands at `element`.
    case removeElement(at: SourceRange)
  }

  /// The bytes of the object, the value or the list.
  package let place: SourceLocation
  /// The member of the AWS shape that holds it: tells apart the values that one text becomes.
  package let context: String
  /// What happens there.
  package let change: Change
}
