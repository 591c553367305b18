package import SourceText
import Syntax

/// Reads controls from their YAML files.
package enum ControlReader {
  private static let headKeys = [
    "control", "aliases", "resource", "severity", "lists", "applies", "passes", "shows",
  ]
  private static let storyKeys = [
    "title", "why", "consequences", "remedy", "fix", "references", "examples",
  ]

  /// Reads the head of a control; only the bytes in front of the key `title` are looked at.
  package static func head(of file: SourceFile) -> (control: Control?, diagnostics: [Diagnostic]) {
    var rules = RuleFile(SourceFile(path: file.path, bytes: Array(headBytes(of: file))))
    return (control(from: &rules, in: file), rules.diagnostics)
  }

  /// Reads a control as a whole and reports everything that is wrong with it.
  package static func checked(_ file: SourceFile) -> (control: Control?, diagnostics: [Diagnostic])
  {
    var rules = RuleFile(file)
    rules.checkKeys(headKeys + storyKeys)
    let control = control(from: &rules, in: file)
    checkResource(&rules)
    checkStory(&rules)
    return (rules.hasErrors ? nil : control, rules.diagnostics)
  }

  private static func headBytes(of file: SourceFile) -> ArraySlice<UInt8> {
    let mark = Array("\ntitle:".utf8)
    var rest = file.bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      if rest[end...].starts(with: mark) { return file.bytes[...end] }
      rest = rest[(end + 1)...]
    }
    return file.bytes[...]
  }

  private static func control(from rules: inout RuleFile, in file: SourceFile) -> Control? {
    guard rules.root != nil else { return nil }
    let id = rules.text("control")
    let resource = rules.text("resource")
    let severity = severity(from: &rules)
    let passes = rules.text("passes")
    let aliases = rules.texts(rules.root?["aliases"], named: "aliases")
    let lists = lists(from: &rules)
    let applies = rules.root?["applies"] == nil ? nil : rules.text("applies")
    let shows = shownFields(from: &rules)
    guard let id = id?.string, let resource = resource?.string, let severity, let passes else {
      return nil
    }
    return Control(
      id: id,
      aliases: aliases,
      resource: resource,
      severity: severity,
      lists: lists,
      applies: applies.flatMap { condition($0, in: file) },
      passes: condition(passes, in: file),
      shows: shows.map { condition($0, in: file) },
      file: file
    )
  }

  private static func shownFields(from rules: inout RuleFile) -> [Node] {
    let node = rules.root?["shows"]
    let texts = rules.texts(node, named: "shows")
    return texts.isEmpty ? [] : node?.elements.filter { $0.string != nil } ?? []
  }

  private static func condition(_ node: Node, in file: SourceFile) -> ConditionSource {
    ConditionSource(text: node.string ?? "", location: SourceLocation(file, node.range))
  }

  private static func severity(from rules: inout RuleFile) -> Severity? {
    guard let node = rules.text("severity") else { return nil }
    if let severity = Severity(rawValue: node.string ?? "") { return severity }
    let names = Severity.allCases.map(\.rawValue).joined(separator: ", ")
    rules.report(
      LocalizedText(
        en: "`\(node.string ?? "")` is no severity. Severities: \(names).",
        ja: "`\(node.string ?? "")` という重要度はない。使える重要度: \(names)。"
      ),
      at: node
    )
    return nil
  }

  private static func lists(from rules: inout RuleFile) -> [(name: String, items: [String])] {
    guard let node = rules.root?["lists"] else { return [] }
    return node.entries.map { entry in
      let name = entry.key.string ?? ""
      return (name, rules.texts(entry.value, named: name).map(quoted))
    }
  }

  /// A list replaces its name as text, so an item that is no plain word is put in quotes.
  private static func quoted(_ item: String) -> String {
    let special = item.utf8.contains { " \t()'\",=\\".utf8.contains($0) } || item.isEmpty
    guard special, !item.contains("\"") else { return item }
    return "\""
      + item.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
      + "\""
  }

  private static func checkResource(_ rules: inout RuleFile) {
    guard let node = rules.root?["resource"], let name = node.string,
      !PostureFields.kinds.contains(name)
    else { return }
    let kinds = PostureFields.kinds.sorted().joined(separator: ", ")
    let similar = NearestName.of(name, in: PostureFields.kinds)
    rules.report(
      LocalizedText(
        en: "Controls do not judge `\(name)`. "
          + (similar.map { "Did you mean `\($0)`?" } ?? "They judge \(kinds)."),
        ja: "`\(name)` を評価するコントロールは書けない。"
          + (similar.map { "候補: `\($0)`。" } ?? "評価できるもの: \(kinds)。")
      ),
      at: node
    )
  }

  private static func checkStory(_ rules: inout RuleFile) {
    guard let root = rules.root else { return }
    for key in ["title", "why", "remedy"] {
      let node = root[key]
      if node?["en"]?.string == nil, node?["ja"]?.string == nil {
        rules.report(
          LocalizedText(
            en: "`\(key)` needs a text under `en` or `ja`.",
            ja: "`\(key)` には `en` または `ja` の下に文が必要。"
          ),
          at: node
        )
      }
    }
  }
}
