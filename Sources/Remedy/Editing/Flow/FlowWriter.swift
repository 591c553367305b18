/// A member or an element to be written.
enum NewItem {
  case member(SourceLiteral.Member)
  case element(SourceLiteral)

  var value: SourceLiteral {
    switch self {
    case .member(let member): member.value
    case .element(let element): element
    }
  }
}

extension SourceLiteral {
  /// Whether it is neither a list nor an object.
  var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }
}

/// Writes literals with brackets and braces.
struct FlowWriter<Notation: FlowNotation> {
  let notation: Notation
  let style: FlowStyle
  let newline: String

  /// The text of an item whose line is indented by `indentation`.
  ///
  /// With `isSpread` each item of a nested collection gets a line of its own, unless the document
  /// writes small ones on one line.
  func item(
    _ item: NewItem,
    indentation: String,
    isSpread: Bool
  ) throws(EditRefusal) -> String {
    let value = try value(item.value, indentation: indentation, isSpread: isSpread)
    guard case .member(let member) = item else { return value }
    return notation.key(member.name) + style.colon + value
  }

  /// The text of a value whose line is indented by `indentation`.
  func value(
    _ literal: SourceLiteral,
    indentation: String,
    isSpread: Bool
  ) throws(EditRefusal) -> String {
    if let scalar = try notation.scalar(literal) { return scalar }
    if let (tag, value) = notation.tagged(literal) {
      return try tag + " " + self.value(value, indentation: indentation, isSpread: isSpread)
    }
    let isSpread = isSpread && !keepsTogether(literal)
    switch literal {
    case .object(let members):
      return try collection(
        "{",
        members.map { .member($0) },
        "}",
        style.objectPadding,
        indentation,
        isSpread
      )
    case .list(let elements):
      return try collection(
        "[",
        elements.map { .element($0) },
        "]",
        style.listPadding,
        indentation,
        isSpread
      )
    default:
      preconditionFailure("a scalar was not written")
    }
  }

  private func collection(
    _ open: String,
    _ items: [NewItem],
    _ close: String,
    _ padding: String,
    _ indentation: String,
    _ isSpread: Bool
  ) throws(EditRefusal) -> String {
    guard !items.isEmpty else { return open + close }
    guard isSpread else {
      return try open + padding + line(of: items, indentation: indentation) + padding + close
    }
    return try open + lines(of: items, indentation: indentation + style.unit)
      + newline + indentation + close
  }

  /// The items on one line, with commas between them.
  func line(of items: [NewItem], indentation: String) throws(EditRefusal) -> String {
    var texts: [String] = []
    for item in items {
      try texts.append(self.item(item, indentation: indentation, isSpread: false))
    }
    return texts.joined(separator: "," + style.gap)
  }

  /// The items on lines of their own, each with the line break before it, and commas between them.
  func lines(
    of items: [NewItem],
    indentation: String,
    isAiry: Bool = false
  ) throws(EditRefusal) -> String {
    var texts: [String] = []
    for item in items {
      let text = try self.item(item, indentation: indentation, isSpread: true)
      texts.append((isAiry ? newline : "") + newline + indentation + text)
    }
    return texts.joined(separator: ",")
  }

  /// Whether the document writes such a collection on one line.
  private func keepsTogether(_ literal: SourceLiteral) -> Bool {
    switch literal {
    case .list(let elements):
      style.keepsScalarListsTogether && elements.allSatisfy(\.isScalar)
    case .object(let members):
      style.keepsPairsTogether && members.count == 1 && members[0].value.isScalar
    default: true
    }
  }
}
