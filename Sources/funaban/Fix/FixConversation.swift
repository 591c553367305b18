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
    if hasUnreadInputs { throw ExitStatus.unreadable }
  }

  /// Whether an input could not be read, which counts more than what is left to fix.
  private var hasUnreadInputs: Bool { run.diagnostics.contains { $0.severity == .error } }

  private func printPatch(_ outcome: RemedyOutcome) throws {
    for change in outcome.changes {
      try OutputFile.writeToStandardOutput(UnifiedDiff(from: change.old, to: change.new).bytes)
    }
  }

  private func showAll(_ outcome: RemedyOutcome) throws {
    if mode == .write {
      try write(outcome)
      return report(outcome, .written, showsDiffs: false)
    }
    report(outcome, .shown, showsDiffs: true)
    guard !outcome.changes.isEmpty else { return }
    guard mode == .ask else {
      complain(
        say(
          en: "funaban: nothing was written; --write applies what can be fixed.",
          ja: "funaban: 何も書き込んでいない。修正を適用するには --write を指定する。"
        )
      )
      if mode == .check, !hasUnreadInputs { throw ExitStatus.findings }
      return
    }
    let files = outcome.changes.count
    let question = say(
      en: "Write these changes to \(files) file\(files == 1 ? "" : "s")? [y/N] ",
      ja: "この変更を \(files) ファイルに書き込むか? [y/N] "
    )
    guard answer(question, among: "yn") == "y" else { return sayNothingWritten() }
    try write(outcome)
    complain(
      say(
        en: "funaban: wrote \(files) file\(files == 1 ? "" : "s").",
        ja: "funaban: \(files) ファイルに書き込んだ。"
      )
    )
  }

  // MARK: - One by one

  private func askForEach() throws {
    let all = run.outcome(limit: .needsReview)
    let choices = all.findings.filter(\.isMended)
    guard !choices.isEmpty else { return report(all, .shown, showsDiffs: false) }
    var agreed: Set<String> = []
    asking: for (index, mended) in choices.enumerated() {
      let fingerprint = mended.finding.fingerprint
      let alone = run.outcome(limit: .safe, agreed: [fingerprint])
      report(alone, .proposed, showsDiffs: true) { $0.finding.fingerprint == fingerprint }
      switch answer(question(mended, "\(index + 1)/\(choices.count)"), among: "ynaq") {
      case "y": agreed.insert(fingerprint)
      case "a":
        agreed.formUnion(choices[index...].map(\.finding.fingerprint))
        break asking
      case "q", nil: break asking
      default: break
      }
    }
    try finish(agreed, among: all)
  }

  private func question(_ mended: MendedFinding, _ number: String) -> String {
    let kind = mended.applicability.text
    return say(
      en: "[\(number)] \(kind.en). Fix it? [y]es, [n]o, [a]ll the rest, [q]uit: ",
      ja: "[\(number)] \(kind.ja)。修正するか? [y] はい、[n] いいえ、[a] 残りすべて、[q] 終了: "
    )
  }

  /// Writes what the user agreed to, unless a file is no longer what it was when `all` was shown.
  private func finish(_ agreed: Set<String>, among all: RemedyOutcome) throws {
    guard !agreed.isEmpty else { return sayNothingWritten() }
    let outcome = run.outcome(limit: .safe, agreed: agreed)
    try write(outcome, shown: all.changes)
    report(outcome, .written, showsDiffs: false) { !$0.isWaiting }
  }

  /// The first letter of what the user types behind `question`: one of `letters`, or the second of
  /// them for an empty line; `nil` at the end of the input.
  private func answer(_ question: String, among letters: String) -> Character? {
    while true {
      funaban.write(question, to: STDERR_FILENO)
      guard let line = readLine() else {
        complain("")
        return nil
      }
      guard let letter = line.lowercased().first(where: { !$0.isWhitespace }) else {
        return letters.dropFirst().first
      }
      if letters.contains(letter) { return letter }
    }
  }

  private func sayNothingWritten() {
    complain(say(en: "funaban: nothing was written.", ja: "funaban: 何も書き込んでいない。"))
  }

  // MARK: - Results

  private func write(_ outcome: RemedyOutcome, shown: [FileChange] = []) throws {
    let replacements = outcome.changes.map { change in
      let old = shown.first { $0.old.path == change.old.path }?.old ?? change.old
      return FileReplacement(
        path: change.old.path,
        expected: old.bytes,
        contents: change.new.bytes
      )
    }
    let tree = options.followLinks ? SourceTree(around: run.setup.paths) : nil
    do throws(WriteProblem) {
      try FileTransaction(followingLinksIn: tree).commit(replacements)
    } catch {
      complain("funaban: \(error.path): \(error.text[language])")
      if error.written.isEmpty { sayNothingWritten() }
      throw ExitStatus.unreadable
    }
  }

  private func report(
    _ outcome: RemedyOutcome,
    _ action: FixReportInput.Action,
    showsDiffs: Bool,
    where isShown: (MendedFinding) -> Bool = { _ in true }
  ) {
    let input = FixReportInput(
      findings: outcome.findings.filter(isShown),
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
  fileprivate var isWaiting: Bool { if case .waiting = state { true } else { false } }
}
