import SourceText

/// A decision on record, ready to be held against findings.
package struct Decision: Sendable {
  /// What was decided.
  package let acceptance: Acceptance
  /// The ids of the controls that it names.
  package let controls: Set<String>
  /// Whether it has not ended yet.
  package let isCurrent: Bool
  /// Whether there was a finding for it; `nil` before it was held against any.
  package internal(set) var isUsed: Bool?
  /// Where it stands, if its place says what it speaks of.
  let place: DecisionPlace?

  init(
    _ acceptance: Acceptance,
    controls: Set<String>,
    place: DecisionPlace?,
    today: CalendarDay?
  ) {
    self.acceptance = acceptance
    self.controls = controls
    self.place = place
    isCurrent = acceptance.isCurrent(on: today)
  }

  /// What it reaches of `finding`.
  func reach(of finding: Finding) -> Reach {
    guard controls.contains(finding.control) else { return .nothing }
    let reach = acceptance.target.reach(of: finding)
    guard reach != .nothing, let place else { return reach }
    return reach.intersection(place.reach(of: finding))
  }
}

extension Acceptance {
  /// Whether the decision holds on the day; for Trivy it ends when its day begins.
  func isCurrent(on today: CalendarDay?) -> Bool {
    guard let today, let last = until.flatMap({ CalendarDay($0) }) else { return true }
    return [.trivy, .tfsec].contains(source) ? today < last : today <= last
  }
}
