package import SourceText

/// What a field path reaches in one subject.
///
/// No values and no list means that the field is absent. A value may be unknown, with its reason.
package struct Lookup: Sendable {
  /// The values reached, in source order; the elements where the path ends at or crosses a list.
  package var values: [Value]
  /// Whether a list was reached or crossed, even an empty one.
  package var isList: Bool
  /// Whether a derived fact was reached; an unknown element of one may or may not be there.
  package var isDerived = false
  /// Whether the way ended in something unknown, so that nothing is known of what it leads to.
  package var isBrokenOff = false
  /// The innermost object on the way, where an absent member would stand.
  package var nearest: SourceLocation?

  /// Holds what was reached.
  package init(values: [Value] = [], isList: Bool = false, nearest: SourceLocation? = nil) {
    self.values = values
    self.isList = isList
    self.nearest = nearest
  }

  /// Whether nothing was reached at all.
  package var isAbsent: Bool { values.isEmpty && !isList }
}
