extension DecisionBook {
  /// The findings of `result` that `acceptance` would speak of, passes aside.
  package static func findings(
    of result: ScanResult,
    for acceptance: Acceptance,
    catalogue: ControlCatalogue
  ) -> [Finding] {
    let controls = Set(catalogue.controls(of: acceptance).map(\.id))
    return result.findings.filter { finding in
      finding.verdict != .pass && controls.contains(finding.control)
        && acceptance.target.reach(of: finding) != .nothing
    }
  }
}

extension Acceptance {
  /// Whether both speak of the same findings, under whatever alias.
  package func hasSameTarget(as other: Acceptance, catalogue: ControlCatalogue) -> Bool {
    var (left, right) = (target, other.target)
    let isSameControl =
      Set(catalogue.controls(named: left.control).map(\.id))
      == Set(catalogue.controls(named: right.control).map(\.id))
    (left.control, right.control) = ("", "")
    return isSameControl && left == right
  }
}
