import SourceText
import Syntax

/// Edits collections in brackets and braces, whose items are separated by commas.
struct FlowEditor<Notation: FlowNotation>: Sendable {
  let locator: NodeLocator
  let text: EditedText
  let notation: Notation
  /// The habits of the document.
  let style: FlowStyle

  /// Learns the habits of the document; what it has no example of stays as in `standard`.
  init(
    _ locator: NodeLocator,
    _ text: EditedText,
    _ notation: Notation,
    standard: FlowStyle = FlowStyle()
  ) {
    self.locator = locator
    self.text = text
    self.notation = notation
    self.style = FlowStyle(of: locator, text, notation, standard: standard)
  }

  /// Adds `items` behind the last one of `node`.
  func add(_ items: [NewItem], to node: Node) throws(EditRefusal) -> [Edit] {
    guard !items.isEmpty else { return [] }
    let collection = try FlowCollection(node, text, notation)
    let writer = writer(at: collection, of: node)
    guard let last = collection.items.last else {
      return [try fill(node, collection, with: items, writer)]
    }
    let before = collection.start(before: collection.items.count - 1)
    let indentation = text.indentation(at: last.start)
    guard text.hasLineBreak(in: before..<last.start) else {
      return [try continueLine(of: collection, with: items, writer, indentation)]
    }
    let isAiry = collection.items.count > 1 && hasBlankLine(in: before..<last.start)
    let lines = try writer.lines(of: items, indentation: indentation, isAiry: isAiry)
    let end = collection.end(ofItem: collection.items.count - 1)
    let place = text.trailingEnd(from: end, notation)
    if last.comma != nil { return [Edit(insert: lines + ",", at: place)] }
    if place == end { return [Edit(insert: "," + lines, at: end)] }
    return [Edit(insert: ",", at: end), Edit(insert: lines, at: place)]
  }

  /// Puts `literal` in the place of `node`, which with its tag and `anchor` starts at `start`.
  func replace(
    _ node: Node,
    from start: Int,
    with literal: SourceLiteral,
    anchor: String = ""
  ) throws(EditRefusal) -> Edit {
    let surroundings = locator.parent(of: node) ?? node
    var writer = FlowWriter(notation: notation, style: style, newline: text.newline)
    if let collection = try? FlowCollection(surroundings, text, notation) {
      writer = self.writer(at: collection, of: surroundings)
    }
    if case .string = literal {
      writer = FlowWriter(
        notation: writer.notation.replacing(node),
        style: writer.style,
        newline: text.newline
      )
    }
    let range = start..<node.range.bounds.upperBound
    let value = try writer.value(
      literal,
      indentation: text.indentation(at: start),
      isSpread: text.hasLineBreak(in: range) || text.hasLineBreak(in: surroundings.range.bounds)
    )
    return Edit(SourceRange(range.lowerBound, range.upperBound), text: anchor + value)
  }

  private func writer(at collection: FlowCollection, of node: Node) -> FlowWriter<Notation> {
    FlowWriter(
      notation: notation.adapted(to: node),
      style: FlowStyle(adapting: style, to: collection, text, notation),
      newline: text.newline
    )
  }

  /// Writes the first items of an empty collection.
  private func fill(
    _ node: Node,
    _ collection: FlowCollection,
    with items: [NewItem],
    _ writer: FlowWriter<Notation>
  ) throws(EditRefusal) -> Edit {
    let inside = (collection.open + 1)..<collection.close
    let start = text.comments(in: inside, notation).last?.upperBound ?? inside.lowerBound
    let range = SourceRange(start, collection.close)
    let isList = node.kind == .sequence
    guard isSpread(node, items, inside) else {
      let padding = isList ? writer.style.listPadding : writer.style.objectPadding
      let lead = start == inside.lowerBound ? padding : " "
      return Edit(range, text: lead + (try writer.line(of: items, indentation: "")) + padding)
    }
    let indentation = text.indentation(at: collection.open)
    let lines = try writer.lines(of: items, indentation: indentation + writer.style.unit)
    return Edit(range, text: lines + text.newline + indentation)
  }

  /// Whether the first items of an empty collection get lines of their own.
  private func isSpread(_ node: Node, _ items: [NewItem], _ inside: Range<Int>) -> Bool {
    if text.hasLineBreak(in: inside) { return true }
    guard let parent = locator.parent(of: node) else { return true }
    if style.keepsScalarListsTogether, node.kind == .sequence,
      items.allSatisfy({ $0.value.isScalar })
    {
      return false
    }
    return parent.style == .flow && text.hasLineBreak(in: parent.range.bounds)
  }

  /// Adds items behind the last one on its line.
  private func continueLine(
    of collection: FlowCollection,
    with items: [NewItem],
    _ writer: FlowWriter<Notation>,
    _ indentation: String
  ) throws(EditRefusal) -> Edit {
    let isSpread = text.hasLineBreak(in: collection.open..<collection.close)
    var added = ""
    for item in items {
      added += "," + writer.style.gap
      added += try writer.item(item, indentation: indentation, isSpread: isSpread)
    }
    let last = collection.items[collection.items.count - 1]
    guard let comma = last.comma else { return Edit(insert: added, at: last.end) }
    return Edit(insert: added.dropFirst() + ",", at: comma + 1)
  }

  private func hasBlankLine(in range: Range<Int>) -> Bool {
    let lines = text.line(at: range.lowerBound)..<text.line(at: range.upperBound)
    return lines.dropFirst().contains { text.isBlank(line: $0) }
  }
}
