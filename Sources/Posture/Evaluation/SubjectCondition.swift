package import Inventory
import RuleLanguage
package import SourceText

/// A condition on what a control judges, besides the control's own: when a fix is the one to take.
package struct SubjectCondition: Sendable {
  /// The text of the condition, in the rule language.
  package let text: String
  private let condition: Condition
  private let paths: [PostureFields.Path]

  /// Compiles `source`, which may name the lists of `control` and the fields of what it judges.
  ///
  /// - Returns: the condition, or what is wrong with it
  package static func compile(
    _ source: ConditionSource,
    of control: Control
  ) -> (condition: SubjectCondition?, diagnostics: [Diagnostic]) {
    let fields = PostureFields(kind: control.resource, checksNames: true)
    let compiled = CompiledControl.compile(
      control.asking(source),
      listOverrides: [:],
      fields: fields
    )
    return switch compiled {
    case .success(let ready):
      (SubjectCondition(text: source.text, condition: ready.passes, paths: fields.paths), [])
    case .failure(let problems): (nil, problems.diagnostics)
    }
  }

  /// Whether the condition is known to hold for `subject`.
  package func holds(for subject: Subject) -> Bool {
    condition.evaluate(SubjectReader(subject, paths: paths)) == .yes
  }
}

extension Control {
  /// The control with `source` as its only condition.
  fileprivate func asking(_ source: ConditionSource) -> Control {
    Control(
      id: id,
      aliases: aliases,
      resource: resource,
      severity: severity,
      lists: lists,
      applies: nil,
      passes: source,
      shows: [],
      file: file
    )
  }
}
