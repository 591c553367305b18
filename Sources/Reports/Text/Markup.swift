/// The few Markdown forms that the texts of controls use, made ready for a terminal.
package enum Markup {
  /// One block of text.
  package enum Block: Sendable, Hashable {
    /// A paragraph.
    case paragraph(String)
    /// An entry of a list behind its marker, `-` or `1.`, at a depth from 0.
    case item(marker: String, depth: Int, text: String)
  }

  /// Splits `text` into paragraphs and list entries; lines that continue one are joined to it.
  package static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let body = line.drop { $0 == " " }
      if body.isEmpty {
        isOpen = false
      } else if let marker = marker(of: body) {
        let rest = body.dropFirst(marker.count).drop { $0 == " " }
        let depth = (line.count - body.count) / 2
        blocks.append(.item(marker: String(marker), depth: depth, text: String(rest)))
        isOpen = true
      } else if isOpen, let last = blocks.popLast() {
        blocks.append(last.continued(with: String(body)))
      } else {
        blocks.append(.paragraph(String(body)))
        isOpen = true
      }
    }
    return blocks
  }

  /// Reads `code` and **bold** in one block.
  ///
  /// Without colours the backticks stay, for they tell names from words. Where bold marks the labels
  /// of a console, they then stand in brackets, as in AWS's own guides.
  package static func spans(
    _ text: String,
    color: Bool,
    marksLabels: Bool = false
  ) -> [TextSpan] {
    var spans: [TextSpan] = []
    var rest = text[...]
    while let (before, body, isCode, after) = nextMark(in: rest) {
      if !before.isEmpty { spans.append(TextSpan(String(before))) }
      let shown =
        if color { String(body) } else if isCode { "`\(body)`" } else {
          marksLabels ? "[\(body)]" : String(body)
        }
      spans.append(TextSpan(shown, isCode ? .code : .strong))
      rest = after
    }
    if !rest.isEmpty { spans.append(TextSpan(String(rest))) }
    return spans
  }

  /// The text of `markdown` without the signs for code and bold, line by line.
  static func plain(_ markdown: String) -> String {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      spans(String(line), color: true).map(\.text).joined()
    }.joined(separator: "\n")
  }

  private static func marker(of line: Substring) -> Substring? {
    if line.hasPrefix("- ") || line.hasPrefix("* ") { return line.prefix(1) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return line.prefix(digits.count + 1)
  }

  private static func nextMark(
    in text: Substring
  ) -> (before: Substring, body: Substring, isCode: Bool, after: Substring)? {
    var index = text.startIndex
    while index < text.endIndex {
      let fence = text[index] == "`" ? "`" : text[index...].hasPrefix("**") ? "**" : ""
      if !fence.isEmpty, let mark = enclosed(by: fence, in: text[index...]) {
        return (text[..<index], mark.body, fence == "`", mark.after)
      }
      index = text.index(after: index)
    }
    return nil
  }

  private static func enclosed(
    by fence: String,
    in text: Substring
  ) -> (body: Substring, after: Substring)? {
    let body = text.dropFirst(fence.count)
    var index = body.startIndex
    while index < body.endIndex, !body[index...].hasPrefix(fence) {
      index = body.index(after: index)
    }
    guard index > body.startIndex, index < body.endIndex else { return nil }
    return (body[..<index], body[index...].dropFirst(fence.count))
  }
}

extension Markup.Block {
  fileprivate func continued(with line: String) -> Markup.Block {
    switch self {
    case .paragraph(let text): .paragraph("\(text) \(line)")
    case .item(let marker, let depth, let text):
      .item(marker: marker, depth: depth, text: "\(text) \(line)")
    }
  }
}
