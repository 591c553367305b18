import Posture
import SourceText

/// Makes sure that a decision speaks of a finding before it is written down.
struct AcceptanceCheck {
  private let acceptance: Acceptance
  private let setup: ScanSetup

  init(_ acceptance: Acceptance, _ setup: ScanSetup) {
    self.acceptance = acceptance
    self.setup = setup
  }

  /// Scans.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message with what could be meant, where the scan has no
  ///   such finding.
  func run() async throws {
    let result = await ScanRun(setup).result()
    let matches = DecisionBook.findings(of: result, for: acceptance, catalogue: setup.catalogue)
    guard matches.isEmpty else {
      for finding in matches { complain("funaban: \(finding.summary)") }
      return
    }
    let all = DecisionBook.findings(
      of: result,
      for: Acceptance(Acceptance.Target(control: acceptance.control), acceptance.terms),
      catalogue: setup.catalogue
    )
    throw InputFile.wrongUse(acceptance.control, AcceptanceCheck.refusal(near: all))
  }

  private static func refusal(near findings: [Finding]) -> LocalizedText {
    guard !findings.isEmpty else {
      return LocalizedText(
        en: "The scan has no such finding. Give the path to scan, or --force.",
        ja: "スキャンに該当する検出結果がない。スキャンするパスか --force を指定する。"
      )
    }
    let places = findings.prefix(5).map { "  \($0.summary)" }.joined(separator: "\n")
    let rest = findings.count > 5 ? "\n  … +\(findings.count - 5)" : ""
    return LocalizedText(
      en: "No finding of this control has these names. It has:\n\(places)\(rest)",
      ja: "このコントロールの検出結果に、この名前のものはない。あるもの:\n\(places)\(rest)"
    )
  }
}

extension Finding {
  /// Where and what, in one line: `shop.yaml:12 WebTask container app (DB_PASSWORD)`.
  var summary: String {
    let place = "\(location.file.path):\(location.position.line)"
    let part = part.map { " \($0.kind) \($0.name)" } ?? ""
    let names = variables.map(\.name).joined(separator: ", ")
    return "\(place) \(resource.id)\(part)" + (names.isEmpty ? "" : " (\(names))")
  }
}
