import SourceText
import Syntax

extension YAMLEditor {
  /// Puts `literal` in the place of the value of `item`, which loses its tag but keeps its anchor.
  func replace(
    _ item: BlockCollection.Item,
    in parent: Node,
    with literal: SourceLiteral
  ) throws(EditRefusal) -> [Edit] {
    let writer = writer(near: parent)
    let anchor = item.value.anchor.map { "&\($0)" }
    if let inline = try inline(literal, inPlaceOf: item.value, writer) {
      return replaceInline(item, with: anchor.map { "\($0) \(inline)" } ?? inline)
    }
    let column = column(of: literal, at: item, writer)
    let block = try writer.block(literal, column: column)
    if item.isElement, anchor == nil { return replaceInline(item, with: block) }
    return try replaceLines(
      item,
      with: YAMLWriter.spaces(column) + block,
      anchor.map { " \($0)" } ?? ""
    )
  }

  /// The literal on one line, a text in the quotes of the one that it replaces.
  private func inline(
    _ literal: SourceLiteral,
    inPlaceOf old: Node,
    _ writer: YAMLWriter
  ) throws(EditRefusal) -> String? {
    guard case .string = literal else { return try writer.inline(literal) }
    return try writer.notation.replacing(old).scalar(literal)
  }

  /// Puts `literal` in the place of the root.
  func replaceRoot(_ node: Node, with literal: SourceLiteral) throws(EditRefusal) -> Edit {
    let start = node.range.bounds.lowerBound
    let isFlow = node.style == .flow
    guard node.tag == nil, node.anchor == nil, isFlow || text.isFirstOnLine(start) else {
      throw .crowdedLine(at: places.location(node.range))
    }
    if isFlow { return try flow.replace(node, from: start, with: literal) }
    let writer = writer(near: node)
    if let inline = try writer.inline(literal) { return Edit(node.range, text: inline) }
    return try Edit(node.range, text: writer.block(literal, column: text.column(at: start)))
  }

  /// Puts `inline` behind the dash or the colon of `item`, in the place of all up to `end`, which is
  /// the end of the item if nothing else is said.
  func replaceInline(
    _ item: BlockCollection.Item,
    with inline: String,
    upTo end: Int? = nil
  ) -> [Edit] {
    let end = end ?? item.end
    if item.valueStart < end, isOnIndicatorLine(item) {
      return [Edit(SourceRange(item.valueStart, end), text: inline)]
    }
    let indicator = item.isElement ? "-" : ":"
    let blanks = text.isLastOnLine(item.indicator + 1)
    let line = text.lineEnd(at: item.indicator)
    let edit = Edit(
      SourceRange(item.indicator, blanks ? line : item.indicator + 1),
      text: "\(indicator) \(inline)"
    )
    return end > line ? [edit, Edit(removing: line..<end)] : [edit]
  }

  /// Puts `lines` below the key or the dash of `item`, with `anchor` behind the colon or the dash.
  private func replaceLines(
    _ item: BlockCollection.Item,
    with lines: String,
    _ anchor: String
  ) throws(EditRefusal) -> [Edit] {
    let behind = item.indicator + 1
    guard isOnIndicatorLine(item) else {
      guard anchor.isEmpty else { throw .crowdedLine(at: places.location(item.value.range)) }
      return [Edit(SourceRange(text.lineStart(at: item.valueStart), item.end), text: lines)]
    }
    let isEmpty = item.valueStart == item.end
    if text.isLastOnLine(item.end) {
      let colon = item.isElement ? "-" : ":"
      let start = isEmpty ? item.indicator : behind
      let end = isEmpty ? text.lineEnd(at: behind) : item.end
      let lead = isEmpty ? colon : anchor
      return [Edit(SourceRange(start, end), text: lead + text.newline + lines)]
    }
    let depth = places.locator.depth(of: item.value)
    let added = try insert([lines], behind: item.end, depth: depth, item.value)
    guard !isEmpty else { return [added] }
    return [Edit(SourceRange(behind, item.end), text: anchor), added]
  }

  /// The column of the lines of `literal` below the key or behind the dash of `item`.
  private func column(
    of literal: SourceLiteral,
    at item: BlockCollection.Item,
    _ writer: YAMLWriter
  ) -> Int {
    let isOnLine = isOnIndicatorLine(item)
    let isFilled = item.valueStart < item.end
    if item.isElement, item.value.anchor == nil {
      return isFilled && isOnLine
        ? text.column(at: item.valueStart) : text.column(at: item.indicator) + 2
    }
    let isAlike =
      if case .list = literal { item.value.kind == .sequence } else {
        item.value.kind == .mapping
      }
    if isFilled, !isOnLine, isAlike, item.value.style == .block {
      return text.column(at: item.value.range.bounds.lowerBound)
    }
    let outer = item.isElement ? item.indicator : item.start
    return text.column(at: outer) + (item.isElement ? 2 : writer.offset(of: literal))
  }

  /// Whether the value starts on the line of its dash or colon.
  private func isOnIndicatorLine(_ item: BlockCollection.Item) -> Bool {
    text.line(at: item.valueStart) == text.line(at: item.indicator)
  }
}
