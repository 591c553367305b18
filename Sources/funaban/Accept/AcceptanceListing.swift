import Posture
import Reports
import SourceText

/// `funaban accept --list`: the decisions on record, and whether they are still needed.
struct AcceptanceListing {
  private let setup: ScanSetup
  private let format: ListFormat

  init(_ setup: ScanSetup, _ format: ListFormat) {
    self.setup = setup
    self.format = format
  }

  func write() async throws {
    let scan = await DecidedScan(setup)
    let today = CalendarDay(Today.text)
    var number = 0
    let entries = scan.book.decisions.map { decision in
      let isEntry = decision.acceptance.source == .register
      number += isEntry ? 1 : 0
      return AcceptanceListEntry(decision, number: isEntry ? number : nil, today: today)
    }
    let report =
      switch format {
      case .terminal: AcceptanceList.terminal(entries, language: setup.language)
      case .json: AcceptanceList.json(entries)
      }
    try OutputFile.writeToStandardOutput(report)
    let problems = scan.book.diagnostics.filter { $0.severity == .error }
    for problem in problems { complain("funaban: \(problem.line(in: spokenLanguage))") }
    if !problems.isEmpty { throw ExitStatus.unreadable }
  }
}
