import Inventory
import Posture
import SourceText

/// A failure that an edit may mend, with the plan for it.
struct Candidate {
  let finding: Finding
  /// The position of its unit.
  let unit: Int
  /// The plan under each scenario of the unit in which the failure occurs.
  let plans: [(inventory: Int, plan: FixPlan)]
  /// The operations of its own plan.
  var operations: [Operation] = []
  /// How freely it may be mended.
  var applicability: Applicability
  /// What to look at.
  var notes: [LocalizedText]

  init(_ finding: Finding, unit: Int, plans: [(inventory: Int, plan: FixPlan)]) {
    self.finding = finding
    self.unit = unit
    self.plans = plans
    applicability = plans.map(\.plan.applicability).max() ?? .manual
    notes = plans.flatMap(\.plan.notes).reduce(into: []) { notes, note in
      if !notes.contains(note) { notes.append(note) }
    }
  }

  /// What it judged, however many scenarios it was judged under.
  var key: FindingKey { FindingKey(finding, unit: unit) }
}

/// What a finding is about: a control, a resource and a part of it.
struct FindingKey: Hashable {
  let unit: Int
  let control: String
  let resource: JudgedResource
  let part: JudgedPart?

  init(_ finding: Finding, unit: Int) {
    self.unit = unit
    control = finding.control
    resource = finding.resource
    part = finding.part
  }
}

/// What a finding judged, whatever the control.
struct JudgedThing: Hashable {
  let unit: Int
  let resource: JudgedResource
  let part: JudgedPart?

  init(_ key: FindingKey) {
    unit = key.unit
    resource = key.resource
    part = key.part
  }
}
