/// A range of bytes in one file.
package struct SourceLocation: Hashable, Sendable {
  /// The file.
  package let file: SourceFile
  /// The bytes in it.
  package let range: SourceRange

  /// Names the bytes `range` of `file`.
  package init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    self.range = range
  }

  /// Where the range starts, as people count.
  package var position: SourcePosition { file.position(at: Int(range.start)) }
}
