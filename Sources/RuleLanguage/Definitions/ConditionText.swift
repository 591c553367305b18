import SourceText

/// The text of a condition after list substitution, with the way back to what was written.
struct ConditionText: Sendable {
  /// The text that is parsed.
  private(set) var bytes: [UInt8]
  /// For each byte the range in the written text that it stems from; `nil` if nothing changed.
  private(set) var origins: [SourceRange]?
  /// Which text it is.
  let place: Place
  /// The number of bytes as written.
  let writtenCount: Int

  init(_ bytes: [UInt8], place: Place) {
    self.bytes = bytes
    self.place = place
    self.writtenCount = bytes.count
  }

  /// The written bytes behind the range from `start` to `end` of the substituted text.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    guard let origins else { return SourceRange(start, max(start, end)) }
    guard start < origins.count else { return SourceRange(writtenCount, writtenCount) }
    guard end > start else {
      return SourceRange(Int(origins[start].start), Int(origins[start].start))
    }
    return origins[start].union(origins[min(end, origins.count) - 1])
  }

  /// Takes a substituted text and the ranges of the previous text that its bytes stem from.
  mutating func replace(with bytes: [UInt8], from sources: [SourceRange]) {
    origins = sources.map { range(Int($0.start), Int($0.end)) }
    self.bytes = bytes
  }
}
