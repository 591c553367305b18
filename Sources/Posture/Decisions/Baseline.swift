import SourceText

/// The failures of an earlier day: `.funaban/baseline.json`.
///
/// A failure that it knows fails no run, so that a team can start with what is new. Beside each
/// fingerprint stand the names that people know the failure by; there is no value in it.
package struct Baseline: Sendable {
  /// The path of the file below the folder in which a scan runs.
  package static let fileName = ".funaban/baseline.json"

  /// The version of the form.
  static let version = 1

  /// One failure of an earlier day.
  struct Entry: Sendable, Hashable {
    let finding: ResolvedFinding
    /// The environment variables that it was about.
    let variables: [String]
  }

  /// The failures by file, resource, control and part.
  let entries: [Entry]

  /// Takes down the failures of `result` that nobody has accepted.
  package init(_ result: ScanResult) {
    let failures = result.findings.filter { $0.verdict == .fail && $0.acceptance == nil }
    let entries = Set(failures.map(Entry.init))
    self.init(entries: entries.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) })
  }

  init(entries: [Entry]) { self.entries = entries }

  /// How many failures it knows.
  package var count: Int { entries.count }

  /// Marks the failures of `result` as known or new, and adds what is found no longer.
  ///
  /// A known failure about environment variables is new again when one more of them holds a secret.
  ///
  /// - Parameters:
  ///   - result: the outcome of a scan
  ///   - covers: whether the scan looked for a failure of this control in this file
  package func compare(
    _ result: inout ScanResult,
    covers: (_ control: String, _ path: String) -> Bool
  ) {
    let known = Dictionary(entries.map { ($0.finding.fingerprint, $0) }) { $1 }
    var found: Set<String> = []
    result.findings = result.findings.map { finding in
      guard finding.verdict != .pass else { return finding }
      let entry = known[finding.fingerprint]
      if entry != nil { found.insert(finding.fingerprint) }
      guard finding.verdict == .fail else { return finding }
      let names = Set(entry?.variables ?? [])
      let isKnown = entry != nil && finding.variables.allSatisfy { names.contains($0.name) }
      return finding.compared(isKnown ? .known : .new)
    }
    result.resolved += entries.map(\.finding).filter { entry in
      !found.contains(entry.fingerprint) && covers(entry.control, entry.path)
    }
  }
}

extension Baseline.Entry {
  fileprivate init(_ finding: Finding) {
    self.finding = ResolvedFinding(
      fingerprint: finding.fingerprint,
      control: finding.control,
      path: finding.location.file.path.withoutDot,
      resource: finding.resource.id,
      part: finding.part?.name
    )
    variables = Set(finding.variables.map(\.name)).sorted()
  }

  fileprivate var sortKey: [String] {
    [finding.path, finding.resource, finding.control, finding.part ?? "", finding.fingerprint]
  }
}
