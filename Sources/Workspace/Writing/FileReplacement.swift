/// New contents for a file that was read before, or for one that is not there yet.
package struct FileReplacement: Sendable {
  /// The file.
  package let path: String
  /// The bytes that the file had when it was read, `nil` where there was none; nothing else is ever
  /// overwritten.
  package let expected: [UInt8]?
  /// The bytes that the file gets.
  package let contents: [UInt8]

  /// Describes the replacement of `expected` in the file at `path` by `contents`.
  package init(path: String, expected: [UInt8]?, contents: [UInt8]) {
    self.path = path
    self.expected = expected
    self.contents = contents
  }
}
