import Posture
import SourceText

/// A scan with what is on record about its findings: decisions, and the baseline.
struct DecidedScan {
  private let setup: ScanSetup
  private(set) var result: ScanResult
  private(set) var book: DecisionBook

  /// Scans, and holds the findings against the record.
  init(_ setup: ScanSetup) async {
    self.setup = setup
    result = await ScanRun(setup).result()
    book = DecisionBook(
      setup.acceptances,
      sourcesOf: result,
      catalogue: setup.catalogue,
      today: Today.text
    )
    let sawEverything = !result.hasErrors
    book.apply(to: &result)
    let scanner = Scanner(setup.catalogue, selection: setup.selection)
    result.findings += book.scan(by: scanner) { sawEverything && judgesUse(of: $0) }.findings
    setup.baseline?.compare(&result) { control, path in
      sawEverything && setup.coverage.covers(path)
        && (setup.catalogue.control(control).map(setup.selection.includes) ?? false)
    }
  }

  /// Whether the scan saw all that a decision could speak of.
  private func judgesUse(of decision: Decision) -> Bool {
    let controls = decision.controls.compactMap(setup.catalogue.control)
    guard controls.allSatisfy(setup.selection.includes) else { return false }
    guard decision.acceptance.source != .register, let location = decision.acceptance.location
    else { return setup.coverage.isWhole }
    return setup.coverage.isWhole(location.file.path)
  }
}

extension ScanResult {
  /// Whether an input could not be read.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
