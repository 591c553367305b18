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
  /// Further places that matter: the reference to a parameter, the resource that is joined.
  package let related: [RelatedLocation]
  /// What was seen.
  package let evidence: [Evidence]
  /// The template conditions under which it holds: `IsProd (Env = prod)`; `nil` if it always does.
  package let condition: LocalizedText?
  private let fingerprintNumber: UInt128
  /// The decision that accepts the finding, if there is one; such a finding does not fail a run.
  package let acceptance: Acceptance?

  /// Records what a control says.
  package init(
    control: String,
    severity: Severity,
    verdict: Verdict,
    resource: JudgedResource,
    part: JudgedPart?,
    location: SourceLocation,
    related: [RelatedLocation],
    evidence: [Evidence],
    condition: LocalizedText?,
    fingerprint: UInt128,
    acceptance: Acceptance? = nil
  ) {
    self.control = control
    self.severity = severity
    self.verdict = verdict
    self.resource = resource
    self.part = part
    self.location = location
    self.related = related
    self.evidence = evidence
    self.condition = condition
    self.fingerprintNumber = fingerprint
    self.acceptance = acceptance
  }
}

extension Finding {
  /// The same finding, accepted by a decision.
  func accepted(by acceptance: Acceptance) -> Finding {
    Finding(
      control: control,
      severity: severity,
      verdict: verdict,
      resource: resource,
      part: part,
      location: location,
      related: related,
      evidence: evidence,
      condition: condition,
      fingerprint: fingerprintNumber,
      acceptance: acceptance
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
