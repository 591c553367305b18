import Posture
import Remedy
import SourceText
import Testing

/// What holds for whatever is mended in real sources, checked without the engine's own proof.
///
/// A sample of the vectors by default; all of them with `FUNABAN_ALL_VECTORS=1`.
@Suite struct FixPropertyTests {
  private static let json = FixVector.files([".json", ".template"])
  private static let yaml = FixVector.files([".yaml", ".yml"])
  private static let terraform = FixVector.files([".tf"])
  private static let isAvailable = !json.isEmpty

  private let catalogue = ControlCatalogue.embedded()
  private let scanner: Posture.Scanner
  private let remedy: Remedy

  init() {
    var options = Remedy.Options()
    options.limit = .needsReview
    scanner = Posture.Scanner(catalogue)
    remedy = Remedy(catalogue, recipes: .shipped(region: "eu-west-1"), options: options)
  }

  @Test(.enabled(if: isAvailable, "skipped: no vectors"))
  func `fixes of JSON do what they say and nothing else`() { check(Self.json, "JSON") }

  @Test(.enabled(if: isAvailable, "skipped: no vectors"))
  func `fixes of YAML do what they say and nothing else`() { check(Self.yaml, "YAML") }

  @Test(.enabled(if: isAvailable, "skipped: no vectors"))
  func `fixes of Terraform do what they say and nothing else`() {
    check(Self.terraform, "Terraform")
  }

  private func check(_ vectors: [FixVector], _ name: String) {
    var tally = Tally()
    for vector in vectors {
      let outcome = remedy.mend(vector.source)
      tally.add(outcome, vector.file.path)
      checkLineEndings(vector, outcome)
      guard let change = outcome.changes.first else {
        #expect(outcome.mended.isEmpty, "\(vector.file.path)")
        continue
      }
      #expect(outcome.changes.count == 1 && change.old == vector.file)
      checkVerdicts(vector, vector.with(change.new), outcome)
      checkRepetition(vector.with(change.new), outcome)
      for comment in LostComment.all(from: change.old, to: change.new) {
        Issue.record("\(vector.file.path) loses the comment \(comment)")
      }
    }
    print("\(name), \(vectors.count) files: \(tally.summary)")
    #expect(tally.mended > 0)
    #expect(tally.dropped * 5 <= tally.mended, "few fixes are given up")
  }

  private func checkVerdicts(_ old: FixVector, _ new: FixVector, _ outcome: RemedyOutcome) {
    let before = Judgement(of: old, by: scanner)
    let after = Judgement(of: new, by: scanner)
    for finding in outcome.mended {
      let subject = Judgement.Subject(finding)
      #expect(after.verdicts[subject] ?? 0 == 0, "\(old.file.path): \(subject)")
    }
    for (subject, badness) in before.verdicts {
      #expect(after.verdicts[subject] ?? 0 <= badness, "\(old.file.path): \(subject)")
    }
    for (problem, count) in after.problems {
      #expect(count <= before.problems[problem] ?? 0, "\(old.file.path): \(problem)")
    }
  }

  /// What is mended stays so; what others stood in the way of, and what was added, follows soon.
  private func checkRepetition(_ mended: FixVector, _ outcome: RemedyOutcome) {
    let done = Set(outcome.mended.map(Judgement.Subject.init))
    var vector = mended
    for _ in 0..<4 {
      let next = remedy.mend(vector.source)
      let again = next.mended.map(Judgement.Subject.init).filter(done.contains)
      #expect(again.isEmpty, "\(vector.file.path)")
      guard let change = next.changes.first else { return }
      vector = vector.with(change.new)
    }
    Issue.record("\(vector.file.path) is never done")
  }

  /// With other line endings the same fixes are made, and all lines end alike.
  private func checkLineEndings(_ vector: FixVector, _ outcome: RemedyOutcome) {
    guard let other = vector.withCarriageReturns else { return }
    let new = outcome.changes.first.flatMap { vector.with($0.new).withCarriageReturns }
    let found = remedy.mend(other.source).changes.first?.new
    #expect(found?.bytes == new?.file.bytes, "\(vector.file.path)")
  }
}

/// How many findings came to what.
private struct Tally {
  private(set) var mended = 0, waiting = 0, manual = 0, dropped = 0
  private var reasons: [String: [String]] = [:]

  mutating func add(_ outcome: RemedyOutcome, _ path: String) {
    for finding in outcome.findings {
      switch finding.state {
      case .mended: mended += 1
      case .waiting: waiting += 1
      case .manual: manual += 1
      case .dropped(let reason):
        dropped += 1
        reasons[reason.en, default: []].append("\(path) \(finding.finding.control)")
      }
    }
  }

  var summary: String {
    let lines = reasons.sorted { $0.key < $1.key }.map { reason, places in
      "\n  \(places.count) × \(reason)" + places.map { "\n      \($0)" }.joined()
    }
    return "\(mended) mended, \(waiting) waiting, \(manual) manual, \(dropped) dropped"
      + lines.joined()
  }
}

extension RemedyOutcome {
  /// The failures that are mended.
  fileprivate var mended: [Finding] {
    findings.compactMap { if case .mended = $0.state { $0.finding } else { nil } }
  }
}
