/// A half-open range of UTF-8 byte offsets in one file.
///
/// Offsets are 32 bits wide: files of 4 GiB and more are refused before they are read.
package struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  package var start: UInt32
  /// The offset behind the last byte.
  package var end: UInt32

  /// Makes a range from two byte offsets; `end` may not lie before `start`.
  package init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "range \(start)..<\(end)")
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The offsets as indices into a byte array.
  package var bounds: Range<Int> { Int(start)..<Int(end) }
  /// The number of bytes.
  package var count: Int { Int(end - start) }
  /// Whether the range holds no byte.
  package var isEmpty: Bool { start == end }

  /// Whether `other` lies within this range.
  package func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// The smallest range that covers both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}
