import Inventory

/// Puts a text together from known and unknown pieces.
struct TextBuilder {
  private var pieces: [TextPiece] = []

  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .literal(let last)? = pieces.last {
      pieces[pieces.count - 1] = .literal(last + text)
    } else {
      pieces.append(.literal(text))
    }
  }

  mutating func append(_ piece: TextPiece) {
    if case .literal(let text) = piece { append(text) } else { pieces.append(piece) }
  }

  /// Adds what the text of `value` is known to be; null adds nothing.
  mutating func append(_ value: Value) {
    switch value.content {
    case .null: break
    case .bool, .number, .string: append(value.text ?? "")
    case .partial(let pieces): for piece in pieces { append(piece) }
    case .reference(let reference): append(.reference(reference))
    case .unknown(let reason): append(.unknown(reason))
    case .list, .object: append(.unknown(.malformed(expected: "string")))
    }
  }

  /// The text, dynamic references taken out of it as unknown pieces.
  var content: Value.Content {
    let resolved = DynamicReference.separate(pieces)
    switch resolved.count {
    case 0: return .string("")
    case 1:
      switch resolved[0] {
      case .literal(let text): return .string(text)
      case .reference(let reference): return .reference(reference)
      case .unknown(let reason): return .unknown(reason)
      }
    default: return .partial(resolved)
    }
  }
}

extension Value.Content {
  /// The content of a text as it is written, dynamic references taken out of it.
  static func text(_ text: String) -> Value.Content {
    guard text.utf8.count > DynamicReference.opening.utf8.count else { return .string(text) }
    var builder = TextBuilder()
    builder.append(text)
    return builder.content
  }
}
