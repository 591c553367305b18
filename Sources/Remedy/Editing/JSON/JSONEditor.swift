package import SourceText
package import Syntax

/// Edits JSON, also with comments and trailing commas, and JSON in a template of Terraform.
package struct JSONEditor: SourceEditor {
  private let places: EditablePlaces
  private let flow: FlowEditor<JSONNotation>

  /// Edits the text that `tree` was parsed from.
  ///
  /// If parts of it were blanked before, `original` is the file with the same offsets. With
  /// `isTemplate` the text is a template of Terraform: expressions may be written.
  package init(_ tree: SyntaxTree, original: SourceFile? = nil, isTemplate: Bool = false) {
    let locator = NodeLocator(tree)
    places = EditablePlaces(locator, original)
    flow = FlowEditor(
      locator,
      EditedText(tree.file, original: original),
      JSONNotation(isTemplate: isTemplate)
    )
  }

  package func insert(
    _ members: [SourceLiteral.Member],
    into object: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: object, .mapping)
    try places.refuse(members, existingIn: node)
    return try flow.add(members.map { .member($0) }, to: node)
  }

  package func replace(
    _ value: SourceRange,
    with literal: SourceLiteral
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: value)
    return [try flow.replace(node, from: node.range.bounds.lowerBound, with: literal)]
  }

  package func remove(
    membersKeyedAt keys: [SourceRange],
    from object: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: object, .mapping)
    return try flow.remove(places.indices(ofMembersKeyedAt: keys, in: node), from: node)
  }

  package func append(
    _ elements: [SourceLiteral],
    to list: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: list, .sequence)
    return try flow.add(elements.map { .element($0) }, to: node)
  }

  package func remove(
    elementsAt elements: [SourceRange],
    from list: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: list, .sequence)
    return try flow.remove(places.indices(ofElementsAt: elements, in: node), from: node)
  }
}
