/// Text in the markup of manual pages.
///
/// Source: man(7), groff_man(7).
enum RoffText {
  /// `text` as it stands in a sentence, in one line or more.
  ///
  /// A line of prose that starts like a request is kept from being one.
  static func prose(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("--", with: "\\-\\-")
    return lines(of: escaped).flatMap(wrapped).map(guarded).joined(separator: "\n")
  }

  /// `text` letter by letter: what can be copied to a command line.
  static func literal(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return lines(of: escaped).map(guarded).joined(separator: "\n")
  }

  /// `text` in bold, inside of a line.
  static func bold(_ text: String) -> String { "\\fB\(literal(text))\\fR" }

  /// `text` in italics, inside of a line.
  static func italic(_ text: String) -> String { "\\fI\(literal(text))\\fR" }

  /// Paragraphs of prose; those whose lines are indented stay as they are, as examples.
  static func paragraphs(_ text: String) -> [String] {
    var result: [String] = []
    var isExample = false
    func endExample() {
      if isExample { result += [".fi", ".RE"] }
      isExample = false
    }
    for line in lines(of: text) {
      if line.hasPrefix("  ") {
        if !isExample { result += [".PP", ".RS 2", ".nf"] }
        isExample = true
        result.append(literal(String(line.dropFirst(2))))
      } else if line.isEmpty {
        endExample()
        result.append(".PP")
      } else {
        endExample()
        if let last = result.last, last != ".PP", last != ".RE" { result.append(".br") }
        result.append(prose(line))
      }
    }
    endExample()
    return withoutEmptyParagraphs(result)
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The line in lines of at most 80 bytes, as far as its spaces allow.
  private static func wrapped(_ line: String) -> [String] {
    line.split(separator: " ", omittingEmptySubsequences: false).reduce(into: []) { lines, word in
      if let last = lines.last, last.utf8.count + word.utf8.count < 80 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }

  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : line
  }

  private static func withoutEmptyParagraphs(_ lines: [String]) -> [String] {
    lines.enumerated().filter { index, line in
      line != ".PP" || index > 0 && index + 1 < lines.count && lines[index + 1] != ".PP"
    }.map(\.element)
  }
}
