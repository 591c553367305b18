package import SourceText

/// Why a change cannot be written at its place, for people to read.
package struct EditRefusal: Error, Sendable, Hashable {
  /// What stands in the way, as a sentence.
  package let reason: LocalizedText
  /// Where it stands in the way.
  package let location: SourceLocation?

  /// Refuses a change.
  package init(_ reason: LocalizedText, at location: SourceLocation? = nil) {
    self.reason = reason
    self.location = location
  }
}
