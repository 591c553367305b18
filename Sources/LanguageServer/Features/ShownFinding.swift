internal import Posture
internal import Reports
internal import SourceText
internal import Templates

/// A finding as it stands in the editor.
struct ShownFinding {
  let finding: Finding
  let unit: DeploymentUnit
  /// What was judged as one with it.
  let key: UnitKey
  let range: ClosedRange<TextPosition>
  let diagnostic: JSONValue

  /// The language of the source that the finding is about.
  var sourceLanguage: EditorReport.SourceLanguage {
    switch unit.format {
    case .cloudFormation, .sam, .cdk: .cloudFormation
    case .terraform, .terraformPlan, .terraformState: .terraform
    case .dockerfile: .dockerfile
    case .compose: .compose
    case .taskDefinition, .copilot, .ecsParams: .other
    }
  }
}

/// What there is to read about a control, and what is shown of it at every finding.
struct ToldControl {
  let entry: ControlEntry
  /// The name that people know best.
  let name: String
  /// The state that it wants.
  let title: String

  init(_ control: Control, _ language: Language) {
    entry = ControlEntry(told: control)
    name = entry.bestName
    title = EditorReport.title(of: entry, language: language)
  }
}

extension ControlEntry {
  /// What there is to read about `control`, its examples left out.
  init(told control: Control) {
    self.init(
      id: control.id,
      aliases: control.aliases,
      severity: control.severity,
      resource: control.resource,
      applies: control.applies?.text,
      passes: control.passes.text,
      story: ControlStory(control.file),
      examples: []
    )
  }
}
