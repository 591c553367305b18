internal import SourceText

extension ScanResult {
  /// The same result with one finding for each control and resource, as Security Hub counts.
  ///
  /// The findings of a resource's containers, volumes and policies become one: it fails if any of
  /// them fails, else it is unknown if any is. It stands where the first of those stands, and the
  /// others are related places.
  package func joinedByResource() -> ScanResult {
    var keys: [ResourceKey] = []
    var groups: [ResourceKey: [Finding]] = [:]
    for finding in findings {
      let key = ResourceKey(finding)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(finding)
    }
    var result = self
    result.findings = keys.compactMap { key in groups[key].flatMap(Finding.joined) }
    return result
  }
}

/// What the findings that become one have in common.
private struct ResourceKey: Hashable {
  let control: String
  let file: SourceFile
  let resource: JudgedResource
  let decisions: [Acceptance]
  let baselineState: BaselineState?

  init(_ finding: Finding) {
    control = finding.control
    file = finding.location.file
    resource = finding.resource
    decisions = finding.decisions
    baselineState = finding.baselineState
  }
}

extension Finding {
  /// Joins the findings of one control on the parts of one resource; `nil` for none.
  fileprivate static func joined(_ all: [Finding]) -> Finding? {
    let verdict = [Verdict.fail, .unknown, .pass].first { verdict in
      all.contains { $0.verdict == verdict }
    }
    let telling = all.filter { $0.verdict == verdict }
    guard let first = telling.first else { return nil }
    if all.count == 1, first.part == nil { return first }
    return Finding(
      control: first.control,
      severity: first.severity,
      verdict: first.verdict,
      resource: first.resource,
      part: nil,
      location: first.location,
      names: first.names,
      related: first.related + telling.dropFirst().map(\.asRelated),
      evidence: telling.flatMap(\.evidenceWithPart),
      condition: condition(joining: telling),
      fingerprint: Fingerprint.of(
        control: first.control,
        path: first.location.file.path,
        resource: first.resource.id,
        part: nil,
        number: 0
      ),
      variables: telling.flatMap(\.variables),
      decisions: first.decisions,
      baselineState: first.baselineState
    )
  }

  /// When at least one of `findings` holds; `nil` if one always does.
  private static func condition(joining findings: [Finding]) -> LocalizedText? {
    var conditions: [LocalizedText] = []
    for finding in findings {
      guard let condition = finding.condition else { return nil }
      if !conditions.contains(condition) { conditions.append(condition) }
    }
    return LocalizedText(
      en: conditions.map(\.en).joined(separator: " or "),
      ja: conditions.map(\.ja).joined(separator: "、または ")
    )
  }

  /// The place of the finding, named by its part.
  private var asRelated: RelatedLocation {
    let name = part?.name ?? resource.id
    return RelatedLocation(
      location,
      LocalizedText(en: "The same holds for \(name).", ja: "\(name) も同様。")
    )
  }

  /// The evidence, its fields behind the name of the part.
  private var evidenceWithPart: [Evidence] {
    guard let part else { return evidence }
    return evidence.map { Evidence(field: "\(part.name): \($0.field)", state: $0.state) }
  }
}
