/// How many controls hold, counted as Security Hub counts them.
///
/// A control passes when it fails nowhere and at least one resource passes; it fails when it fails
/// anywhere. The score is the share of passed controls among those with a verdict.
/// Source: https://docs.aws.amazon.com/securityhub/latest/userguide/standards-security-score.html
package struct Score: Sendable, Hashable {
  /// Controls by what they came to.
  package struct Count: Sendable, Hashable {
    /// Controls that hold everywhere.
    package var passed = 0
    /// Controls that fail somewhere.
    package var failed = 0
    /// Controls that fail nowhere but are unknown somewhere.
    package var unknown = 0

    /// Counts nothing yet.
    package init() {}

    /// The passed among those with a verdict in percent, rounded; `nil` if there is none.
    package var percent: Int? {
      let judged = passed + failed
      return judged == 0 ? nil : (200 * passed + judged) / (2 * judged)
    }
  }

  /// All controls.
  package let total: Count
  /// The controls of each severity.
  package let bySeverity: [Severity: Count]

  /// Counts the controls behind `findings`; an accepted failure does not count as one.
  package init(_ findings: [Finding]) {
    var worst: [String: (verdict: Verdict, severity: Severity)] = [:]
    for finding in findings where finding.acceptance == nil {
      let seen = worst[finding.control]?.verdict
      worst[finding.control] = (Score.worse(seen, finding.verdict), finding.severity)
    }
    var total = Count()
    var bySeverity: [Severity: Count] = [:]
    for (verdict, severity) in worst.values {
      total.add(verdict)
      bySeverity[severity, default: Count()].add(verdict)
    }
    self.total = total
    self.bySeverity = bySeverity
  }

  private static func worse(_ left: Verdict?, _ right: Verdict) -> Verdict {
    let order: [Verdict] = [.fail, .unknown, .pass]
    return order.first { $0 == left || $0 == right } ?? right
  }
}

extension Score.Count {
  fileprivate mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .pass: passed += 1
    case .fail: failed += 1
    case .unknown: unknown += 1
    }
  }
}
