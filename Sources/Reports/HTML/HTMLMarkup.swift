import SourceText

extension HTMLWriter {
  /// Writes Markdown as paragraphs and lists, once for each language.
  mutating func markup(_ text: LocalizedText) {
    for language in Language.allCases {
      element("div", ["lang": language.rawValue]) { $0.markup(text.tidy(language)) }
    }
  }

  /// Writes a text with `code` and **bold** in it, within a line.
  mutating func phrase(_ text: LocalizedText) {
    both(isEqual: text.en == text.ja) { $0.phrase(text.tidy($1)) }
  }

  private mutating func markup(_ markdown: String) {
    var lists: [String] = []
    for block in Markup.blocks(markdown) {
      switch block {
      case .paragraph(let text):
        close(&lists, to: 0)
        element("p") { $0.phrase(text) }
      case .item(let marker, let depth, let text):
        item(marker, depth, text, &lists)
      }
    }
    close(&lists, to: 0)
  }

  /// Writes an entry of a list into the list that is open at its depth, or opens one.
  private mutating func item(
    _ marker: String,
    _ depth: Int,
    _ text: String,
    _ lists: inout [String]
  ) {
    let name = marker.hasSuffix(".") ? "ol" : "ul"
    close(&lists, to: depth + 1)
    if lists.count == depth + 1, lists.last != name { close(&lists, to: depth) }
    if lists.count <= depth {
      raw("<\(name)>\n<li>")
      lists.append(name)
    } else {
      raw("</li>\n<li>")
    }
    phrase(text)
  }

  private mutating func close(_ lists: inout [String], to depth: Int) {
    while lists.count > depth, let name = lists.popLast() { raw("</li>\n</\(name)>\n") }
  }

  private mutating func phrase(_ text: String) {
    for span in Markup.spans(text, color: true) {
      switch span.style {
      case .code: element("code", text: span.text)
      case .strong: element("b", text: span.text)
      default: self.text(span.text)
      }
    }
  }
}
