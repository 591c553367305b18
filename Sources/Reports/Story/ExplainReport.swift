import Posture
package import SourceText

/// The whole story of one control.
package enum ExplainReport {
  /// The story of `entry` for a terminal of `width` columns.
  package static func terminal(
    _ entry: ControlEntry,
    language: Language,
    width: Int = 80,
    color: Bool = false
  ) -> String {
    var page = TerminalPage(width: width, color: color)
    let title = Markup.spans(entry.story.title.tidy(language), color: color)
    page.paragraph(
      lead: [TextSpan(entry.bestName, .severity(entry.severity)), TextSpan("  ")],
      title.map { TextSpan($0.text, .strong) }
    )
    page.gap()
    write(StoryFact.facts(entry, language), to: &page)
    for section in StorySection.sections(entry, language) { write(section, to: &page) }
    return page.text
  }

  /// The story of `entry` as Markdown below a heading of `level`.
  package static func markdown(
    _ entry: ControlEntry,
    language: Language,
    level: Int = 1
  ) -> String {
    let title = entry.story.title.tidy(language)
    var blocks = [
      "<a id=\"\(entry.id)\"></a>",
      "\(String(repeating: "#", count: level)) \(MarkdownText.escaped(entry.bestName)) \(title)",
      facts(entry, language),
    ]
    for section in StorySection.sections(entry, language) {
      blocks.append("**\(section.title)**")
      switch section.body {
      case .markdown(let text), .steps(let text): blocks.append(text)
      case .code(let text, let name): blocks.append(MarkdownText.block(text, name))
      case .references(let list): blocks.append(MarkdownText.references(list))
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func write(_ facts: [StoryFact], to page: inout TerminalPage) {
    let column = facts.map { TextWidth.of($0.label) }.max() ?? 0
    for fact in facts {
      let margin = String(repeating: " ", count: column - TextWidth.of(fact.label))
      page.paragraph(
        lead: [TextSpan("  \(fact.label)\(margin)  ", .faint)],
        [TextSpan(fact.values.joined(separator: ", "), fact.isCode ? .code : .plain)]
      )
    }
  }

  private static func write(_ section: StorySection, to page: inout TerminalPage) {
    page.gap()
    page.line([TextSpan(section.title, .strong)])
    switch section.body {
    case .markdown(let text):
      page.markup(lead: [TextSpan("  ")], text)
    case .steps(let text):
      page.markup(lead: [TextSpan("  ")], text, marksLabels: true)
    case .code(let text, _):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        page.line(line.isEmpty ? [] : [TextSpan("    "), TextSpan(String(line), .code)])
      }
    case .references(let list):
      for reference in list {
        page.paragraph(lead: [TextSpan("  - ", .faint)], [TextSpan(reference)])
      }
    }
  }

  private static func facts(_ entry: ControlEntry, _ language: Language) -> String {
    StoryFact.facts(entry, language).map { fact in
      let values = fact.values.map {
        fact.isCode ? MarkdownText.code($0) : MarkdownText.escaped($0)
      }
      return "- \(fact.label): \(values.joined(separator: ", "))"
    }.joined(separator: "\n")
  }
}
