import Inventory
import RuleLanguage
import SourceText

/// A control whose conditions are ready to be evaluated; shared by reference, so that judging copies
/// none of it.
final class CompiledControl: Sendable {
  /// Why a control cannot be used.
  struct Problems: Error {
    let diagnostics: [Diagnostic]
  }

  let control: Control
  let applies: Condition?
  let passes: Condition
  let shows: [FieldReference]

  private init(
    _ control: Control,
    applies: Condition?,
    passes: Condition,
    shows: [FieldReference]
  ) {
    self.control = control
    self.applies = applies
    self.passes = passes
    self.shows = shows
  }

  static func compile(
    _ control: Control,
    listOverrides: [String: [String]],
    fields: PostureFields
  ) -> Result<CompiledControl, Problems> {
    var definitions = Definitions()
    for list in control.lists {
      definitions.defineList(list.name, items: listOverrides[list.name] ?? list.items)
    }
    let vocabulary: Vocabulary
    switch Vocabulary.checked(definitions) {
    case .success(let checked): vocabulary = checked
    case .failure(let error): return .failure(problems([(error, control.passes)], fields))
    }
    var errors: [(ConditionError, ConditionSource)] = []
    func condition(_ source: ConditionSource) -> Condition? {
      switch Condition.compile(source.text, vocabulary: vocabulary, catalog: fields) {
      case .success(let condition): return condition
      case .failure(let error):
        errors.append((error, source))
        return nil
      }
    }
    let applies = control.applies.flatMap(condition)
    let shows = control.shows.compactMap { source in
      condition(source.asking)?.fields.first { $0.name == source.text }
    }
    guard let passes = condition(control.passes), errors.isEmpty else {
      return .failure(problems(errors, fields))
    }
    return .success(CompiledControl(control, applies: applies, passes: passes, shows: shows))
  }

  private static func problems(
    _ errors: [(ConditionError, ConditionSource)],
    _ fields: PostureFields
  ) -> Problems {
    Problems(
      diagnostics: errors.map { error, source in
        let name = source.text(of: error.range)
        let suggestion = error.code == .unknownField ? fields.suggestion(for: name) : nil
        let located = ConditionError(
          error.code,
          error.message,
          at: error.range,
          in: error.place,
          suggestion: suggestion ?? error.suggestion
        )
        return located.diagnostic { _, range in source.location(of: range) }
      }
    )
  }
}

extension ConditionSource {
  /// The condition that the field exists which the text names.
  fileprivate var asking: ConditionSource {
    ConditionSource(text: text + " exists", location: location)
  }

  /// The bytes of the condition's text in `range`.
  func text(of range: SourceRange) -> String {
    let bytes = Array(text.utf8)
    guard range.end <= bytes.count else { return "" }
    return String(decoding: bytes[range.bounds], as: UTF8.self)
  }
}
