import Posture
package import SourceText

/// The reference manual of all controls, as Markdown.
package enum ManualReport {
  /// The manual of `entries` in `language`; the order of `entries` does not matter.
  package static func render(_ entries: [ControlEntry], language: Language) -> String {
    let groups = ControlGroup.groups(entries)
    var blocks = ["# \(title[language])", introduction(entries.count)[language]]
    for group in groups { blocks += ["## \(group.title[language])", index(group, language)] }
    for entry in groups.flatMap(\.entries) {
      blocks.append(ExplainReport.markdown(entry, language: language, level: 2))
    }
    return blocks.joined(separator: "\n\n")
  }

  private static let title = LocalizedText(en: "Controls", ja: "コントロール一覧")

  private static func introduction(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: """
        \(count) controls. Each has an id, which never changes, and goes by the names of other \
        tools too: `funaban explain` takes any of them. This page is generated from the rules by \
        `make docs`.
        """,
      ja: """
        全 \(count) コントロール。ID は変わらない。`funaban explain` には、ID のほか他のツールでの名前も\
        指定できる。このページは `make docs` がルールから生成する。
        """
    )
  }

  private static func index(_ group: ControlGroup, _ language: Language) -> String {
    let titles = [
      LocalizedText(en: "control", ja: "コントロール"), ReportText.severity,
      LocalizedText(en: "wanted state", ja: "あるべき状態"), LocalizedText(en: "aliases", ja: "別名"),
    ]
    var rows = ["| \(titles.map { $0[language] }.joined(separator: " | ")) |", "|:--|:--|:--|:--|"]
    for entry in group.entries {
      let cells = [
        "[\(MarkdownText.escaped(entry.id))](#\(entry.id))",
        entry.severity.text[language],
        entry.story.title.tidy(language).replacing("|", with: "\\|"),
        entry.aliases.map(MarkdownText.escaped).joined(separator: ", "),
      ]
      rows.append("| \(cells.joined(separator: " | ")) |")
    }
    return rows.joined(separator: "\n")
  }
}
