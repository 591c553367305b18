import Inventory
import Posture
import SourceText

/// What one step would resolve, by the reasons for which it is unknown.
struct UnknownGroup {
  let resolution: String
  var reasons: [(text: String, findings: [Finding])] = []

  /// The unknown findings by what would resolve them; a finding counts under each of its reasons.
  static func groups(_ findings: [Finding], _ language: Language) -> [UnknownGroup] {
    var groups: [UnknownGroup] = []
    var places: [String: Int] = [:]
    for finding in findings {
      for (reason, resolution) in reasons(finding, language) {
        let place = places[resolution] ?? groups.count
        if place == groups.count { groups.append(UnknownGroup(resolution: resolution)) }
        places[resolution] = place
        groups[place].add(finding, reason)
      }
    }
    return groups
  }

  private static func reasons(
    _ finding: Finding,
    _ language: Language
  ) -> [(reason: String, resolution: String)] {
    var seen: Set<UnknownReason> = []
    var reasons: [(reason: String, resolution: String)] = []
    for evidence in finding.evidence {
      guard case .unknown(let reason) = evidence.state, seen.insert(reason).inserted else {
        continue
      }
      let text = WellKnownSecret.masked(reason.text[language])
      reasons.append((text, reason.resolution[language]))
    }
    if !reasons.isEmpty { return reasons }
    return [(finding.subjectText(language), ReportText.unexplained[language])]
  }

  private var index: [String: Int] = [:]

  private init(resolution: String) { self.resolution = resolution }

  private mutating func add(_ finding: Finding, _ reason: String) {
    if let place = index[reason] {
      reasons[place].findings.append(finding)
    } else {
      index[reason] = reasons.count
      reasons.append((reason, [finding]))
    }
  }
}
