import Inventory
import RuleLanguage
import SourceText

/// What one control says of one subject under one scenario.
///
/// It is shared by reference, since it is handed on several times.
final class Judgement {
  let compiled: CompiledControl
  let verdict: Verdict
  let subject: Subject
  let location: SourceLocation
  let related: [RelatedLocation]
  let evidence: [Evidence]
  /// The named values that make it fail.
  let variables: [JudgedVariable]

  init(
    _ compiled: CompiledControl,
    verdict: Verdict,
    subject: Subject,
    location: SourceLocation,
    related: [RelatedLocation] = [],
    evidence: [Evidence] = [],
    variables: [JudgedVariable] = []
  ) {
    self.compiled = compiled
    self.verdict = verdict
    self.subject = subject
    self.location = location
    self.related = related
    self.evidence = evidence
    self.variables = variables
  }
}

/// Applies controls to the subjects of one inventory.
struct Judge {
  let catalogue: ControlCatalogue
  let selection: Scanner.Selection

  /// What the chosen controls say of `inventory`, by kind, subject and control.
  func judgements(of inventory: Inventory) -> [Judgement] {
    catalogue.judgedKinds.flatMap { kind -> [Judgement] in
      let subjects = inventory.subjects(of: kind)
      guard !subjects.isEmpty else { return [] }
      let compiled = catalogue.compiledControls(for: kind)
      let controls = compiled.controls.filter { selection.includes($0.control) }
      return subjects.flatMap { subject in
        let reader = SubjectReader(subject, paths: compiled.paths)
        return controls.compactMap { judge(reader, by: $0) }
      }
    }
  }

  private func judge(_ reader: SubjectReader, by control: CompiledControl) -> Judgement? {
    let applies = control.applies?.evaluate(reader) ?? .yes
    guard applies != .no else { return nil }
    let passes = control.passes.evaluate(reader)
    switch (applies, passes) {
    case (_, .yes):
      guard selection.tellsPasses else { return nil }
      return judgement(.pass, control, control.passes, reader)
    case (.yes, .no): return judgement(.fail, control, control.passes, reader)
    case (.yes, .unknown): return judgement(.unknown, control, control.passes, reader)
    default: return judgement(.unknown, control, control.applies ?? control.passes, reader)
    }
  }

  private func judgement(
    _ verdict: Verdict,
    _ control: CompiledControl,
    _ condition: Condition,
    _ reader: SubjectReader
  ) -> Judgement {
    guard verdict != .pass || selection.explainsPasses else {
      return Judgement(
        control,
        verdict: verdict,
        subject: reader.subject,
        location: reader.subject.place
      )
    }
    let seen = condition.decidingChecks(reader).compactMap { check in
      Sight(check, of: condition, by: reader)
    }
    let shown = control.shows.compactMap { Sight($0, by: reader) }
    let place = Sight.place(of: seen, in: reader.subject)
    return Judgement(
      control,
      verdict: verdict,
      subject: reader.subject,
      location: place.location,
      related: place.related,
      evidence: Sight.evidence(seen, subject: reader.subject, shown: shown),
      variables: verdict == .fail ? seen.flatMap(\.variables) : []
    )
  }
}
