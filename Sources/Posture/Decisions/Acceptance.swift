package import SourceText

/// A decision on record about findings: to live with them, or that their owner was told.
package struct Acceptance: Sendable, Hashable {
  /// Which findings a decision speaks of.
  package struct Target: Sendable, Hashable {
    /// The control as it was named: its id or an alias; in a comment for Trivy perhaps a glob.
    package var control: String
    /// The resource's id, as a glob; `*` for all.
    package var resource = "*"
    /// The path of the file, as a glob; `nil` for all.
    package var file: String?
    /// The name of the container or other part; `nil` for all.
    package var part: String?
    /// The one environment variable that is spoken of; `nil` for the finding as a whole.
    package var variable: String?

    /// Speaks of all findings of `control`.
    package init(control: String) { self.control = control }
  }

  /// What was decided, by whom and for how long.
  package struct Terms: Sendable, Hashable {
    /// Why the risk is accepted; empty where another tool's comment does not say.
    package var reason = ""
    /// Who answers for the risk.
    package var owner: String?
    /// Who agreed.
    package var approver: String?
    /// The last day it holds, `2027-01-31`; `nil` for no end.
    package var until: String?
    /// Where it was discussed: `SEC-123`.
    package var ticket: String?
    /// The day on which it was decided.
    package var created: String?
    /// What the stakeholders answered.
    package var evidence: [StakeholderAnswer] = []
    /// What was decided: `.suppressed`, or `.notified` for a finding that still fails.
    package var status = WorkflowStatus.suppressed

    /// Decides without a word.
    package init() {}
  }

  /// The kinds of place at which decisions are written down.
  package enum Source: String, Sendable, CaseIterable {
    /// `.funaban/acceptances.yaml`.
    case register
    /// A comment `funaban:accept` in a source.
    case comment
    /// `Metadata` of a resource in a template.
    case metadata
    /// A comment `checkov:skip`, or Checkov's part of `Metadata`.
    case checkov
    /// A comment `trivy:ignore`.
    case trivy
    /// A comment `tfsec:ignore`.
    case tfsec
  }

  /// Which findings it speaks of.
  package let target: Target
  /// What was decided.
  package let terms: Terms
  /// What kind of place it is written at.
  package let source: Source
  /// The bytes of the entry or the comment; `nil` for one that stands nowhere.
  package let location: SourceLocation?

  /// Records a decision.
  package init(
    _ target: Target,
    _ terms: Terms,
    source: Source = .register,
    location: SourceLocation? = nil
  ) {
    self.target = target
    self.terms = terms
    self.source = source
    self.location = location
  }

  /// The control's id or an alias.
  package var control: String { target.control }
  /// The resource's id, as a glob; `*` for all.
  package var resource: String { target.resource }
  /// Why the risk is accepted; empty where another tool's comment does not say.
  package var reason: String { terms.reason }
  /// Who accepted it.
  package var owner: String? { terms.owner }
  /// The last day it holds, `2027-01-31`; `nil` for no end.
  package var until: String? { terms.until }
}

/// What a stakeholder answered before a finding was accepted.
package struct StakeholderAnswer: Sendable, Hashable {
  /// What was asked.
  package let question: String
  /// What was answered.
  package let answer: String
  /// Who answered.
  package let by: String?
  /// The day of the answer.
  package let date: String?

  /// Records an answer.
  package init(question: String, answer: String, by: String?, date: String?) {
    self.question = question
    self.answer = answer
    self.by = by
    self.date = date
  }
}
