import Posture
import Reports
import SourceText

/// `funaban accept --interactive`: goes through the failures and writes each decision at once.
///
/// The end of the input ends the dialogue; a decision that is not complete is not written.
struct AcceptanceDialogue {
  private enum Answer { case skip, accept, quit }

  private let setup: ScanSetup
  private let isDryRun: Bool

  init(_ setup: ScanSetup, isDryRun: Bool) {
    self.setup = setup
    self.isDryRun = isDryRun
  }

  func run() async throws {
    let result = await DecidedScan(setup).result
    let failures = result.findings.filter {
      $0.isOpenFailure && !$0.control.hasPrefix("acceptance.")
    }.sorted { $0.severity > $1.severity }
    for (index, finding) in failures.enumerated() {
      show(finding, "\(index + 1)/\(failures.count)")
      switch choice() {
      case .skip: continue
      case .quit: return
      case .accept:
        guard let acceptance = decision(about: finding) else { continue }
        try RegisterEditor(isDryRun: isDryRun).add([acceptance])
      }
    }
    tell(LocalizedText(en: "That was all.", ja: "以上ですべて。"))
  }

  private func show(_ finding: Finding, _ number: String) {
    let entry = setup.catalogue.control(finding.control).map(ControlEntry.init)
    let severity = finding.severity.text[spokenLanguage]
    let title = entry.map { "\($0.bestName) \($0.story.title[spokenLanguage])" } ?? finding.control
    let evidence = finding.evidenceTexts(spokenLanguage).map { "\n  = \($0)" }.joined()
    write("\n[\(number)] \(severity)  \(title)\n  \(finding.summary)\(evidence)\n", to: 1)
  }

  private func choice() -> Answer {
    let question = LocalizedText(
      en: "[s]kip, [a]ccept, [q]uit?",
      ja: "s: 次へ、a: 受容、q: 終了"
    )
    while let answer = ask(question) {
      switch answer.lowercased() {
      case "", "s", "skip": return .skip
      case "a", "accept": return .accept
      case "q", "quit": return .quit
      default: continue
      }
    }
    return .quit
  }

  /// Asks for what a decision needs; `nil` where it is not to be.
  private func decision(about finding: Finding) -> Acceptance? {
    guard let owner = required(LocalizedText(en: "Owner:", ja: "責任者:")),
      let evidence = answers(about: finding, by: owner),
      let reason = required(LocalizedText(en: "Reason:", ja: "理由:")),
      let until = lastDay()
    else { return nil }
    var terms = Acceptance.Terms()
    terms.reason = reason
    terms.owner = owner
    terms.until = until.isEmpty ? nil : until
    terms.created = Today.text
    terms.evidence = evidence
    var target = Acceptance.Target(control: finding.control)
    target.resource = finding.resource.id
    target.file = finding.location.file.path
    target.part = finding.part?.name
    return Acceptance(target, terms)
  }

  /// Asks what the runbook asks; `nil` where the answers speak for a fix, and it is wanted.
  private func answers(about finding: Finding, by owner: String) -> [StakeholderAnswer]? {
    var answers: [StakeholderAnswer] = []
    var isYes = false
    for question in StakeholderCheck.questions(about: finding.control) {
      guard let answer = yesOrNo(question) else { return nil }
      isYes = isYes || answer
      answers.append(
        StakeholderAnswer(
          question: question[spokenLanguage],
          answer: answer ? say(en: "Yes", ja: "はい") : say(en: "No", ja: "いいえ"),
          by: owner,
          date: Today.text
        )
      )
    }
    if answers.isEmpty || isYes { return answers }
    return yesOrNo(StakeholderCheck.nothingSpeaksAgainst) == true ? answers : nil
  }

  private func yesOrNo(_ question: LocalizedText) -> Bool? {
    let choices = LocalizedText(en: "\(question.en) [y/n]", ja: "\(question.ja) [y/n]")
    while let answer = ask(choices) {
      switch answer.lowercased() {
      case "y", "yes", "はい": return true
      case "n", "no", "いいえ": return false
      default: continue
      }
    }
    return nil
  }

  private func required(_ question: LocalizedText) -> String? {
    while let answer = ask(question) {
      if !answer.isEmpty { return answer }
    }
    return nil
  }

  /// Asks for the last day; empty for no end.
  private func lastDay() -> String? {
    let question = LocalizedText(
      en: "Last day, such as 2027-01-31 (empty for no end):",
      ja: "期限(2027-01-31 など、空なら無期限):"
    )
    while let answer = ask(question) {
      if answer.isEmpty || CalendarDay(answer) != nil { return answer }
    }
    return nil
  }

  private func ask(_ question: LocalizedText) -> String? {
    write("\(question[spokenLanguage]) ", to: 1)
    guard let line = readLine() else {
      write("\n", to: 1)
      return nil
    }
    return line.trimmed
  }

  private func tell(_ text: LocalizedText) { write("\n\(text[spokenLanguage])\n", to: 1) }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}
