import Inventory
import SourceText

/// Joins what controls say under several scenarios to findings that say when they hold.
struct ScenarioMerger {
  private struct Key: Hashable {
    let control: String
    let resource: ResourceID
    let part: JudgedPart?
  }

  private struct Group {
    let key: Key
    let judgement: Judgement
    var scenarios: Set<Int>
  }

  private let scenarios: [Scenario]
  private let file: SourceFile
  /// The position of each key in `groups`.
  private var positions: [Key: Int] = [:]
  private var groups: [[Group]] = []

  init(scenarios: [Scenario], file: SourceFile) {
    self.scenarios = scenarios
    self.file = file
  }

  mutating func add(_ judgements: [Judgement], scenario: Int) {
    for judgement in judgements {
      let key = Key(
        control: judgement.compiled.control.id,
        resource: judgement.subject.resource.id,
        part: judgement.part
      )
      let group = Group(key: key, judgement: judgement, scenarios: [scenario])
      guard let position = positions[key] else {
        positions[key] = groups.count
        groups.append([group])
        continue
      }
      let same = groups[position].firstIndex { $0.judgement.says(as: judgement) }
      if let same {
        groups[position][same].scenarios.insert(scenario)
      } else {
        groups[position].append(group)
      }
    }
  }

  /// The findings in the order in which they were first seen.
  ///
  /// Where a control fails in some scenarios and passes in others, only the failure is told.
  var findings: [Finding] {
    let summary = ConditionSummary(scenarios: scenarios)
    return groups.flatMap { all -> [Finding] in
      let telling = all.filter { $0.judgement.verdict != .pass }
      return (telling.isEmpty ? Array(all.prefix(1)) : telling).enumerated().map { index, group in
        let everywhere = telling.isEmpty ? Set(all.flatMap(\.scenarios)) : group.scenarios
        return finding(group, number: index, condition: summary.text(for: everywhere))
      }
    }
  }

  private func finding(_ group: Group, number: Int, condition: LocalizedText?) -> Finding {
    let judgement = group.judgement
    let resource = judgement.subject.resource
    return Finding(
      control: judgement.compiled.control.id,
      severity: judgement.compiled.control.severity,
      verdict: judgement.verdict,
      resource: JudgedResource(
        id: resource.id.path,
        type: resource.type,
        constructPath: resource.constructPath
      ),
      part: group.key.part,
      location: judgement.location,
      names: judgement.verdict == .pass ? [] : [resource.location, judgement.subject.place],
      related: judgement.related,
      evidence: judgement.evidence,
      condition: condition,
      scenarios: group.scenarios,
      fingerprint: Fingerprint.of(
        control: group.key.control,
        path: file.path,
        resource: group.key.resource.path,
        part: group.key.part,
        number: number
      ),
      variables: judgement.variables
    )
  }
}

extension Judgement {
  /// The judged part of the resource.
  fileprivate var part: JudgedPart? {
    subject.name.map { JudgedPart(kind: subject.kind, name: $0) }
  }

  /// Whether two scenarios come to the same, for the same reason.
  fileprivate func says(as other: Judgement) -> Bool {
    verdict == other.verdict && location == other.location && evidence == other.evidence
  }
}
