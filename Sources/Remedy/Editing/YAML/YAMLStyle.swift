import SourceText
import Syntax

/// How a document lays out its block collections.
struct YAMLStyle: Sendable, Hashable {
  /// The number of columns that a nested mapping is indented by.
  var unit = 2
  /// The number of columns between a key and the dashes below it.
  var dashOffset = 2
  /// Whether lists of scalars stand in brackets.
  var bracketsScalarLists = false
  /// Whether intrinsic functions are written as tags.
  var usesTags = false
  /// The quotes that most quoted scalars have.
  var quote = YAMLScalar.Quote.double
}

extension YAMLStyle {
  /// Finds the habits of a document.
  init(of locator: NodeLocator, _ text: EditedText) {
    var units: [Int: Int] = [:]
    var dashOffsets: [Int: Int] = [:]
    var brackets = 0
    var singleQuotes = 0
    for node in locator.nodes {
      if node.style == .singleQuoted { singleQuotes += 1 }
      if node.style == .doubleQuoted { singleQuotes -= 1 }
      if let tag = node.tag, YAMLIntrinsics.names.contains(tag) { usesTags = true }
      if node.kind == .sequence, node.elements.prefix(8).allSatisfy({ $0.count == 0 }),
        node.count > 0
      {
        brackets += node.style == .flow ? 1 : -1
      }
      guard node.style == .block, let parent = locator.parent(of: node), parent.kind == .mapping
      else { continue }
      let offset =
        text.column(at: node.range.bounds.lowerBound)
        - text.column(at: parent.range.bounds.lowerBound)
      if node.kind == .mapping { units[offset, default: 0] += 1 }
      if node.kind == .sequence { dashOffsets[offset, default: 0] += 1 }
    }
    unit = Self.favorite(of: units.filter { $0.key > 0 }) ?? unit
    dashOffset = Self.favorite(of: dashOffsets.filter { $0.key >= 0 }) ?? unit
    bracketsScalarLists = brackets > 0
    quote = singleQuotes > 0 ? .single : .double
  }

  /// The most frequent number; of equally frequent ones the smallest.
  private static func favorite(of counts: [Int: Int]) -> Int? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
