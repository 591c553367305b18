/// A text of which only the pieces between holes are known.
struct PartialText: Sendable, Hashable {
  /// The known pieces; a hole lies between each two neighbours, and pieces may be empty.
  let pieces: [[UInt8]]

  init(_ fragments: [TextFragment]) {
    var pieces: [[UInt8]] = [[]]
    for fragment in fragments {
      switch fragment {
      case .literal(let text): pieces[pieces.count - 1] += Array(text.utf8)
      case .hole: pieces.append([])
      }
    }
    self.pieces = pieces
  }

  /// The text, if it has no hole.
  var wholeText: [UInt8]? { pieces.count == 1 ? pieces[0] : nil }

  private var first: [UInt8] { pieces[0] }
  private var last: [UInt8] { pieces[pieces.count - 1] }

  /// Whether some filling makes the text equal to `text`.
  func mayEqual(_ text: [UInt8]) -> Bool {
    guard text.count >= first.count + last.count, text.starts(with: first) else { return false }
    guard text.span.hasSuffix(last.span) else { return false }
    var rest = text[first.count..<text.count - last.count]
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = Self.firstRange(of: piece, in: rest) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  private static func firstRange(of piece: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
    var start = text.startIndex
    while start + piece.count <= text.endIndex {
      if text[start...].starts(with: piece) { return start..<start + piece.count }
      start += 1
    }
    return nil
  }

  func startsWith(_ prefix: [UInt8]) -> Truth {
    if first.starts(with: prefix) { return .yes }
    return prefix.starts(with: first) ? .unknown : .no
  }

  func endsWith(_ suffix: [UInt8]) -> Truth {
    if last.span.hasSuffix(suffix.span) { return .yes }
    return suffix.span.hasSuffix(last.span) ? .unknown : .no
  }

  /// A hole may hold anything, so the answer is never no.
  func contains(_ needle: [UInt8], ignoringCase: Bool) -> Truth {
    let isThere = pieces.contains { piece in
      ignoringCase
        ? piece.span.containsIgnoringCase(needle.span) : piece.span.contains(needle.span)
    }
    return isThere ? .yes : .unknown
  }

  /// Compares by the known beginning: the text is that or stands behind it.
  func isOrdered(_ order: Ordering, _ constant: [UInt8]) -> Truth {
    let difference = first.span.order(constant.span)
    if difference >= 0 {
      // The text is not less than the constant; it is greater unless it is the beginning alone.
      switch order {
      case .less: return .no
      case .greaterOrEqual: return .yes
      case .greater: return difference > 0 ? .yes : .unknown
      case .lessOrEqual: return difference > 0 ? .no : .unknown
      }
    }
    if constant.starts(with: first) { return .unknown }
    return Truth(order == .less || order == .lessOrEqual)
  }

  /// The text with every known byte changed by `change`.
  func mapped(_ change: (UInt8) -> UInt8) -> FieldValue {
    .partial(Self.fragments(pieces.map { $0.map(change) }))
  }

  /// What stands behind the last slash; a hole may hold that slash.
  var baseName: FieldValue {
    if let slash = last.lastIndex(of: UInt8(ascii: "/")) { return .bytes(last[(slash + 1)...]) }
    return .partial(Self.fragments([[], last]))
  }

  private static func fragments(_ pieces: [[UInt8]]) -> [TextFragment] {
    var fragments: [TextFragment] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0 { fragments.append(.hole) }
      fragments.append(.literal(String(decoding: piece, as: UTF8.self)))
    }
    return fragments
  }
}
