/// Text made safe to stand in GitHub Flavored Markdown, in a table too.
enum MarkdownText {
  /// `text` as it reads, whatever signs it holds; on one line, and notifying nobody.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "@<!-- -->"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~": result += "\\\(scalar)"
      default: result += TextSpan(String(scalar)).text
      }
    }
    return result
  }

  /// `text` as code on one line.
  static func code(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let safe = TextSpan(line).text.replacing("|", with: "\\|")
    let fence = String(repeating: "`", count: longestRun(of: "`", in: safe) + 1)
    let needsSpace = safe.hasPrefix("`") || safe.hasSuffix("`")
    return needsSpace ? "\(fence) \(safe) \(fence)" : "\(fence)\(safe)\(fence)"
  }

  /// `text` as a block of code in `language`.
  static func block(_ text: String, _ language: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return "\(fence)\(language)\n\(body)\n\(fence)"
  }

  /// Pages and standards as a list, the pages as links.
  static func references(_ list: [String]) -> String {
    list.map { $0.hasPrefix("https://") ? "- <\($0)>" : "- \(escaped($0))" }
      .joined(separator: "\n")
  }

  /// `text` for an HTML element.
  static func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func longestRun(of sign: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      run = character == sign ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
