package import SourceText
package import Syntax

/// Edits YAML, in block style and in brackets, and YAML in a template of Terraform.
package struct YAMLEditor: SourceEditor {
  let text: EditedText
  let style: YAMLStyle
  let notation: YAMLNotation
  let flow: FlowEditor<YAMLNotation>
  let places: EditablePlaces

  /// Edits the text that `tree` was parsed from.
  ///
  /// If parts of it were blanked before, `original` is the file with the same offsets. With
  /// `isTemplate` the text is a template of Terraform: expressions may be written.
  package init(_ tree: SyntaxTree, original: SourceFile? = nil, isTemplate: Bool = false) {
    let locator = NodeLocator(tree)
    text = EditedText(tree.file, original: original)
    style = YAMLStyle(of: locator, text)
    var notation = YAMLNotation(isTemplate: isTemplate, usesTags: style.usesTags)
    notation.keys.quote = style.quote
    notation.strings.quote = style.quote
    self.notation = notation
    flow = FlowEditor(
      locator,
      text,
      notation,
      standard: FlowStyle(unit: YAMLWriter.spaces(style.unit), objectPadding: "")
    )
    places = EditablePlaces(locator, original)
  }

  package func insert(
    _ members: [SourceLiteral.Member],
    into object: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: object, .mapping)
    try places.refuse(members, existingIn: node)
    return try add(members.map { .member($0) }, to: node, whole: .object(members))
  }

  package func append(
    _ elements: [SourceLiteral],
    to list: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: list, .sequence)
    return try add(elements.map { .element($0) }, to: node, whole: .list(elements))
  }

  package func replace(
    _ value: SourceRange,
    with literal: SourceLiteral
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: value)
    guard let parent = places.locator.parent(of: node) else {
      return [try replaceRoot(node, with: literal)]
    }
    guard parent.style == .flow else {
      return try replace(item(of: node, in: parent), in: parent, with: literal)
    }
    let collection = try FlowCollection(parent, text, notation)
    guard let item = collection.items.first(where: { $0.value == node }) else {
      throw .notFound(at: places.location(value))
    }
    return [
      try flow.replace(
        node,
        from: item.valueStart(text, notation),
        with: literal,
        anchor: node.anchor.map { "&\($0) " } ?? ""
      )
    ]
  }

  package func remove(
    membersKeyedAt keys: [SourceRange],
    from object: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: object, .mapping)
    return try remove(places.indices(ofMembersKeyedAt: keys, in: node), from: node)
  }

  package func remove(
    elementsAt elements: [SourceRange],
    from list: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let node = try places.node(at: list, .sequence)
    return try remove(places.indices(ofElementsAt: elements, in: node), from: node)
  }

  private func add(
    _ items: [NewItem],
    to node: Node,
    whole literal: SourceLiteral
  ) throws(EditRefusal) -> [Edit] {
    guard !items.isEmpty else { return [] }
    guard node.style == .flow else { return try addLines(items, to: node) }
    if let item = try expandableItem(of: node, for: items),
      let parent = places.locator.parent(of: node)
    {
      return try replace(item, in: parent, with: literal)
    }
    return try flow.add(items, to: node)
  }

  /// Where the empty brackets of `node` stand if lines may take their place.
  private func expandableItem(
    of node: Node,
    for items: [NewItem]
  ) throws(EditRefusal) -> BlockCollection.Item? {
    let bounds = node.range.bounds
    guard let parent = places.locator.parent(of: node), parent.style == .block,
      text.space((bounds.lowerBound + 1)..<(bounds.upperBound - 1)) != nil
    else { return nil }
    let item = try item(of: node, in: parent)
    let isBare = item.valueStart == bounds.lowerBound
    let isSmall =
      node.kind == .sequence && style.bracketsScalarLists
      && items.allSatisfy { $0.value.isScalar }
    return isBare && !isSmall && text.isLastOnLine(item.end) ? item : nil
  }

  private func remove(_ indices: Set<Int>, from node: Node) throws(EditRefusal) -> [Edit] {
    guard node.style == .block else { return try flow.remove(indices, from: node) }
    let collection = try BlockCollection(node, text, notation)
    guard indices.count < collection.items.count else { return try empty(node) }
    return try removeLines(indices, of: collection)
  }

  /// Where `node` stands in the block collection `parent`.
  func item(of node: Node, in parent: Node) throws(EditRefusal) -> BlockCollection.Item {
    let items = try BlockCollection(parent, text, notation).items
    guard let item = items.first(where: { $0.value == node }) else {
      throw .notFound(at: places.location(node.range))
    }
    return item
  }

  func writer(near node: Node) -> YAMLWriter {
    YAMLWriter(
      style: style,
      flow: flow.style,
      notation.adapted(to: node),
      newline: text.newline
    )
  }
}

extension FlowCollection.Item {
  /// The offset of the value, with its tag and anchor.
  func valueStart(_ text: EditedText, _ notation: YAMLNotation) -> Int {
    guard let entry else { return start }
    let colon = text.skipTrivia(from: entry.key.writtenRange.bounds.upperBound, notation)
    return min(text.skipTrivia(from: colon + 1, notation), entry.valueStart)
  }
}
