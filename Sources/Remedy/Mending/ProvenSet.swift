import Posture
import SourceText
import Templates

/// Finds the candidates whose edits, taken together, prove themselves.
struct ProvenSet {
  /// What came of it.
  struct Solution {
    /// The files that change.
    var changes: [FileChange] = []
    /// The edits that change them, by the file that they are for.
    var edits: [SourceFile: [Edit]] = [:]
    /// The bytes of the changed files that no report may show.
    var redactions: [SourceFile: [SourceRange]] = [:]
    /// Why the others were dropped.
    var dropped: [FindingKey: LocalizedText] = [:]
    /// The controls that added resources do not pass, by the failure that they were added for.
    var shortcomings: [FindingKey: [String]] = [:]
    /// The attempt that proved all that is kept.
    fileprivate var proven: Attempt?

    /// What to say with a fix, besides what its plan says.
    func notes(on key: FindingKey) -> [LocalizedText] {
      guard let controls = shortcomings[key], !controls.isEmpty else { return [] }
      let list = controls.joined(separator: ", ")
      return [
        LocalizedText(
          en: "What is added does not pass yet: \(list).",
          ja: "追加するリソースはまだ次のコントロールに合格しない: \(list)。"
        )
      ]
    }
  }

  /// How many rounds are spent on dropping what faults name, before halving.
  private static let rounds = 6

  let source: RemedySource
  let files: [String: SourceFile]
  let before: Survey
  let scanner: Scanner
  var documents: [SourceDocuments] = []

  /// Which of `candidates` can be mended together, as many as possible.
  func solve(_ candidates: [Candidate]) -> Solution {
    var solution = Solution()
    let kept = solve(candidates, upon: [], &solution)
    guard let attempt = solution.proven else { return solution }
    solution.changes = changes(attempt.draft)
    solution.edits = attempt.draft.editsByFile
    solution.redactions = attempt.proof.after.redactions
    for candidate in kept where candidate.plans.contains(where: \.plan.addsThings) {
      solution.shortcomings[candidate.key] = attempt.proof.shortcomings(of: candidate)
    }
    return solution
  }

  /// The candidates that prove themselves together with those that are `settled`.
  private func solve(
    _ candidates: [Candidate],
    upon settled: [Candidate],
    _ solution: inout Solution
  ) -> [Candidate] {
    var open = candidates
    for _ in 0..<Self.rounds {
      guard !open.isEmpty else { return settled }
      let attempt = attempt(settled + open)
      let keys = Set(open.map(\.key))
      let culprits = attempt.culprits.filter { keys.contains($0.key) }
      if culprits.isEmpty {
        guard let fault = attempt.fault else {
          solution.proven = attempt
          return settled + open
        }
        return halve(open, upon: settled, fault, &solution)
      }
      for (key, reason) in culprits { solution.dropped[key] = solution.dropped[key] ?? reason }
      let dropped = Set(culprits.map(\.key))
      open.removeAll { dropped.contains($0.key) }
    }
    return halve(open, upon: settled, .unproven, &solution)
  }

  private func halve(
    _ open: [Candidate],
    upon settled: [Candidate],
    _ reason: LocalizedText,
    _ solution: inout Solution
  ) -> [Candidate] {
    guard open.count > 1 else {
      if let only = open.first { solution.dropped[only.key] = reason }
      return settled
    }
    let middle = open.count / 2
    let first = solve(Array(open[..<middle]), upon: settled, &solution)
    return solve(Array(open[middle...]), upon: first, &solution)
  }

  // MARK: - Attempts

  fileprivate struct Attempt {
    let draft: Draft
    let proof: Proof
    /// The candidates that are known to be at fault.
    var culprits: [(key: FindingKey, reason: LocalizedText)] = []
    /// What is wrong, if no candidate is known to be at fault.
    var fault: LocalizedText?
  }

  private func attempt(_ candidates: [Candidate]) -> Attempt {
    let draft = Draft(candidates, before.units, documents)
    guard draft.refused.isEmpty else {
      let proof = Proof(before: before, after: before, candidates: [], operations: [])
      let fault = draft.refused.first?.reason
      return Attempt(draft: draft, proof: proof, culprits: draft.refused, fault: fault)
    }
    let after = Survey(source.read(files.merging(draft.files) { $1 }), scanner)
    let proof = Proof(
      before: before,
      after: after,
      candidates: candidates,
      operations: draft.operations
    )
    var attempt = Attempt(draft: draft, proof: proof)
    let faults = proof.faults
    attempt.fault = faults.first?.reason
    for fault in faults { attempt.culprits += culprits(of: fault, among: candidates) }
    return attempt
  }

  private func culprits(
    of fault: Proof.Fault,
    among candidates: [Candidate]
  ) -> [(key: FindingKey, reason: LocalizedText)] {
    if let key = fault.key { return [(key, fault.reason)] }
    guard let (unit, resource) = fault.resource else { return [] }
    let own = candidates.filter { $0.unit == unit && $0.finding.resource.id == resource }
    return own.count == 1 ? [(own[0].key, fault.reason)] : []
  }

  private func changes(_ draft: Draft) -> [FileChange] {
    let originals = draft.originals
    return draft.files.sorted { $0.key < $1.key }.compactMap { path, new in
      originals[path].map { FileChange(old: $0, new: new) }
    }
  }
}

extension LocalizedText {
  fileprivate static let unproven = LocalizedText(
    en: "The edit could not be proven together with the others.",
    ja: "ほかの修正と合わせた編集を検証できなかった。"
  )
}
