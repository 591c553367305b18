import Inventory
import Posture
import SourceText
import Templates

/// An input as it was read at one moment, judged by all controls.
struct Survey {
  let units: [DeploymentUnit]
  /// The findings of each unit.
  let findings: [[Finding]]
  /// The bytes that no report may show.
  let redactions: [SourceFile: [SourceRange]]
  /// The worst verdict on each thing that was judged and does not pass.
  let verdicts: [FindingKey: Verdict]
  /// What is wrong with the input, each with the number of its occurrences.
  let problems: [Problem: Int]

  /// What is wrong, without the line on which it is.
  struct Problem: Hashable {
    let code: String
    let text: LocalizedText
    let path: String?
  }

  init(_ reading: RemedySource.Reading, _ scanner: Scanner) {
    units = reading.units
    let scanner = scanner.tellingNoPasses
    let results = units.map { scanner.scan($0.inventories, in: $0.file) }
    findings = results.map(\.findings)
    redactions = zip(units, results).reduce(into: [:]) { all, pair in
      all.merge(pair.1.redactions) { $0 + $1 }
      for location in pair.0.hidden { all[location.file, default: []].append(location.range) }
    }
    var verdicts: [FindingKey: Verdict] = [:]
    for (unit, findings) in findings.enumerated() {
      for finding in findings {
        let key = FindingKey(finding, unit: unit)
        verdicts[key] = max(verdicts[key] ?? .pass, finding.verdict) { $0.rank < $1.rank }
      }
    }
    self.verdicts = verdicts
    var problems: [Problem: Int] = [:]
    for diagnostic in reading.diagnostics + units.flatMap(\.diagnostics)
    where diagnostic.severity != .note {
      let problem = Problem(
        code: diagnostic.code,
        text: diagnostic.text,
        path: diagnostic.path
      )
      problems[problem, default: 0] += 1
    }
    self.problems = problems
  }

  /// The positions of the inventories in which the control of `finding` fails, for whatever reason.
  func scenarios(of finding: Finding, unit: Int) -> Set<Int> {
    let inventories = units[unit].inventories.indices
    guard inventories.count > 1 else { return Set(inventories) }
    let key = FindingKey(finding, unit: unit)
    let failures = findings[unit].filter {
      $0.verdict == .fail && $0.control == finding.control && FindingKey($0, unit: unit) == key
    }
    return failures.reduce(into: []) { $0.formUnion($1.scenarios) }
  }
}

extension Verdict {
  /// The order from good to bad.
  var rank: Int {
    switch self {
    case .pass: 0
    case .unknown: 1
    case .fail: 2
    }
  }
}

private func max(
  _ left: Verdict,
  _ right: Verdict,
  by isLess: (Verdict, Verdict) -> Bool
)
  -> Verdict
{ isLess(left, right) ? right : left }
