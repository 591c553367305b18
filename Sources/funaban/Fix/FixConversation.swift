import Glibc
import Posture
import Remedy
import Reports
import SourceText
import Workspace

/// Shows fixes, asks about them and writes them.
struct FixConversation {
  private let run: FixRun
  private let mode: FixOptions.Mode
  private let limit: Applicability
  private let options: FixOptions
  private var language: Language { run.setup.language }

  init(_ run: FixRun, _ mode: FixOptions.Mode, limit: Applicability, _ options: FixOptions) {
    self.run = run
    self.mode = mode
    self.limit = limit
    self.options = options
  }

  /// Does what the mode says.
  ///
  /// - Throws: the exit status, where it is not that of success.
  func hold() throws {
    for problem in run.diagnostics where problem.severity == .error {
      complain("funaban: \(problem.line(in: language))")
    }
    switch mode {
    case .askForEach: try askForEach()
    case .patch: try printPatch(run.outcome(limit: limit))
    case .show, .check, .ask, .write: try showAll(run.outcome(limit: limit))
    }
    if run.diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.unreadable }
  }

  private func printPatch(_ outcome: RemedyOutcome) throws {
    for change in outcome.changes {
      try OutputFile.writeToStandardOutput(UnifiedDiff(from: change.old, to: change.new).text)
    }
  }

  private func showAll(_ outcome: RemedyOutcome) throws {
    if mode == .write {
      try write(outcome)
      return report(outcome, .written, showsDiffs: false)
    }
    report(outcome, .shown, showsDiffs: true)
    guard !outcome.changes.isEmpty else { return }
    if mode == .check { throw ExitStatus.findings }
    guard mode == .ask else { return }
    let files = outcome.changes.count
    let question = say(
      en: "Write these changes to \(files) files? [y/N] ",
      ja: "この変更を \(files) ファイルに書き込むか? [y/N] "
    )
    if answer(question) == "y" { try write(outcome) }
  }

  // MARK: - One by one

  private func askForEach() throws {
    let all = run.outcome(limit: .needsReview)
    var agreed: Set<String> = []
    var takesRest = false
    let choices = all.findings.filter(\.isMended)
    for (index, mended) in choices.enumerated() {
      let finding = mended.finding
      if takesRest {
        agreed.insert(finding.fingerprint)
        continue
      }
      let alone = run.outcome(limit: .safe, agreed: [finding.fingerprint])
      report(alone, .shown, showsDiffs: true, only: finding.fingerprint)
      let question = say(
        en:
          "[\(index + 1)/\(choices.count)] \(mended.applicability.text.en). Fix it? [y]es, [n]o, [a]ll, [q]uit ",
        ja:
          "[\(index + 1)/\(choices.count)] \(mended.applicability.text.ja)。修正するか? [y] はい、[n] いいえ、[a] 残りすべて、[q] 終了 "
      )
      switch answer(question) {
      case "y": agreed.insert(finding.fingerprint)
      case "a":
        agreed.insert(finding.fingerprint)
        takesRest = true
      case "q", nil: return try finish(agreed)
      default: break
      }
    }
    try finish(agreed)
  }

  private func finish(_ agreed: Set<String>) throws {
    guard !agreed.isEmpty else { return }
    let outcome = run.outcome(limit: .safe, agreed: agreed)
    try write(outcome)
    report(outcome, .written, showsDiffs: false)
  }

  /// The first letter of what the user types behind `question`; `nil` at the end of the input.
  private func answer(_ question: String) -> Character? {
    funaban.write(question, to: STDERR_FILENO)
    guard let line = readLine() else { return nil }
    return line.lowercased().first ?? "n"
  }

  // MARK: - Results

  private func write(_ outcome: RemedyOutcome) throws {
    let replacements = outcome.changes.map { change in
      FileReplacement(
        path: change.old.path,
        expected: change.old.bytes,
        contents: change.new.bytes
      )
    }
    let tree = options.followLinks ? SourceTree(around: run.setup.paths) : nil
    do throws(WriteProblem) {
      try FileTransaction(followingLinksIn: tree).commit(replacements)
    } catch {
      complain("funaban: \(error.path): \(error.text[language])")
      throw ExitStatus.unreadable
    }
  }

  private func report(
    _ outcome: RemedyOutcome,
    _ action: FixReportInput.Action,
    showsDiffs: Bool,
    only fingerprint: String? = nil
  ) {
    let findings = outcome.findings.filter {
      fingerprint == nil || $0.finding.fingerprint == fingerprint
    }
    let input = FixReportInput(
      findings: findings,
      changes: outcome.changes,
      redactions: outcome.redactions,
      action: action,
      showsDiffs: showsDiffs,
      language: language,
      width: Terminal.width,
      color: Terminal.isColorful
    )
    funaban.write(FixReport.render(input), to: STDOUT_FILENO)
  }
}

extension MendedFinding {
  fileprivate var isMended: Bool { if case .mended = state { true } else { false } }
}
