import Syntax

/// How a language writes what stands between brackets.
protocol FlowNotation: Sendable {
  /// Whether a colon takes white space behind it wherever it stands.
  static var separatesValues: Bool { get }

  /// The offset behind the comment that starts at `offset`, or `nil` if none does.
  func commentEnd(at offset: Int, in bytes: [UInt8]) -> Int?

  /// A key, quoted where it must be.
  func key(_ name: String) -> String

  /// A scalar; `nil` for a list and an object.
  func scalar(_ literal: SourceLiteral) throws(EditRefusal) -> String?

  /// A shorter way to write `literal`: a tag, and the value that it stands before.
  func tagged(_ literal: SourceLiteral) -> (tag: String, value: SourceLiteral)?

  /// The notation with the quotes that the members of `collection` have.
  func adapted(to collection: Node) -> Self

  /// The notation for a text in the place of `old`: one in quotes gets the same.
  func replacing(_ old: Node) -> Self
}
