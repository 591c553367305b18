import SourceText
import Syntax

extension YAMLEditor {
  /// Adds `items` on lines behind the last one of `node`.
  func addLines(_ items: [NewItem], to node: Node) throws(EditRefusal) -> [Edit] {
    let collection = try BlockCollection(node, text, notation)
    let column = text.column(at: collection.items[0].start)
    let last = collection.items[collection.items.count - 1]
    try refuseCrowdedLine(of: last)
    let writer = writer(near: node)
    let gap = dashGap(of: last)
    let isAiry = hasBlankLine(beforeLastOf: collection)
    var lines: [String] = []
    for item in items {
      if isAiry { lines.append("") }
      lines.append(YAMLWriter.spaces(column) + (try write(item, writer, column: column, gap: gap)))
    }
    return [try insert(lines, behind: last.end, depth: places.locator.depth(of: node), last.value)]
  }

  private func write(
    _ item: NewItem,
    _ writer: YAMLWriter,
    column: Int,
    gap: Int
  ) throws(EditRefusal) -> String {
    switch item {
    case .member(let member): try writer.member(member, column: column)
    case .element(let element): try writer.element(element, column: column, gap: gap)
    }
  }

  /// Inserts `lines` behind the line of `offset`, where `value` ends.
  func insert(
    _ lines: [String],
    behind offset: Int,
    depth: Int,
    _ value: Node
  ) throws(EditRefusal) -> Edit {
    let text = lines.joined(separator: self.text.newline)
    guard self.text.isOnUnfinishedLine(offset) else {
      return Edit(
        insert: text + self.text.newline,
        at: self.text.nextLine(at: offset),
        depth: depth
      )
    }
    guard !endsInOpenText(value) else { throw .unfinishedText(at: places.location(value.range)) }
    return Edit(insert: self.text.newline + text, at: self.text.bytes.count, depth: depth)
  }

  /// Whether the last scalar of `node` is a block scalar that keeps its last line break.
  private func endsInOpenText(_ node: Node) -> Bool {
    if let last = node.writtenEntries.last?.value ?? node.elements.last {
      return endsInOpenText(last)
    }
    guard node.style == .literal || node.style == .folded else { return false }
    let header = text.parsed[node.range.bounds].prefix { !"\r\n#".utf8.contains($0) }
    return !header.contains(UInt8(ascii: "-"))
  }

  /// Removes the items at `indices`, but not all, with the comments that belong to them.
  func removeLines(
    _ indices: Set<Int>,
    of collection: BlockCollection
  ) throws(EditRefusal) -> [Edit] {
    var edits: [Edit] = []
    for run in indices.runs {
      let first = collection.items[run.lowerBound]
      let last = collection.items[run.upperBound]
      guard text.isFirstOnLine(first.start) else {
        let next = leadLine(ofItem: run.upperBound + 1, of: collection)
        let end = text.skipBlanks(from: text.start(ofLine: next))
        edits.append(Edit(removing: first.start..<end))
        continue
      }
      try refuseCrowdedLine(of: last)
      let lead = text.start(ofLine: leadLine(ofItem: run.lowerBound, of: collection))
      let end = behindDeeperComments(text.nextLine(at: last.end), than: first)
      let bound =
        run.lowerBound == 0
        ? lead : text.nextLine(at: collection.items[run.lowerBound - 1].end)
      edits.append(Edit(removing: text.closingGap(lead, end, from: bound)))
    }
    return edits
  }

  /// Writes `{}` or `[]` in the place of the block collection `node`.
  func empty(_ node: Node) throws(EditRefusal) -> [Edit] {
    let brackets = node.kind == .mapping ? "{}" : "[]"
    guard let parent = places.locator.parent(of: node) else {
      return [Edit(node.range, text: brackets)]
    }
    let item = try item(of: node, in: parent)
    let properties = text.parsed[item.valueStart..<node.range.bounds.lowerBound]
      .prefix { !"\r\n#".utf8.contains($0) }
    let prefix = String(decoding: properties, as: UTF8.self).split(separator: " ")
    let inline = (prefix + [brackets[...]]).joined(separator: " ")
    // What stands behind the last item on a line of its own is a comment on it.
    let isOnLine = text.line(at: item.end) == text.line(at: item.indicator)
    return replaceInline(
      item,
      with: inline,
      upTo: isOnLine ? item.end : text.lineEnd(at: item.end)
    )
  }

  /// The number of columns between the dash of an element and its value.
  private func dashGap(of item: BlockCollection.Item) -> Int {
    let isOnLine = text.line(at: item.valueStart) == text.line(at: item.indicator)
    guard item.isElement, isOnLine, item.valueStart < item.end else { return 1 }
    return item.valueStart - item.indicator - 1
  }

  /// The line on which an item starts with the comments right above it.
  private func leadLine(ofItem index: Int, of collection: BlockCollection) -> Int {
    let start = collection.items[index].start
    let column = text.column(at: collection.items[0].start)
    let bound = index == 0 ? -1 : text.line(at: collection.items[index - 1].end)
    var line = text.line(at: start)
    while line - 1 > bound, line > 0, commentColumn(ofLine: line - 1) == column { line -= 1 }
    return line
  }

  /// The column at which the line starts a comment; `nil` where it is none.
  private func commentColumn(ofLine line: Int) -> Int? {
    let start = text.start(ofLine: line)
    let first = text.skipBlanks(from: start)
    return notation.commentEnd(at: first, in: text.parsed) == nil ? nil : first - start
  }

  /// Moves behind comment lines that are indented deeper than `item`.
  ///
  /// Left alone they could become text of a block scalar that ends before the item.
  private func behindDeeperComments(_ offset: Int, than item: BlockCollection.Item) -> Int {
    let column = text.column(at: item.start)
    var end = offset
    var next = offset
    while next < text.bytes.count {
      let line = text.line(at: next)
      next = text.nextLine(at: next)
      if let found = commentColumn(ofLine: line), found > column {
        end = next
      } else if !text.isBlank(line: line) {
        break
      }
    }
    return end
  }

  private func hasBlankLine(beforeLastOf collection: BlockCollection) -> Bool {
    let count = collection.items.count
    guard count > 1 else { return false }
    let line = leadLine(ofItem: count - 1, of: collection) - 1
    return line > text.line(at: collection.items[count - 2].end) && text.isBlank(line: line)
  }

  /// Requires that only a comment stands behind `item` on its line.
  private func refuseCrowdedLine(of item: BlockCollection.Item) throws(EditRefusal) {
    let next = text.skipBlanks(from: item.end)
    guard
      next == text.lineEnd(at: item.end) || notation.commentEnd(at: next, in: text.parsed) != nil
    else { throw .crowdedLine(at: places.location(item.value.range)) }
  }
}
