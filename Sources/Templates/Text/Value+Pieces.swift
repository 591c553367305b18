import Inventory

extension Value {
  /// The unknown value at the same place.
  func unknown(_ reason: UnknownReason) -> Value { with(.unknown(reason)) }

  /// The text as pieces; `nil` for what is no text.
  var pieces: [TextPiece]? {
    switch content {
    case .bool, .number, .string: text.map { [.literal($0)] }
    case .partial(let pieces): pieces
    case .reference(let reference): [.reference(reference)]
    default: nil
    }
  }

  /// The text with its unknown pieces, at the same place.
  func with(_ pieces: [TextPiece]) -> Value {
    var builder = TextBuilder()
    for piece in pieces { builder.append(piece) }
    return with(builder.content)
  }

  /// Whether a text begins with `prefix`, as far as that is known.
  func begins(with prefix: String) -> Bool {
    guard case .literal(let text)? = pieces?.first else { return false }
    return text.hasPrefix(prefix)
  }

  /// The parts between occurrences of `separator`; an unknown piece counts as having none in it.
  ///
  /// A value that is no text is its own only part.
  func parts(separatedBy separator: Character, limit: Int = .max) -> [Value] {
    guard let pieces else { return [self] }
    var parts: [[TextPiece]] = [[]]
    for piece in pieces {
      guard case .literal(let text) = piece else {
        parts[parts.count - 1].append(piece)
        continue
      }
      let splits = max(0, limit - parts.count)
      let texts = text.split(
        separator: separator,
        maxSplits: splits,
        omittingEmptySubsequences: false
      )
      for (index, text) in texts.enumerated() {
        if index > 0 { parts.append([]) }
        if !text.isEmpty { parts[parts.count - 1].append(.literal(String(text))) }
      }
    }
    return parts.map(with)
  }
}
