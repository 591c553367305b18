package import SourceText
package import Syntax

extension ControlStory {
  /// Reads the texts of a control's file; a language that is missing borrows the other's text.
  package init(_ file: SourceFile) {
    let root = YAMLParser.parse(file).root
    let remedy = root?["remedy"]
    self.init(
      title: ControlStory.text(root?["title"]) ?? LocalizedText(en: "", ja: ""),
      why: ControlStory.text(root?["why"]) ?? LocalizedText(en: "", ja: ""),
      consequences: ControlStory.text(root?["consequences"]),
      remedy: ControlStory.text(remedy) ?? LocalizedText(en: "", ja: ""),
      console: ControlStory.text(remedy?["console"]),
      cli: remedy?["cli"]?.string,
      cloudFormation: remedy?["cloudformation"]?.string,
      terraform: remedy?["terraform"]?.string,
      dockerfile: remedy?["dockerfile"]?.string,
      compose: remedy?["compose"]?.string,
      references: root?["references"]?.elements.compactMap(\.string) ?? []
    )
  }

  private static func text(_ node: Node?) -> LocalizedText? {
    guard let en = node?["en"]?.string ?? node?["ja"]?.string else { return nil }
    return LocalizedText(en: en, ja: node?["ja"]?.string ?? en)
  }
}

/// The documents of a control's file that show what it judges.
///
/// A mapping with the one key `dockerfile` holds the text of a Dockerfile, one with the key
/// `acceptances` is a register of decisions.
package struct ControlExamples: Sendable {
  /// Documents that the control fails.
  package let fail: [Node]
  /// Documents that the control does not fail.
  package let pass: [Node]
  /// Documents for which it cannot tell.
  package let unknown: [Node]

  /// The Dockerfile that `example` holds; `nil` for a document of another kind.
  package static func dockerfile(in example: Node) -> SourceFile? {
    guard example.count == 1, let text = example["dockerfile"]?.string else { return nil }
    return SourceFile(path: "Dockerfile", text: text)
  }

  /// The register of decisions that `example` is; `nil` for a document of another kind.
  package static func register(in example: Node) -> AcceptanceRegister? {
    example["acceptances"].map { _ in AcceptanceRegister(example, in: example.file) }
  }

  /// Reads the examples of a control's file.
  package init(_ file: SourceFile) {
    let examples = YAMLParser.parse(file).root?["examples"]
    fail = examples?["fail"]?.elements ?? []
    pass = examples?["pass"]?.elements ?? []
    unknown = examples?["unknown"]?.elements ?? []
  }
}
