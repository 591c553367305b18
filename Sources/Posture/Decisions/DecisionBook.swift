package import SourceText

/// All decisions of one run: those on the register and those in the sources.
package struct DecisionBook: Sendable {
  /// The decisions that count: the register's first, then those of the sources, by file.
  package private(set) var decisions: [Decision] = []
  /// What is wrong with decisions.
  package private(set) var diagnostics: [Diagnostic] = []

  private let catalogue: ControlCatalogue
  private let today: CalendarDay?

  /// Gathers the decisions that speak of the findings of `result`.
  ///
  /// - Parameters:
  ///   - register: the decisions on record, if there are any
  ///   - result: the outcome of a scan; the sources that it points to may hold decisions, too
  ///   - catalogue: the catalogue that knows the aliases
  ///   - today: the day of the scan as `2027-03-31`
  package init(
    _ register: AcceptanceRegister?,
    sourcesOf result: ScanResult,
    catalogue: ControlCatalogue,
    today: String
  ) {
    self.catalogue = catalogue
    self.today = CalendarDay(today)
    diagnostics += register?.diagnostics ?? []
    for acceptance in register?.acceptances ?? [] { add(acceptance, at: nil) }
    for source in DecisionSource.sources(of: result) {
      diagnostics += source.diagnostics
      for (acceptance, place) in source.acceptances { add(acceptance, at: place) }
    }
  }

  private mutating func add(_ acceptance: Acceptance, at place: DecisionPlace?) {
    let controls = catalogue.controls(of: acceptance)
    guard controls.isEmpty else {
      decisions.append(
        Decision(
          acceptance,
          controls: Set(controls.map(\.id)),
          place: place,
          today: today
        )
      )
      return
    }
    // What another program knows need not be known here.
    guard acceptance.source.isOwn, let location = acceptance.location else { return }
    let similar = catalogue.suggestions(for: acceptance.control).joined(separator: ", ")
    diagnostics.append(.unknownControl(acceptance.control, similar: similar, at: location))
  }

  /// Holds the decisions against the findings of `result`, and marks those that they speak of.
  package mutating func apply(to result: inout ScanResult) {
    var positions: [String: [Int]] = [:]
    for (index, decision) in decisions.enumerated() {
      decisions[index].isUsed = false
      guard decision.isCurrent else { continue }
      for control in decision.controls { positions[control, default: []].append(index) }
    }
    result.diagnostics += diagnostics
    if positions.isEmpty { return }
    result.findings = result.findings.map { finding in
      guard finding.verdict != .pass, let candidates = positions[finding.control] else {
        return finding
      }
      return decide(finding, by: candidates)
    }
    for decision in decisions where decision.isUsed == true && decision.acceptance.reason.isEmpty {
      guard let location = decision.acceptance.location else { continue }
      result.diagnostics.append(.noReason(at: location))
    }
  }

  private mutating func decide(_ finding: Finding, by candidates: [Int]) -> Finding {
    var whole: [Acceptance] = []
    var parts: [Acceptance] = []
    var accepted: Set<String> = []
    for index in candidates {
      let reach = decisions[index].reach(of: finding)
      guard reach != .nothing else { continue }
      decisions[index].isUsed = true
      let acceptance = decisions[index].acceptance
      switch reach {
      case .variables(let names):
        parts.append(acceptance)
        accepted.formUnion(names)
      default: whole.append(acceptance)
      }
    }
    if let first = whole.first(where: { $0.terms.status == .suppressed }) {
      return finding.decided(by: [first])
    }
    let isCovered = finding.variables.allSatisfy { accepted.contains($0.name) }
    if !parts.isEmpty, isCovered { return finding.decided(by: parts) }
    let rest = parts.isEmpty ? finding : finding.without(accepted)
    return whole.isEmpty ? rest : rest.decided(by: whole)
  }
}

extension Acceptance.Source {
  /// Whether the decision is written in this program's own notation.
  package var isOwn: Bool { [.register, .comment, .metadata].contains(self) }
}

extension Diagnostic {
  fileprivate static func unknownControl(
    _ control: String,
    similar: String,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "acceptance.unknown-control",
      LocalizedText(
        en: "There is no control `\(control)`, so the decision does not count. "
          + (similar.isEmpty ? "See `funaban controls`." : "Did you mean \(similar)?"),
        ja: "コントロール `\(control)` は存在しないため、この判断は無効。"
          + (similar.isEmpty ? "`funaban controls` で確認する。" : "候補: \(similar)。")
      ),
      at: location
    )
  }

  fileprivate static func noReason(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note,
      "acceptance.no-reason",
      LocalizedText(
        en: "This comment accepts a finding and does not say why.",
        ja: "このコメントは検出結果を受容しているが、理由が書かれていない。"
      ),
      at: location
    )
  }
}
