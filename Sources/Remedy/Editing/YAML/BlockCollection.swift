import SourceText
import Syntax

/// A collection by indentation: where its items, dashes and colons stand.
struct BlockCollection {
  /// A member or an element.
  struct Item {
    /// The offset of the key, with its tag and anchor, or of the dash.
    let start: Int
    /// The offset of the colon or of the dash.
    let indicator: Int
    /// The offset of the value, with its tag and anchor.
    let valueStart: Int
    let end: Int
    /// The value of the member, or the element.
    let value: Node
    let isElement: Bool
  }

  let items: [Item]

  /// Finds the items of `node`.
  init(_ node: Node, _ text: EditedText, _ notation: YAMLNotation) throws(EditRefusal) {
    var items: [Item] = []
    var start = node.range.bounds.lowerBound
    let children =
      node.writtenEntries.map { ($0.range, $0.key.writtenRange as SourceRange?, $0.value) }
      + node.elements.map { ($0.writtenRange, nil, $0) }
    for (range, key, value) in children {
      if let last = items.last { start = text.skipTrivia(from: last.end, notation) }
      let indicator = key.map { text.skipTrivia(from: $0.bounds.upperBound, notation) } ?? start
      let expected = key == nil ? UInt8(ascii: "-") : UInt8(ascii: ":")
      guard indicator < text.parsed.count, text.parsed[indicator] == expected else {
        throw .crowdedLine(at: node.location)
      }
      let valueStart = min(
        text.skipTrivia(from: indicator + 1, notation),
        value.writtenRange.bounds.lowerBound
      )
      items.append(
        Item(
          start: start,
          indicator: indicator,
          valueStart: valueStart,
          end: range.bounds.upperBound,
          value: value,
          isElement: key == nil
        )
      )
    }
    self.items = items
  }
}
