import Inventory
import Posture
import SourceText
import Templates

/// Compares an input before and after its edits: the intended change, and nothing else.
struct Proof {
  /// Something that is not as it should be.
  struct Fault {
    /// What is wrong, as a sentence.
    let reason: LocalizedText
    /// The unit and the resource that it is about, where one is.
    let resource: (unit: Int, id: String)?
    /// The failure that is still there.
    var key: FindingKey?
  }

  let before: Survey
  let after: Survey
  let candidates: [Candidate]
  let operations: [[Operation]]
  /// The parts of resources that were judged before the edits, by whatever control.
  private let partsBefore: Set<JudgedThing>

  init(before: Survey, after: Survey, candidates: [Candidate], operations: [[Operation]]) {
    self.before = before
    self.after = after
    self.candidates = candidates
    self.operations = operations
    partsBefore = Set(before.verdicts.keys.map(JudgedThing.init))
  }

  /// What is wrong with the edits; empty if they are proven.
  var faults: [Fault] {
    let structural = problems + shapes
    return structural.isEmpty ? forgotten + unmended + worsened : structural
  }

  // MARK: - The text

  private var problems: [Fault] {
    after.problems.filter { $0.value > before.problems[$0.key] ?? 0 }.map { problem, _ in
      Fault(reason: .newProblem(problem.text), resource: nil)
    }
  }

  // MARK: - The values

  private var shapes: [Fault] {
    guard before.units.count == after.units.count else {
      return [Fault(reason: .otherStructure, resource: nil)]
    }
    return zip(before.units, after.units).enumerated().flatMap { index, units -> [Fault] in
      guard units.0.inventories.count == units.1.inventories.count else {
        return [Fault(reason: .otherStructure, resource: nil)]
      }
      let intent = Intent(operations[index], candidates.filter { $0.unit == index })
      return zip(units.0.inventories, units.1.inventories).flatMap { old, new in
        faults(from: old, to: new, intent, unit: index)
      }
    }
  }

  /// What is to become of one unit.
  private struct Intent {
    let expected: ExpectedInventory
    /// The members of resources, whatever their instance, that added resources may decide.
    var decided: [ResourceID: Set<String>] = [:]
    /// Whether resources are added.
    let adds: Bool

    init(_ operations: [Operation], _ candidates: [Candidate]) {
      expected = ExpectedInventory(operations)
      let plans = candidates.flatMap { $0.plans.map(\.plan) }
      adds = plans.contains { !$0.resources.isEmpty }
      for (id, paths) in plans.flatMap(\.decided) {
        decided[id.withoutInstance, default: []].formUnion(paths.compactMap(\.steps.first?.name))
      }
    }
  }

  private func faults(
    from old: Inventory,
    to new: Inventory,
    _ intent: Intent,
    unit: Int
  ) -> [Fault] {
    var faults: [Fault] = []
    for resource in old.resources {
      let place = (unit, resource.id.path)
      guard let found = new[resource.id] else {
        faults.append(Fault(reason: .lost(resource.id.path), resource: place))
        continue
      }
      let decided = intent.decided[resource.id.withoutInstance] ?? []
      let wanted = intent.expected.properties(of: resource).leaving(decided)
      if let path = ValueDifference.between(wanted, found.properties.leaving(decided)) {
        faults.append(Fault(reason: .differs(resource.id.path, path), resource: place))
      }
    }
    if !intent.adds, new.resources.count != old.resources.count {
      faults.append(Fault(reason: .otherStructure, resource: nil))
    }
    return faults
  }

  /// The plans that did not come about in full, whatever was written.
  private var forgotten: [Fault] {
    candidates.flatMap { candidate in
      candidate.plans.compactMap { index, plan -> Fault? in
        let old = before.units[candidate.unit].inventories[index]
        let new = after.units[candidate.unit].inventories[index]
        let path = plan.patches.sorted { $0.key.path < $1.key.path }.lazy.compactMap { id, patch in
          patch.unmet(from: old[id]?.properties, to: new[id]?.properties)
        }.first
        let resource = candidate.finding.resource.id
        return path.map {
          Fault(
            reason: .differs(resource, $0),
            resource: (candidate.unit, resource),
            key: candidate.key
          )
        }
      }
    }
  }

