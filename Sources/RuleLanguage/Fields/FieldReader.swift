/// Reads the fields of one event or one resource.
package protocol FieldReader {
  /// What `field` yields here.
  func extract(_ field: FieldReference) -> Extraction
}

/// What a field yields on one event or resource.
package enum Extraction: Sendable, Hashable {
  /// Nothing: every check is false, `!=` and `exists` too; `not` turns that round.
  case absent
  /// One value.
  case one(FieldValue)
  /// The values of a list; an empty list exists but matches nothing.
  case many([FieldValue])
  /// It is not known whether the field is there: every check is unknown, `exists` too.
  case unknown
}
