package import SourceText

/// What people read about a control; kept apart from its conditions and read only when shown.
package struct ControlStory: Sendable {
  /// The wanted state in one sentence.
  package let title: LocalizedText
  /// What an attacker gains, or what is lost.
  package let why: LocalizedText
  /// What must be true before the change, and what it may break; Markdown, may be empty.
  package let consequences: LocalizedText?
  /// What to change, in a sentence.
  package let remedy: LocalizedText
  /// The steps in the AWS console, Markdown.
  package let console: LocalizedText?
  /// The commands of the AWS CLI.
  package let cli: String?
  /// A CloudFormation fragment.
  package let cloudFormation: String?
  /// A Terraform fragment.
  package let terraform: String?
  /// A fragment of a Dockerfile.
  package let dockerfile: String?
  /// A fragment of a Compose file.
  package let compose: String?
  /// Pages and standards that say so.
  package let references: [String]

  /// Holds a control's texts.
  package init(
    title: LocalizedText,
    why: LocalizedText,
    consequences: LocalizedText?,
    remedy: LocalizedText,
    console: LocalizedText?,
    cli: String?,
    cloudFormation: String?,
    terraform: String?,
    dockerfile: String? = nil,
    compose: String? = nil,
    references: [String]
  ) {
    self.title = title
    self.why = why
    self.consequences = consequences
    self.remedy = remedy
    self.console = console
    self.cli = cli
    self.cloudFormation = cloudFormation
    self.terraform = terraform
    self.dockerfile = dockerfile
    self.compose = compose
    self.references = references
  }
}
