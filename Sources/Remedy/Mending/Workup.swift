package import Posture
package import SourceText

/// An input that was read and judged once, to mend its failures one at a time.
package struct Workup: Sendable {
  private let source: RemedySource
  private let catalogue: ControlCatalogue
  private let scanner: Scanner
  private let survey: Survey

  /// Reads `source` and judges it by the controls of `catalogue`.
  package init(_ source: RemedySource, _ catalogue: ControlCatalogue) {
    self.source = source
    self.catalogue = catalogue
    scanner = Scanner(catalogue)
    survey = Survey(source.read([:]), scanner)
  }

  /// The edits that mend `finding` and nothing else; `nil` where none can be proven.
  package func fix(for finding: Finding, recipes: RecipeBook) -> ProvenFix? {
    var options = Remedy.Options()
    options.limit = .needsReview
    options.wants = { $0.fingerprint == finding.fingerprint }
    let triage = Triage(survey, catalogue, recipes, options)
    guard let candidate = triage.candidates.first else { return nil }
    var search = ProvenSet(source: source, files: [:], before: survey, scanner: scanner)
    search.documents = triage.documents
    let solution = search.solve([candidate])
    guard !solution.edits.isEmpty else { return nil }
    return ProvenFix(edits: solution.edits, applicability: candidate.applicability)
  }
}

/// The edits that mend one failure.
package struct ProvenFix: Sendable {
  /// The edits by the file that they were made for, in the order of their places.
  package let edits: [SourceFile: [Edit]]
  /// How freely they may be applied.
  package let applicability: Applicability
}
