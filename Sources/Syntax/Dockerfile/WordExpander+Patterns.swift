extension WordExpander {
  /// The value without the beginning, or the end, that the pattern in `word` matches.
  mutating func stripped(
    _ variable: DockerfileVariable,
    _ word: DockerfileText,
    isSuffix: Bool
  ) throws(ExpansionError) -> DockerfileText {
    guard var pattern = word.text, let value = plain(variable).text else {
      return DockerfileText(unknown: plain(variable).firstGap ?? word.firstGap ?? .tooLarge)
    }
    let isLongest = pattern.utf8.first == (isSuffix ? UInt8(ascii: "%") : UInt8(ascii: "#"))
    if isLongest { pattern.removeFirst() }
    guard let shell = ShellPattern(pattern) else { throw .substitution }
    guard spend(pattern, value) else { return DockerfileText(unknown: .tooLarge) }
    return DockerfileText(shell.stripped(from: value, isSuffix: isSuffix, isLongest: isLongest))
  }

  /// Reads `pattern/replacement}`; a second slash in front replaces all.
  mutating func replaced(_ name: String) throws(ExpansionError) -> DockerfileText {
    let isGlobal = next == "/"
    if isGlobal { index += 1 }
    let pattern = try expand(upTo: "/", keepsEscapes: true)
    let replacement = try expand(upTo: "}", keepsEscapes: true)
    let value = plain(variable(name))
    guard let pattern = pattern.text, let new = replacement.text, let old = value.text else {
      let gap = value.firstGap ?? pattern.firstGap ?? replacement.firstGap
      return DockerfileText(unknown: gap ?? .tooLarge)
    }
    guard let shell = ShellPattern(pattern) else { throw .substitution }
    let width = old.unicodeScalars.count
    guard spend(pattern, old, times: width), width * new.utf8.count <= WordExpander.sizeLimit
    else { return DockerfileText(unknown: .tooLarge) }
    return DockerfileText(shell.replaced(in: old, by: new, isGlobal: isGlobal))
  }

  /// Pays for comparing a pattern with a text; whether there was enough.
  private mutating func spend(_ pattern: String, _ text: String, times: Int = 1) -> Bool {
    let (one, isTooMuch) = (pattern.utf8.count + 1)
      .multipliedReportingOverflow(by: text.utf8.count + 1)
    let (all, isWayTooMuch) = one.multipliedReportingOverflow(by: max(1, times))
    guard !isTooMuch, !isWayTooMuch, all <= budget else { return false }
    budget -= all
    return true
  }
}
