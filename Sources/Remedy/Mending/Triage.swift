import Inventory
import Posture
import SourceText
import Templates

/// Sorts the failures of an input: what can be mended now, what waits for a word, what no edit mends.
struct Triage {
  /// A failure with what it is about.
  struct Failure {
    let finding: Finding
    let key: FindingKey
  }

  /// The wanted failures, in the order of the findings.
  private(set) var failures: [Failure] = []
  /// The failures that are to be mended.
  private(set) var candidates: [Candidate] = []
  /// What became of the others.
  private(set) var settled: [FindingKey: MendedFinding] = [:]
  /// The files of each unit, parsed for editing.
  let documents: [SourceDocuments]

  private let survey: Survey

  init(
    _ survey: Survey,
    _ catalogue: ControlCatalogue,
    _ recipes: RecipeBook,
    _ options: Remedy.Options
  ) {
    self.survey = survey
    documents = survey.units.map { SourceDocuments($0.format) }
    var planners: [String: FixPlanner] = [:]
    var planned: [Candidate] = []
    var seen: Set<FindingKey> = []
    for (unit, findings) in survey.findings.enumerated() {
      for finding in findings where finding.verdict == .fail && options.wants(finding) {
        let key = FindingKey(finding, unit: unit)
        guard seen.insert(key).inserted else { continue }
        failures.append(Failure(finding: finding, key: key))
        guard let control = catalogue.control(finding.control) else { continue }
        let planner = planners[finding.control] ?? FixPlanner(control, recipes: recipes)
        planners[finding.control] = planner
        if let candidate = candidate(finding, unit, planner) { planned.append(candidate) }
      }
    }
    weighUsers(of: &planned)
    for candidate in planned { sort(candidate, options) }
  }

  // MARK: - Plans

  private mutating func candidate(
    _ finding: Finding,
    _ unit: Int,
    _ planner: FixPlanner
  ) -> Candidate? {
    let key = FindingKey(finding, unit: unit)
    do throws(FixObstacle) {
      let plans = try plans(for: finding, unit, planner)
      var candidate = Candidate(finding, unit: unit, plans: plans)
      try place(&candidate)
      return candidate
    } catch {
      settled[key] = MendedFinding(finding, .manual(error.reason))
      return nil
    }
  }

  private func plans(
    for finding: Finding,
    _ unit: Int,
    _ planner: FixPlanner
  ) throws(FixObstacle) -> [(inventory: Int, plan: FixPlan)] {
    let deployment = survey.units[unit]
    let scenarios = survey.scenarios(of: finding, unit: unit)
    var plans: [(inventory: Int, plan: FixPlan)] = []
    var obstacle: FixObstacle?
    for (index, inventory) in deployment.inventories.enumerated()
    where scenarios.contains(index) {
      do throws(FixObstacle) {
        let plan = try planner.plan(finding, in: inventory, of: deployment, documents[unit])
        if let plan, !plan.isEmpty {
          plans.append((index, plan))
        }
      } catch {
        obstacle = obstacle ?? error
      }
    }
    guard !plans.isEmpty else { throw obstacle ?? FixObstacle(.nothingToChange) }
    return plans
  }

  /// Places the plans of the candidate by themselves, to see whether each can be written.
  private func place(_ candidate: inout Candidate) throws(FixObstacle) {
    let unit = survey.units[candidate.unit]
    var placement = Placement(documents[candidate.unit])
    do throws(EditRefusal) {
      for (index, plan) in candidate.plans {
        for (id, patch) in plan.patches.sorted(by: { $0.key.path < $1.key.path }) {
          guard let resource = unit.inventories[index][id] else { continue }
          try placement.place(patch, in: resource)
        }
        for addition in plan.resources {
          guard let neighbour = unit.inventories[index][addition.neighbour] else { continue }
          _ = try documents[candidate.unit].site(at: neighbour.location)
        }
      }
    } catch {
      throw FixObstacle(error.reason)
    }
    candidate.operations = placement.operations
    let addsNothing = candidate.plans.allSatisfy(\.plan.resources.isEmpty)
    if candidate.operations.isEmpty, addsNothing { throw FixObstacle(.nothingToChange) }
  }

  // MARK: - Users

  /// Asks before a text is changed that serves more than what failed.
  private func weighUsers(of candidates: inout [Candidate]) {
    for unit in survey.units.indices {
      let own = candidates.indices.filter { candidates[$0].unit == unit }
      let places = Set(own.flatMap { candidates[$0].operations.map(\.place) })
      let users = PlaceUsers(of: places, in: survey.units[unit]).users
      var wanted: [SourceLocation: Set<JudgedThing>] = [:]
      for index in own {
        for operation in candidates[index].operations {
          wanted[operation.place, default: []].insert(JudgedThing(candidates[index].key))
        }
      }
      for index in own {
        let extra = candidates[index].operations.map(\.place).filter { place in
          (users[place]?.count ?? 0) > wanted[place]?.count ?? 0
        }
        guard let place = extra.first else { continue }
        candidates[index].applicability = max(candidates[index].applicability, .needsReview)
        candidates[index].notes.append(.shared(place, users[place] ?? []))
      }
    }
  }

  // MARK: - Permission

  private mutating func sort(_ candidate: Candidate, _ options: Remedy.Options) {
    let isAgreed = options.agreed.map { $0.contains(candidate.finding.fingerprint) }
    if isAgreed ?? (candidate.applicability <= options.limit) {
      candidates.append(candidate)
    } else {
      settled[candidate.key] = MendedFinding(
        candidate.finding,
        .waiting,
        candidate.applicability,
        notes: candidate.notes
      )
    }
  }
}

extension LocalizedText {
  fileprivate static let nothingToChange = LocalizedText(
    en: "There is nothing in the sources that an edit could change.",
    ja: "ソースの中に編集で変更できるものがない。"
  )

  /// The text at `place` serves others, too.
  fileprivate static func shared(
    _ place: SourceLocation,
    _ users: Set<PlaceUsers.User>
  ) -> LocalizedText {
    let names = users.map { "\($0.resource).\($0.path)" }.sorted()
    let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    let line = "\(place.file.path):\(place.position.line)"
    return LocalizedText(
      en: "\(line) is used by \(names.count) places, which all change: \(shown).",
      ja: "\(line) は \(names.count) か所で使われており、すべて変わる: \(shown)。"
    )
  }
}
