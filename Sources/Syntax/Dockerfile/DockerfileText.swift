/// A text of a Dockerfile with its variables expanded, known as far as they are.
package struct DockerfileText: Sendable, Hashable {
  /// Why a piece of a text is not known.
  package enum Gap: Sendable, Hashable {
    /// A build argument without a default.
    case argument(String)
    /// A variable that the base image may set.
    case environment(String)
    /// A text that grew beyond all bounds.
    case tooLarge
  }

  /// A piece of a text.
  package enum Piece: Sendable, Hashable {
    /// Known text, never empty.
    case literal(String)
    /// Text that is not known.
    case unknown(Gap)
  }

  /// The pieces; no two literals in a row.
  package private(set) var pieces: [Piece] = []

  /// Holds nothing.
  package init() {}

  /// Holds a known text.
  package init(_ text: String) { append(text) }

  /// Holds a text that is not known.
  package init(unknown gap: Gap) { pieces = [.unknown(gap)] }

  /// The text; `nil` where a piece of it is not known.
  package var text: String? {
    switch pieces.count {
    case 0: ""
    case 1: if case .literal(let text) = pieces[0] { text } else { nil }
    default: nil
    }
  }

  /// Whether the text is known to be empty.
  package var isEmpty: Bool { pieces.isEmpty }

  /// The number of bytes that are known.
  var size: Int {
    pieces.reduce(0) { sum, piece in
      if case .literal(let text) = piece { sum + text.utf8.count } else { sum + 1 }
    }
  }

  /// Whether the text may turn out to be `other`, going by how it begins and ends.
  func mayBe(_ other: String) -> Bool {
    var start = ""
    var end = ""
    if case .literal(let text)? = pieces.first { start = text.lowercased() }
    if case .literal(let text)? = pieces.last { end = text.lowercased() }
    return !(start + end).isEmpty && other.hasPrefix(start) && other.hasSuffix(end)
      && start.utf8.count + end.utf8.count <= other.utf8.count
  }

  /// The first reason why a piece is not known.
  package var firstGap: Gap? {
    for case .unknown(let gap) in pieces { return gap }
    return nil
  }

  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .literal(let last)? = pieces.last {
      pieces[pieces.count - 1] = .literal(last + text)
    } else {
      pieces.append(.literal(text))
    }
  }

  mutating func append(_ other: DockerfileText) {
    for piece in other.pieces {
      if case .literal(let text) = piece { append(text) } else { pieces.append(piece) }
    }
  }
}

/// What a variable stands for.
package enum DockerfileVariable: Sendable, Hashable {
  /// It is not set.
  case unset
  /// It is a build argument that is set only if the build is given it.
  case optional(DockerfileText.Gap)
  /// It may be set, outside of the file.
  case undecided(DockerfileText.Gap)
  /// It is set.
  case set(DockerfileText)
}

/// Why the variables of a word cannot be expanded.
package enum ExpansionError: Error, Sendable, Hashable {
  /// A quote has no counterpart.
  case openQuote
  /// A `${` has no counterpart.
  case openBrace
  /// What stands in the braces is no substitution.
  case substitution
  /// The word says that the variable must be set, and it is not.
  case required(String)
  /// Substitutions are nested too deeply.
  case tooDeep
}
