package import Posture
package import Remedy
import SourceText

/// All there is to read about one control: what `explain` shows and the manual prints.
package struct ControlEntry: Sendable {
  /// The canonical id: `ecs.td.readonly-root`.
  package let id: String
  /// Its other names, the best known first.
  package let aliases: [String]
  /// How bad it is when it fails.
  package let severity: Severity
  /// What is judged, in the words of the rules: `container`.
  package let resource: String
  /// The condition under which it is judged at all; `nil` for always.
  package let applies: String?
  /// The condition that must hold, in the rule language.
  package let passes: String
  /// What people read about it.
  package let story: ControlStory
  /// How its failures are mended, the first that fits counting.
  package let fixes: [FixDeclaration]
  /// Sources that pass, fail or stay unknown.
  package let examples: [ControlExample]

  /// Gathers what there is to read about a control.
  package init(
    id: String,
    aliases: [String],
    severity: Severity,
    resource: String,
    applies: String?,
    passes: String,
    story: ControlStory,
    fixes: [FixDeclaration] = [],
    examples: [ControlExample]
  ) {
    self.id = id
    self.aliases = aliases
    self.severity = severity
    self.resource = resource
    self.applies = applies
    self.passes = passes
    self.story = story
    self.fixes = fixes
    self.examples = examples
  }

  /// The name that people know best, or the id.
  package var bestName: String { ControlText.bestName(id: id, aliases: aliases) }

  /// The name to type: the best known one without a space.
  package var typedName: String { bestName.contains(" ") ? id : bestName }

  /// The first reference that is a web page.
  package var page: String? { story.references.first { $0.hasPrefix("https://") } }
}

/// A source that shows what a control comes to.
package struct ControlExample: Sendable {
  /// What the control says of it.
  package let verdict: Verdict
  /// The source, as YAML.
  package let yaml: String

  /// Pairs a source with its verdict.
  package init(_ verdict: Verdict, yaml: String) {
    self.verdict = verdict
    self.yaml = yaml
  }
}
