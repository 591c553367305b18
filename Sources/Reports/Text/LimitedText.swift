extension String {
  /// The text on one line, of at most `limit` UTF-16 units; a cut shows as `…`.
  func line(limit: Int) -> String {
    let words = split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
    let line = words.joined(separator: " ")
    guard line.utf16.count > limit else { return line }
    var units = 0
    let kept = line.prefix { character in
      units += character.utf16.count
      return units < limit
    }
    return kept.trimmed + "…"
  }
}

extension Substring {
  /// The text without spaces at either end.
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
