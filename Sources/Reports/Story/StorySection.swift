import Posture
import SourceText

/// One part of a control's story, the same in a terminal and in the manual.
struct StorySection {
  /// What a section holds.
  enum Body {
    /// Paragraphs and lists.
    case markdown(String)
    /// What to do in a console; its labels are bold.
    case steps(String)
    /// Text to copy, in a language of code.
    case code(String, String)
    /// Pages and standards.
    case references([String])
  }

  let title: String
  let body: Body

  /// The parts of the story of `entry` that have something to say, in reading order.
  static func sections(_ entry: ControlEntry, _ language: Language) -> [StorySection] {
    let story = entry.story
    let sections: [(LocalizedText, Body?)] =
      [
        (why, .markdown(story.why.tidy(language))),
        (consequences, (story.consequences?.tidy(language)).map(Body.markdown)),
        (remedy, .markdown(story.remedy.tidy(language))),
        (automaticFix, .markdown(FixLine.lines(entry.fixes, language))),
        (console, (story.console?.tidy(language)).map(Body.steps)),
      ] + fragments(story).map { ($0.title, .code($0.code, $0.language)) } + [
        (references, .references(story.references))
      ]
    let told = sections.compactMap { title, body in
      body.map { StorySection(title: title[language], body: $0) }
    }
    return told.filter { !$0.isEmpty } + examples(entry, language)
  }

  /// What to run and what to write, with the language of code that each is in.
  static func fragments(
    _ story: ControlStory
  ) -> [(title: LocalizedText, code: String, language: String)] {
    let fragments = [
      (story.compose == nil ? awsCLI : dockerCLI, story.cli, "sh"),
      (
        LocalizedText(en: "CloudFormation", ja: "CloudFormation"), story.cloudFormation, "yaml"
      ),
      (LocalizedText(en: "Terraform", ja: "Terraform"), story.terraform, "hcl"),
      (LocalizedText(en: "Dockerfile", ja: "Dockerfile"), story.dockerfile, "dockerfile"),
      (LocalizedText(en: "Compose", ja: "Compose"), story.compose, "yaml"),
    ]
    return fragments.compactMap { title, code, language in code.map { (title, $0, language) } }
  }

  private static func examples(_ entry: ControlEntry, _ language: Language) -> [StorySection] {
    entry.examples.map { example in
      let title = LocalizedText(
        en: "Example: \(example.verdict.text.en)",
        ja: "例: \(example.verdict.text.ja)"
      )
      return StorySection(title: title[language], body: .code(example.yaml, "yaml"))
    }
  }

  private var isEmpty: Bool {
    switch body {
    case .markdown(let text), .steps(let text), .code(let text, _): text.isEmpty
    case .references(let references): references.isEmpty
    }
  }

  static let why = LocalizedText(en: "Why", ja: "理由")
  static let consequences = LocalizedText(en: "Before the change", ja: "変更前に確認すること")
  static let remedy = LocalizedText(en: "Fix", ja: "対処")
  private static let automaticFix = LocalizedText(en: "Automatic fix", ja: "自動修正")
  static let console = LocalizedText(en: "AWS console", ja: "AWS マネジメントコンソール")
  private static let awsCLI = LocalizedText(en: "AWS CLI", ja: "AWS CLI")
  private static let dockerCLI = LocalizedText(en: "Docker CLI", ja: "Docker CLI")
  private static let references = LocalizedText(en: "References", ja: "参考資料")
}

/// A line of the table of facts that a control's story begins with.
struct StoryFact {
  let label: String
  let values: [String]
  /// Whether the values are names or conditions rather than words.
  let isCode: Bool

  /// The facts about `entry`.
  static func facts(_ entry: ControlEntry, _ language: Language) -> [StoryFact] {
    let facts: [(LocalizedText, [String], Bool)] = [
      (LocalizedText(en: "id", ja: "ID"), [entry.id], true),
      (LocalizedText(en: "aliases", ja: "別名"), entry.aliases, false),
      (ReportText.severity, [entry.severity.text[language]], false),
      (LocalizedText(en: "judges", ja: "評価対象"), [entry.resource], true),
      (LocalizedText(en: "if", ja: "適用条件"), entry.applies.map { [$0] } ?? [], true),
      (LocalizedText(en: "passes if", ja: "合格条件"), [entry.passes], true),
    ]
    return facts.filter { !$0.1.isEmpty }.map {
      StoryFact(label: $0.0[language], values: $0.1, isCode: $0.2)
    }
  }
}
