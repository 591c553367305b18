import SourceText
import Syntax

/// JSON that stands as text where AWS takes JSON as text.
package enum JSONText {
  /// The value that the text of `value` means; anything but a text as it is.
  ///
  /// Every part has the place of the whole text. Pieces that are not known may stand inside the
  /// strings of the JSON, or for a value as a whole.
  static func value(of value: Value) -> Value {
    var budget = ValueBudget()
    return self.value(of: value, budget: &budget)
  }

  /// The value that the text of `value` means; where the budget ends, the rest is unknown.
  package static func value(of value: Value, budget: inout ValueBudget) -> Value {
    switch value.content {
    case .string(let text): parsed(text, standIns: [], at: value, &budget)
    case .partial(let pieces): parsed(standingIn(pieces), standIns: pieces, at: value, &budget)
    default: value
    }
  }

  /// Two characters of private use, which no configuration holds.
  private static let open: Character = "\u{E000}"
  private static let close: Character = "\u{E001}"

  private static func standingIn(_ pieces: [TextPiece]) -> String {
    var quotes = JSONQuotes()
    return pieces.enumerated().map { index, piece in
      guard let literal = piece.literal else {
        let mark = "\(open)\(index)\(close)"
        return quotes.isWithin ? mark : "\"\(mark)\""
      }
      quotes.pass(literal)
      return literal
    }.joined()
  }

  private static func parsed(
    _ text: String,
    standIns: [TextPiece],
    at place: Value,
    _ budget: inout ValueBudget
  ) -> Value {
    let tree = JSONParser.parse(SourceFile(path: place.origin?.file.path ?? "", text: text))
    let isBroken = tree.diagnostics.contains { $0.severity == .error }
    guard !isBroken, let root = tree.root else {
      return place.unknown(place.firstUnknownReason ?? .malformed(expected: "JSON"))
    }
    return relocated(Value(root, budget: &budget), standIns: standIns, to: place)
  }

  private static func relocated(_ value: Value, standIns: [TextPiece], to place: Value) -> Value {
    switch value.content {
    case .list(let elements):
      return place.with(.list(elements.map { relocated($0, standIns: standIns, to: place) }))
    case .object(let object):
      let members = object.members.map { member in
        ValueObject.Member(
          member.name,
          relocated(member.value, standIns: standIns, to: place)
        )
      }
      return place.with(.object(ValueObject(members)))
    case .string(let text) where text.contains(open):
      let pieces = pieces(of: text, standIns: standIns)
      if case .reference(let reference)? = pieces.first, pieces.count == 1 {
        return place.with(.reference(reference))
      }
      return place.text(pieces)
    default: return place.with(value.content)
    }
  }

  private static func pieces(of text: String, standIns: [TextPiece]) -> [TextPiece] {
    var pieces: [TextPiece] = []
    for part in text.split(separator: open, omittingEmptySubsequences: false) {
      let halves = part.split(separator: close, maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, let index = Int(halves[0]), standIns.indices.contains(index) {
        pieces += [standIns[index], .literal(String(halves[1]))]
      } else {
        pieces.append(.literal(String(part)))
      }
    }
    return pieces.merged
  }
}
