/// A decision on record to live with a finding.
package struct Acceptance: Sendable, Hashable {
  /// The control's id or an alias.
  package let control: String
  /// The resource's id, as a glob; `*` for all.
  package let resource: String
  /// Why the risk is accepted.
  package let reason: String
  /// Who accepted it.
  package let owner: String?
  /// The last day it holds, `2027-01-31`; `nil` for no end.
  package let until: String?

  /// Records a decision.
  package init(control: String, resource: String, reason: String, owner: String?, until: String?) {
    self.control = control
    self.resource = resource
    self.reason = reason
    self.owner = owner
    self.until = until
  }
}
