/// A pattern in which `*` stands for any text and `?` for any character.
struct ShellPattern {
  private enum Part: Equatable {
    case any
    case one
    case literal(Unicode.Scalar)
  }

  private var parts: [Part] = []

  /// Reads a pattern; `nil` where a backslash stands before anything but a special character.
  init?(_ text: String) {
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "*": if parts.last != .any { parts.append(.any) }
      case "?": parts.append(.one)
      case "\\":
        guard let escaped = scalars.popFirst(), "*?\\}/".unicodeScalars.contains(escaped) else {
          return nil
        }
        parts.append(.literal(escaped))
      default: parts.append(.literal(scalar))
      }
    }
  }

  /// `text` without the shortest or the longest beginning, or end, that matches.
  func stripped(from text: String, isSuffix: Bool, isLongest: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    var pattern = self
    if isSuffix { pattern.parts.reverse() }
    let searched = isSuffix ? scalars.reversed() : scalars
    guard let length = pattern.match(searched[...], isLongest: isLongest) else { return text }
    let kept = isSuffix ? scalars.dropLast(length) : scalars.dropFirst(length)
    return String(String.UnicodeScalarView(kept))
  }

  /// `text` with the first match, or every one, replaced; each match is as long as it can be.
  func replaced(in text: String, by replacement: String, isGlobal: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    var isDone = false
    while index <= scalars.count {
      if !isDone, let length = match(scalars[index...], isLongest: true) {
        result += replacement.unicodeScalars
        isDone = !isGlobal
        index += length
        if length > 0 { continue }
      }
      if index < scalars.count { result.append(scalars[index]) }
      index += 1
    }
    return String(result)
  }

  /// The length of the shortest or longest beginning of `text` that matches.
  private func match(_ text: ArraySlice<Unicode.Scalar>, isLongest: Bool) -> Int? {
    var states = Set([0])
    advance(&states)
    var found = states.contains(parts.count) ? 0 : nil
    for (offset, scalar) in text.enumerated() {
      if states.isEmpty || (found != nil && !isLongest) { break }
      states = step(states, scalar)
      if states.contains(parts.count) { found = offset + 1 }
    }
    return found
  }

  private func step(_ states: Set<Int>, _ scalar: Unicode.Scalar) -> Set<Int> {
    var next: Set<Int> = []
    for state in states where state < parts.count {
      switch parts[state] {
      case .any: next.insert(state)
      case .one: next.insert(state + 1)
      case .literal(scalar): next.insert(state + 1)
      case .literal: break
      }
    }
    advance(&next)
    return next
  }

  /// Adds the states behind a `*`, which may stand for nothing.
  private func advance(_ states: inout Set<Int>) {
    for state in states where state < parts.count && parts[state] == .any {
      states.insert(state + 1)
    }
  }
}
