package import Posture
package import SourceText

/// What an editor shows beside the sources.
package enum EditorReport {
  /// A language in which a control's remedy can be written.
  package enum SourceLanguage: Sendable {
    case cloudFormation
    case terraform
    case dockerfile
    case compose
    /// A source that has no fragment of its own: the commands of the AWS CLI stand in.
    case other
  }

  /// The state that a control wants, in one line of plain text.
  package static func title(of entry: ControlEntry, language: Language) -> String {
    Markup.spans(entry.story.title.tidy(language), color: true).map(\.text).joined()
  }

  /// What a finding says at its place: the `title` of its control, and below it what was seen.
  package static func message(
    of finding: Finding,
    title: String,
    language: Language
  ) -> String {
    let seen = finding.message(language)
    guard finding.verdict == .unknown else { return "\(title)\n\(seen)" }
    return "\(title)\n\(finding.verdict.text[language]): \(seen)"
  }

  /// What a diagnostic says.
  package static func message(of diagnostic: Diagnostic, language: Language) -> String {
    WellKnownSecret.masked(diagnostic.text[language])
  }

  /// Why a further place matters to a finding.
  package static func message(of related: RelatedLocation, language: Language) -> String {
    WellKnownSecret.masked(related.text[language])
  }

  /// The story of a finding as Markdown: what was seen, why it matters and how to mend it.
  package static func hover(
    _ finding: Finding,
    _ entry: ControlEntry,
    in source: SourceLanguage,
    language: Language
  ) -> String {
    let story = entry.story
    let name = MarkdownText.escaped(entry.bestName)
    let heading = entry.page.map { "[\(name)](\($0))" } ?? name
    var blocks = [
      "### \(heading) \(story.title.tidy(language))",
      "\(entry.severity.text[language]) · \(MarkdownText.escaped(finding.message(language)))",
    ]
    let told: [(LocalizedText, LocalizedText?)] = [
      (StorySection.why, story.why), (StorySection.consequences, story.consequences),
      (StorySection.remedy, story.remedy),
    ]
    for (title, text) in told {
      guard let text = text?.tidy(language), !text.isEmpty else { continue }
      blocks.append("**\(title[language])**\n\n\(text)")
    }
    if let (text, name) = fragment(of: story, in: source) {
      blocks.append(MarkdownText.block(text, name))
    }
    return blocks.joined(separator: "\n\n")
  }

  /// The remedy as code, with the name of its language.
  private static func fragment(
    of story: ControlStory,
    in source: SourceLanguage
  ) -> (text: String, name: String)? {
    switch source {
    case .cloudFormation: story.cloudFormation.map { ($0, "yaml") }
    case .terraform: story.terraform.map { ($0, "hcl") }
    case .dockerfile: story.dockerfile.map { ($0, "dockerfile") }
    case .compose: story.compose.map { ($0, "yaml") }
    case .other: story.cli.map { ($0, "sh") }
    }
  }
}
