package import SourceText

/// What one control says of one resource, or of one part of it such as a container.
///
/// A scan of many templates holds and sorts many findings, so they are shared by reference.
package final class Finding: Sendable {
  /// The control's canonical id: `ecs.td.readonly-root`.
  package let control: String
  /// The control's severity.
  package let severity: Severity
  /// Pass, fail or unknown.
  package let verdict: Verdict
  /// The resource that was judged.
  package let resource: JudgedResource
  /// The part of the resource that was judged; `nil` for the resource as a whole.
  package let part: JudgedPart?
  /// The bytes that decide, or where what is missing would stand.
  package let location: SourceLocation
  /// The bytes that name the resource and the judged part; a comment at one of them, too, speaks of
  /// the finding.
  package let names: [SourceLocation]
  /// Further places that matter: the reference to a parameter, the resource that is joined.
  package let related: [RelatedLocation]
  /// What was seen.
  package let evidence: [Evidence]
  /// The template conditions under which it holds: `IsProd (Env = prod)`; `nil` if it always does.
  package let condition: LocalizedText?
  /// The positions of the inventories in which it holds; empty where nobody counted them.
  package let scenarios: Set<Int>
  private let fingerprintNumber: UInt128
  /// The environment variables and other named values that make it fail; empty where it is not
  /// about such values.
  package let variables: [JudgedVariable]
  /// The decisions on record that speak of it; several where each is about one variable.
  package let decisions: [Acceptance]
  /// Whether the baseline knows the finding; `nil` where there is no baseline.
  package let baselineState: BaselineState?

  /// Records what a control says.
  package init(
    control: String,
    severity: Severity,
    verdict: Verdict,
    resource: JudgedResource,
    part: JudgedPart?,
    location: SourceLocation,
    names: [SourceLocation] = [],
    related: [RelatedLocation],
    evidence: [Evidence],
    condition: LocalizedText?,
    scenarios: Set<Int> = [],
    fingerprint: UInt128,
    variables: [JudgedVariable] = [],
    decisions: [Acceptance] = [],
    baselineState: BaselineState? = nil
  ) {
    self.control = control
    self.severity = severity
    self.verdict = verdict
    self.resource = resource
    self.part = part
    self.location = location
    self.names = names
    self.related = related
    self.evidence = evidence
    self.condition = condition
    self.scenarios = scenarios
    self.fingerprintNumber = fingerprint
    self.variables = variables
    self.decisions = decisions
    self.baselineState = baselineState
  }
}

extension Finding {
  /// The decision that accepts the finding, if there is one; such a finding does not fail a run.
  package var acceptance: Acceptance? {
    workflowStatus == .suppressed ? decisions.first : nil
  }

  /// How far people have come with it: a control that passes is resolved.
  package var workflowStatus: WorkflowStatus {
    guard verdict != .pass else { return .resolved }
    guard let first = decisions.first else { return .new }
    return decisions.contains { $0.terms.status == .notified } ? .notified : first.terms.status
  }

  /// Whether it is a failure that nobody accepted and that no baseline knows.
  package var isOpenFailure: Bool {
    verdict == .fail && acceptance == nil && baselineState != .known
  }

  /// The same finding with what was decided about it.
  func decided(by decisions: [Acceptance]) -> Finding { copy(decisions: decisions) }

  /// The same finding with what the baseline knows of it.
  func compared(_ baselineState: BaselineState) -> Finding { copy(baselineState: baselineState) }

  /// The same finding about its other variables only; some of them have been accepted.
  func without(_ accepted: Set<String>) -> Finding {
    let rest = variables.filter { !accepted.contains($0.name) }
    return copy(
      location: rest.first?.location,
      evidence: evidence.map { $0.without(accepted, of: variables.map(\.name)) },
      variables: rest
    )
  }

  private func copy(
    location: SourceLocation? = nil,
    evidence: [Evidence]? = nil,
    variables: [JudgedVariable]? = nil,
    decisions: [Acceptance]? = nil,
    baselineState: BaselineState? = nil
  ) -> Finding {
    Finding(
      control: control,
      severity: severity,
      verdict: verdict,
      resource: resource,
      part: part,
      location: location ?? self.location,
      names: names,
      related: related,
      evidence: evidence ?? self.evidence,
      condition: condition,
      scenarios: scenarios,
      fingerprint: fingerprintNumber,
      variables: variables ?? self.variables,
      decisions: decisions ?? self.decisions,
      baselineState: baselineState ?? self.baselineState
    )
  }

  /// A text that stays the same when lines move: 32 hexadecimal digits.
  package var fingerprint: String {
    let digits = String(fingerprintNumber, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}

/// The resource that a finding is about.
package struct JudgedResource: Sendable, Hashable {
  /// The path within its template: the logical name, behind the names of nested stacks.
  package let id: String
  /// The type in the words of its source: `AWS::ECS::Service`.
  package let type: String
  /// The path of the CDK construct that made it.
  package let constructPath: String?

  /// Names a resource.
  package init(id: String, type: String, constructPath: String? = nil) {
    self.id = id
    self.type = type
    self.constructPath = constructPath
  }
}

/// The part of a resource that a finding is about.
package struct JudgedPart: Sendable, Hashable {
  /// What it is: `container`, `volume`, `policy`, `ecsTarget`.
  package let kind: String
  /// Its name: `web`.
  package let name: String

  /// Names a part.
  package init(kind: String, name: String) {
    self.kind = kind
    self.name = name
  }
}

/// A further place that matters to a finding, and why.
package struct RelatedLocation: Sendable, Hashable {
  /// The bytes.
  package let location: SourceLocation
  /// Why they matter.
  package let text: LocalizedText

  /// Explains a place.
  package init(_ location: SourceLocation, _ text: LocalizedText) {
    self.location = location
    self.text = text
  }
}

/// A named value that makes a finding fail: an environment variable that holds a secret.
package struct JudgedVariable: Sendable, Hashable {
  /// The name; never the value.
  package let name: String
  /// The bytes of the value; `nil` where nobody wrote it.
  package let location: SourceLocation?

  /// Names a value.
  package init(name: String, location: SourceLocation?) {
    self.name = name
    self.location = location
  }
}
