/// A finding of the baseline that is found no longer: its workflow status is `.resolved`.
package struct ResolvedFinding: Sendable, Hashable {
  /// What identified it.
  package let fingerprint: String
  /// The control's canonical id.
  package let control: String
  /// The file it was found in.
  package let path: String
  /// The resource's id.
  package let resource: String
  /// The name of the container or other part.
  package let part: String?

  /// Describes a finding of the past.
  package init(
    fingerprint: String,
    control: String,
    path: String,
    resource: String,
    part: String?
  ) {
    self.fingerprint = fingerprint
    self.control = control
    self.path = path
    self.resource = resource
    self.part = part
  }
}
