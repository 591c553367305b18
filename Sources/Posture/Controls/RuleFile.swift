import SourceText
import Syntax

/// The mapping at the root of a rule file, read key by key with diagnostics for what is wrong.
struct RuleFile {
  let file: SourceFile
  let root: Node?
  private(set) var diagnostics: [Diagnostic]

  init(_ file: SourceFile) {
    self.file = file
    let tree = YAMLParser.parse(file)
    diagnostics = tree.diagnostics
    root = tree.root.flatMap { $0.kind == .mapping ? $0 : nil }
    if root == nil, !diagnostics.contains(where: { $0.severity == .error }) {
      report(
        LocalizedText(
          en: "A control is a mapping of keys such as `control`, `resource` and `passes`.",
          ja: "コントロールは `control`、`resource`、`passes` などのキーを持つマッピングで書く。"
        ),
        at: nil
      )
    }
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func report(_ text: LocalizedText, at node: Node?) {
    let location = node?.location ?? SourceLocation(file, SourceRange(0, 0))
    diagnostics.append(Diagnostic(.error, "control.invalid", text, at: location))
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The scalar `key`; reports where it is missing or no text.
  mutating func text(_ key: String) -> Node? {
    guard let node = root?[key] else {
      report(
        LocalizedText(en: "The key `\(key)` is missing.", ja: "キー `\(key)` がない。"),
        at: nil
      )
      return nil
    }
    guard node.string?.isEmpty == false else {
      report(
        LocalizedText(en: "`\(key)` must be a text.", ja: "`\(key)` は文字列で書く。"),
        at: node
      )
      return nil
    }
    return node
  }

  /// The texts of the list `key`; none where it is absent.
  mutating func texts(_ node: Node?, named key: String) -> [String] {
    guard let node else { return [] }
    guard node.kind == .sequence else {
      report(
        LocalizedText(en: "`\(key)` must be a list.", ja: "`\(key)` はリストで書く。"),
        at: node
      )
      return []
    }
    return node.elements.compactMap { element in
      if element.string == nil {
        report(
          LocalizedText(
            en: "`\(key)` must be a list of texts.",
            ja: "`\(key)` は文字列のリストで書く。"
          ),
          at: element
        )
      }
      return element.string
    }
  }

  /// Reports keys that a control does not have.
  mutating func checkKeys(_ known: [String]) {
    for entry in root?.entries ?? [] where !known.contains(entry.key.string ?? "") {
      report(
        LocalizedText(
          en:
            "A control has no key `\(entry.key.string ?? "")`. Keys: \(known.joined(separator: ", ")).",
          ja:
            "コントロールに `\(entry.key.string ?? "")` というキーはない。使えるキー: \(known.joined(separator: ", "))。"
        ),
        at: entry.key
      )
    }
  }
}
