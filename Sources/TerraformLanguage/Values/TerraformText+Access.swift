import SourceText

extension TerraformText {
  /// The whole text; `nil` where a part of it is not known.
  package var text: String? {
    if case .literal(let text, _) = pieces.first, pieces.count == 1 { return text }
    var result = ""
    for piece in pieces {
      guard let text = piece.text else { return nil }
      result += text
    }
    return result
  }

  /// Whether no part of the text is unknown.
  package var isKnown: Bool { pieces.allSatisfy(\.isKnown) }

  /// Whether the text has no piece at all.
  package var isEmpty: Bool { pieces.isEmpty }

  /// Why a part of the text is not known; `nil` if all is known.
  package var doubt: TerraformValue.Doubt? {
    for piece in pieces {
      switch piece {
      case .literal: continue
      case .json(let value): if let doubt = value.doubt { return doubt }
      case .unknown(let doubt, _): return doubt
      }
    }
    return nil
  }

  /// The marks of the values that are encoded in the text.
  package var marks: Set<String> {
    pieces.reduce(into: []) { marks, piece in
      if case .json(let value) = piece { marks.formUnion(value.allMarks) }
    }
  }

  /// The known text in front of the first part that is not known.
  package var knownPrefix: String {
    var prefix = ""
    for piece in pieces {
      guard let text = piece.text else { break }
      prefix += text
    }
    return prefix
  }

  /// Puts `other` behind the text.
  package mutating func append(_ other: TerraformText) { pieces += other.pieces }

  /// Puts known text behind the text.
  package mutating func append(_ text: String, from source: TextSource? = nil) {
    if !text.isEmpty { pieces.append(.literal(text, source)) }
  }

  /// The texts one behind the other with `separator` between them.
  package static func joined(
    _ texts: [TerraformText],
    separator: TerraformText = TerraformText([])
  ) -> TerraformText {
    var result = TerraformText([])
    for (index, text) in texts.enumerated() {
      if index > 0 { result.append(separator) }
      result.append(text)
    }
    return result
  }
}

extension TerraformText.Piece {
  /// The text of the piece; `nil` where it is not known.
  package var text: String? {
    switch self {
    case .literal(let text, _): text
    case .json(let value): value.jsonText
    case .unknown: nil
    }
  }

  /// The text of a literal piece; `nil` for others.
  var literal: String? { if case .literal(let text, _) = self { text } else { nil } }

  /// Whether the text of the piece is known.
  package var isKnown: Bool {
    switch self {
    case .literal: true
    case .json(let value): value.isKnown
    case .unknown: false
    }
  }
}
