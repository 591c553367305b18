package import SourceText

/// Writes changes into one file of one source language, with the smallest edits.
///
/// The ranges are those of the file that the editor was made for; all edits of one file are applied
/// at once. Edits of different calls never overlap as long as the calls concern different objects,
/// lists and values. Where insertions fall on one place, their depths put the inner ones first:
/// `Edit.inOrder(_:)` is the order to hand them on in. What is written looks as its neighbours do: indentation, quotes, flow or block
/// style, alignment, trailing commas and line ends.
package protocol SourceEditor: Sendable {
  /// Adds `members` behind the last member of the object (or Terraform body) at `object`.
  func insert(
    _ members: [SourceLiteral.Member],
    into object: SourceRange
  ) throws(EditRefusal) -> [Edit]

  /// Puts `literal` in the place of the value at `value`.
  func replace(_ value: SourceRange, with literal: SourceLiteral) throws(EditRefusal) -> [Edit]

  /// Removes the members whose keys stand at `keys`, with their values, from the object at `object`.
  ///
  /// A comment behind a value on its line, and comment lines right above a key, go with the member.
  func remove(
    membersKeyedAt keys: [SourceRange],
    from object: SourceRange
  ) throws(EditRefusal) -> [Edit]

  /// Adds `elements` behind the last element of the list at `list`.
  func append(_ elements: [SourceLiteral], to list: SourceRange) throws(EditRefusal) -> [Edit]

  /// Removes the elements that stand at `elements` from the list at `list`.
  func remove(
    elementsAt elements: [SourceRange],
    from list: SourceRange
  ) throws(EditRefusal) -> [Edit]
}
