/// Lines of terminal text, one below the other, with colours or without.
struct TerminalPage {
  /// What was written so far.
  private(set) var text = ""
  /// How many columns a line may take.
  let width: Int
  /// Whether colours are written.
  let color: Bool

  init(width: Int, color: Bool) {
    self.width = max(width, 40)
    self.color = color
  }

  /// Writes one line as it is, however long.
  mutating func line(_ spans: [TextSpan] = []) {
    for span in spans { write(span) }
    text += "\n"
  }

  /// Writes a blank line, unless one stands there already.
  mutating func gap() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Writes a paragraph behind `lead`; further lines start below its end.
  mutating func paragraph(lead: [TextSpan] = [], _ spans: [TextSpan]) {
    let indent = lead.reduce(0) { $0 + $1.width }
    let lines = LineWrapper.wrap(spans, width: width - indent)
    for (index, line) in lines.enumerated() {
      self.line((index == 0 ? lead : [TextSpan(String(repeating: " ", count: indent))]) + line)
    }
  }

  /// Writes Markdown behind `lead`: paragraphs, lists, `code` and bold, which may mark labels.
  mutating func markup(lead: [TextSpan] = [], _ markdown: String, marksLabels: Bool = false) {
    let indent = lead.reduce(0) { $0 + $1.width }
    let rest = [TextSpan(String(repeating: " ", count: indent))]
    for (index, block) in Markup.blocks(markdown).enumerated() {
      let lead = index == 0 ? lead : rest
      switch block {
      case .paragraph(let text):
        paragraph(lead: lead, Markup.spans(text, color: color, marksLabels: marksLabels))
      case .item(let marker, let depth, let text):
        let margin = TextSpan(String(repeating: "  ", count: min(depth, 4)))
        paragraph(
          lead: lead + [margin, TextSpan(marker, .faint), TextSpan(" ")],
          Markup.spans(text, color: color, marksLabels: marksLabels)
        )
      }
    }
  }

  private mutating func write(_ span: TextSpan) {
    let escape = span.style.escape
    if color, !escape.isEmpty, !span.text.isEmpty {
      text += "\u{1B}[\(escape)m\(span.text)\u{1B}[0m"
    } else {
      text += span.text
    }
  }
}
