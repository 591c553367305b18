package import Posture
package import SourceText

/// Mends the failures of inputs by edits that prove themselves.
///
/// A set of edits is applied in memory and the input is read and judged again. It counts only if
/// every resource is what it was but for the intended change, the controls pass, and nothing passes
/// less than before; what stands in the way of that is dropped, with the reason.
package struct Remedy: Sendable {
  /// Which failures to mend, and how freely.
  package struct Options: Sendable {
    /// The failures that are wanted; accepted ones usually are not.
    package var wants: @Sendable (Finding) -> Bool = { _ in true }
    /// The fixes that may be applied without a word from the user.
    package var limit: Applicability = .safe
    /// The fingerprints of the failures whose fixes the user agreed to; `nil` where nobody is asked.
    package var agreed: Set<String>?

    /// Mends all that can be mended safely.
    package init() {}
  }

  private let catalogue: ControlCatalogue
  private let scanner: Scanner
  private let recipes: RecipeBook
  private let options: Options

  /// Prepares to mend by the controls of `catalogue`.
  package init(
    _ catalogue: ControlCatalogue,
    recipes: RecipeBook = .shipped(),
    options: Options = Options()
  ) {
    self.catalogue = catalogue
    self.recipes = recipes
    self.options = options
    scanner = Scanner(catalogue)
  }

  /// How many times edits that were in each other's way are tried again upon the others.
  private static let rounds = 4

  /// Mends what can be mended in `source`, upon `files` that other inputs changed before.
  package func mend(
    _ source: RemedySource,
    upon files: [String: SourceFile] = [:]
  ) -> RemedyOutcome {
    var outcome = round(source, upon: files)
    for _ in 1..<Self.rounds where outcome.hasConflicts && !outcome.changes.isEmpty {
      let changed = outcome.changes.map { ($0.new.path, $0.new) }
      let next = round(source, upon: files.merging(changed) { $1 })
      guard !next.changes.isEmpty else { break }
      outcome.retry(with: next)
    }
    return outcome
  }

  private func round(_ source: RemedySource, upon files: [String: SourceFile]) -> RemedyOutcome {
    let survey = Survey(source.read(files), scanner)
    let triage = Triage(survey, catalogue, recipes, options)
    var search = ProvenSet(source: source, files: files, before: survey, scanner: scanner)
    search.documents = triage.documents
    let proven = search.solve(triage.candidates)
    return outcome(survey, triage, proven)
  }

  private func outcome(
    _ survey: Survey,
    _ triage: Triage,
    _ proven: ProvenSet.Solution
  ) -> RemedyOutcome {
    var outcome = RemedyOutcome()
    let candidates = Dictionary(triage.candidates.map { ($0.key, $0) }) { first, _ in first }
    outcome.findings = triage.failures.map { failure in
      let key = failure.key
      if let settled = triage.settled[key] { return settled }
      guard let candidate = candidates[key] else {
        return MendedFinding(failure.finding, .dropped(.conflict))
      }
      if let reason = proven.dropped[key] {
        return MendedFinding(failure.finding, .dropped(reason))
      }
      return MendedFinding(
        failure.finding,
        .mended,
        candidate.applicability,
        notes: candidate.notes + proven.notes(on: key)
      )
    }
    outcome.changes = proven.changes
    outcome.redactions = survey.redactions.merging(proven.redactions) { $0 + $1 }
    return outcome
  }
}
