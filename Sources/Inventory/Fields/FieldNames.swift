/// The names that a field path may be made of.
package enum FieldNames {
  /// What is known of a field path.
  package enum Verdict: Sendable, Equatable {
    /// Every component names something.
    case known
    /// The component `name` names nothing; similar names, the best first.
    case unknown(name: String, suggestions: [String])
  }

  /// Checks the field `path` as written for subjects of `kind`.
  package static func check(_ path: [String], forSubjectsOf kind: String) -> Verdict {
    .known
  }
}
