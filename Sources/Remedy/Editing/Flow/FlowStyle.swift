import SourceText
import Syntax

/// How the collections of a document, or of one place in it, are spaced.
struct FlowStyle: Sendable, Hashable {
  /// What one level is indented by.
  var unit = "  "
  /// A colon with the space around it.
  var colon = ": "
  /// What stands behind a comma on one line.
  var gap = " "
  /// What stands inside the braces of an object on one line.
  var objectPadding = " "
  /// What stands inside the brackets of a list on one line.
  var listPadding = ""
  /// Whether a list of scalars stands on one line even where others are spread.
  var keepsScalarListsTogether = false
  /// Whether an object with one scalar stands on one line even where others are spread.
  var keepsPairsTogether = false
}

extension FlowStyle {
  /// How many collections of a document are looked at.
  private static var sampleSize: Int { 2048 }

  /// Finds the habits of a document; what it has no example of stays as in `standard`.
  init<Notation: FlowNotation>(
    of locator: NodeLocator,
    _ text: EditedText,
    _ notation: Notation,
    standard: FlowStyle
  ) {
    self = standard
    guard !locator.tree.hasErrors else { return }
    var survey = StyleSurvey()
    for node in locator.nodes.lazy.filter({ $0.style == .flow && $0.count > 0 })
      .prefix(Self.sampleSize)
    {
      guard let collection = try? FlowCollection(node, text, notation) else { continue }
      survey.add(
        node,
        FlowStyle(adapting: standard, to: collection, text, notation),
        collection,
        text
      )
    }
    survey.settle(&self)
  }

  /// Finds the habits of one collection; what it has no example of stays as in `standard`.
  init<Notation: FlowNotation>(
    adapting standard: FlowStyle,
    to collection: FlowCollection,
    _ text: EditedText,
    _ notation: Notation
  ) {
    self = standard
    guard let first = collection.items.first, let last = collection.items.last else { return }
    if let entry = last.entry, !Notation.separatesValues {
      colon = Self.colon(of: entry, text) ?? colon
    }
    let outer = text.indentation(at: collection.open)
    if text.isFirstOnLine(last.start) {
      let inner = text.indentation(at: last.start)
      if inner.hasPrefix(outer), inner != outer { unit = String(inner.dropFirst(outer.count)) }
      return
    }
    if let space = text.space((collection.open + 1)..<first.start) {
      if last.entry == nil { listPadding = space } else { objectPadding = space }
    }
    if collection.items.count > 1,
      let space = text.space(collection.end(ofItem: collection.items.count - 2)..<last.start)
    {
      gap = space
    }
  }

  /// The colon of `entry` with at most one space at either side.
  private static func colon(of entry: Node.Entry, _ text: EditedText) -> String? {
    let between = text.parsed[entry.key.writtenRange.bounds.upperBound..<entry.valueStart]
    guard let colon = between.firstIndex(of: UInt8(ascii: ":")),
      between.allSatisfy({ " \t:".utf8.contains($0) })
    else { return nil }
    let before = colon > between.startIndex ? " " : ""
    let behind = colon + 1 < between.endIndex ? " " : ""
    return before + ":" + behind
  }
}

extension Node.Entry {
  /// Where the value starts, or the alias that stands for it.
  var valueStart: Int { value.writtenRange.bounds.lowerBound }
}

extension EditedText {
  /// The bytes of `range` if they are spaces or tabs, or none at all.
  func space(_ range: Range<Int>) -> String? {
    skipBlanks(from: range.lowerBound) >= range.upperBound
      ? String(decoding: bytes[range], as: UTF8.self) : nil
  }
}

/// Counts the habits of a document's collections.
private struct StyleSurvey {
  private var units: [String: Int] = [:]
  private var colons: [String: Int] = [:]
  private var gaps: [String: Int] = [:]
  private var objectPaddings: [String: Int] = [:]
  private var listPaddings: [String: Int] = [:]
  private var scalarLists = 0
  private var pairs = 0

  mutating func add(
    _ node: Node,
    _ style: FlowStyle,
    _ collection: FlowCollection,
    _ text: EditedText
  ) {
    let isSpread = text.hasLineBreak(in: collection.open..<collection.close)
    let isList = node.kind == .sequence
    if !isList { colons[style.colon, default: 0] += 1 }
    if collection.items.allSatisfy({ $0.isScalar }) {
      let vote = isSpread ? -1 : 1
      if isList { scalarLists += vote } else if collection.items.count == 1 { pairs += vote }
    }
    if isSpread {
      units[style.unit, default: 0] += 1
    } else {
      if isList { listPaddings[style.listPadding, default: 0] += 1 }
      if !isList { objectPaddings[style.objectPadding, default: 0] += 1 }
      if collection.items.count > 1 { gaps[style.gap, default: 0] += 1 }
    }
  }

  func settle(_ style: inout FlowStyle) {
    style.unit = Self.favorite(of: units) ?? style.unit
    style.colon = Self.favorite(of: colons) ?? style.colon
    style.gap = Self.favorite(of: gaps) ?? (style.colon.hasSuffix(" ") ? style.gap : "")
    style.objectPadding = Self.favorite(of: objectPaddings) ?? style.objectPadding
    style.listPadding = Self.favorite(of: listPaddings) ?? style.listPadding
    style.keepsScalarListsTogether = scalarLists > 0
    style.keepsPairsTogether = pairs > 0
  }

  /// The most frequent one; of equally frequent ones the shortest.
  private static func favorite(of counts: [String: Int]) -> String? {
    counts.max { ($0.value, $1.key.count, $1.key) < ($1.value, $0.key.count, $0.key) }?.key
  }
}
