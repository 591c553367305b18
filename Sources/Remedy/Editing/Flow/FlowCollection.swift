import SourceText
import Syntax

/// A collection in brackets or braces: where its items and its commas stand.
struct FlowCollection {
  /// A member or an element, with its tag and anchor.
  struct Item {
    var start: Int
    var end: Int
    /// Where the comma behind it stands.
    var comma: Int?
    /// The member; `nil` for an element.
    var entry: Node.Entry?
    /// The value of the member, or the element.
    var value: Node

    var isScalar: Bool { value.kind != .mapping && value.kind != .sequence }
  }

  /// The offset of the opening bracket.
  let open: Int
  /// The offset of the closing bracket.
  let close: Int
  let items: [Item]

  /// Finds the items of `node`.
  init(_ node: Node, _ text: EditedText, _ notation: some FlowNotation) throws(EditRefusal) {
    let bounds = node.range.bounds
    guard node.style == .flow, !bounds.isEmpty,
      "[{".utf8.contains(text.parsed[bounds.lowerBound])
    else { throw .bareCollection(at: node.location) }
    open = bounds.lowerBound
    close = bounds.upperBound - 1
    var items: [Item] = []
    var cursor = open + 1
    let children =
      node.writtenEntries.map { ($0.range, $0 as Node.Entry?, $0.value) }
      + node.elements.map { ($0.writtenRange, nil, $0) }
    for (range, entry, value) in children {
      let start = min(text.skipTrivia(from: cursor, notation), range.bounds.lowerBound)
      let end = range.bounds.upperBound
      let next = text.skipTrivia(from: end, notation)
      let comma = text.parsed[next] == UInt8(ascii: ",") ? next : nil
      items.append(Item(start: start, end: end, comma: comma, entry: entry, value: value))
      cursor = (comma ?? next - 1) + 1
    }
    self.items = items
  }

  /// The offset behind an item and its comma.
  func end(ofItem index: Int) -> Int {
    items[index].comma.map { $0 + 1 } ?? items[index].end
  }

  /// The offset behind what precedes an item: the bracket, or the item before it.
  func start(before index: Int) -> Int { index == 0 ? open + 1 : end(ofItem: index - 1) }
}

extension EditedText {
  /// The first byte from `offset` on that belongs to neither white space nor a comment.
  func skipTrivia(from offset: Int, _ notation: some FlowNotation) -> Int {
    var offset = offset
    while offset < parsed.count {
      if isSpace(parsed[offset]) {
        offset += 1
      } else if let end = notation.commentEnd(at: offset, in: parsed) {
        offset = end
      } else {
        break
      }
    }
    return offset
  }

  /// The comments of `range`, which holds nothing else but white space.
  func comments(in range: Range<Int>, _ notation: some FlowNotation) -> [Range<Int>] {
    var comments: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let end = notation.commentEnd(at: offset, in: parsed) {
        comments.append(offset..<end)
        offset = end
      } else {
        offset += 1
      }
    }
    return comments
  }

  /// The offset behind the comments that end the line of `offset`, or `offset` where none do.
  func trailingEnd(from offset: Int, _ notation: some FlowNotation) -> Int {
    var end = offset
    while let next = notation.commentEnd(at: skipBlanks(from: end), in: parsed) { end = next }
    return isLastOnLine(end) ? end : offset
  }

  /// Where an item that starts at `start` starts with the comments right above it.
  func leadStart(of start: Int, from bound: Int, _ notation: some FlowNotation) -> Int {
    var lead = start
    for comment in comments(in: bound..<start, notation).reversed() {
      let isNear = line(at: lead) - line(at: comment.upperBound) <= 1
      guard isNear, isFirstOnLine(comment.lowerBound) || isFirstOnLine(lead) == false else { break }
      lead = comment.lowerBound
    }
    return lead
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