  // MARK: - The verdicts

  private var unmended: [Fault] {
    candidates.filter { (after.verdicts[$0.key] ?? .pass) != .pass }.map { candidate in
      Fault(
        reason: .stillFails(candidate.finding.control),
        resource: (candidate.unit, candidate.finding.resource.id),
        key: candidate.key
      )
    }
  }

  private var worsened: [Fault] {
    after.verdicts.filter { key, verdict in
      verdict.rank > before.verdicts[key]?.rank ?? 0 && isOld(key)
        && !tolerated(key.unit).contains(key.control)
    }.map { key, _ in
      Fault(
        reason: .newlyFails(key.control, key.resource.id),
        resource: (key.unit, key.resource.id)
      )
    }
  }

  /// The controls that somebody lets fail.
  private func tolerated(_ unit: Int) -> Set<String> {
    let plans = candidates.filter { $0.unit == unit }.flatMap(\.plans)
    return plans.reduce(into: []) { $0.formUnion($1.plan.tolerated) }
  }

  /// Whether what `key` judges was there before the edits.
  private func isOld(_ key: FindingKey) -> Bool {
    let isOldResource = before.units[key.unit].inventories.contains {
      $0[ResourceID(key.resource.id)] != nil
    }
    return isOldResource && (key.part == nil || partsBefore.contains(JudgedThing(key)))
  }

  /// The controls that what `candidate` adds does not pass: its resources, or its containers.
  func shortcomings(of candidate: Candidate) -> [String] {
    let names = Set(candidate.plans.flatMap(\.plan.resources).map(\.draft.name))
    let new = after.verdicts.filter { key, verdict in
      guard verdict == .fail, key.unit == candidate.unit, !isOld(key) else { return false }
      let isOwn = key.resource.id == candidate.finding.resource.id
      return isOwn
        || names.contains { key.resource.id.split(separator: ".").contains(Substring($0)) }
    }
    return Set(new.map { "\($0.key.control) (\($0.key.resource.id))" }).sorted()
  }
}

extension Value {
  /// The object without the members `names`.
  fileprivate func leaving(_ names: Set<String>) -> Value {
    guard !names.isEmpty, let object else { return self }
    return with(.object(ValueObject(object.members.filter { !names.contains($0.name) })))
  }
}

extension LocalizedText {
  fileprivate static func newProblem(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "The edited source would have a new problem: \(text.en)",
      ja: "編集後のソースに新しい問題が生じる: \(text.ja)"
    )
  }

  fileprivate static let otherStructure = LocalizedText(
    en: "The edited source would declare other resources than before.",
    ja: "編集後のソースで宣言されるリソースが変わってしまう。"
  )

  fileprivate static func lost(_ resource: String) -> LocalizedText {
    LocalizedText(
      en: "The edited source would not declare \(resource) any more.",
      ja: "編集後のソースで \(resource) が宣言されなくなる。"
    )
  }

  fileprivate static func differs(_ resource: String, _ path: String) -> LocalizedText {
    LocalizedText(
      en: "The edit would not come out as intended in \(resource): `\(path)`.",
      ja: "\(resource) の `\(path)` が意図したとおりにならない。"
    )
  }

  fileprivate static func stillFails(_ control: String) -> LocalizedText {
    LocalizedText(
      en: "\(control) would not pass after the edit.",
      ja: "編集しても \(control) は合格にならない。"
    )
  }

  fileprivate static func newlyFails(_ control: String, _ resource: String) -> LocalizedText {
    LocalizedText(
      en: "\(control) would no longer pass on \(resource).",
      ja: "\(resource) で \(control) が合格でなくなる。"
    )
  }
}
