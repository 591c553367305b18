internal import Synchronization

/// One source file: its bytes as they were read, and a name to show.
///
/// The bytes are kept unchanged, byte-order mark and line endings included, so that every
/// `SourceRange` is a range of bytes on disk. A file is immutable and shared by reference.
package final class SourceFile: Sendable {
  /// The path as the user gave it or as it was found below a folder the user gave.
  package let path: String
  /// The bytes as read.
  package let bytes: [UInt8]
  private let lineTable = Mutex<LineTable?>(nil)

  /// Wraps the bytes of the file at `path`.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Wraps `text` as a file, for input that never was one.
  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The start of every line; found when first asked for.
  package var lines: LineTable {
    lineTable.withLock { known in
      if let known { return known }
      let found = LineTable(bytes)
      known = found
      return found
    }
  }

  /// Whether the file begins with a UTF-8 byte-order mark.
  package var hasByteOrderMark: Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  /// The offset of the first byte behind a byte-order mark: 3 or 0.
  package var contentStart: Int { hasByteOrderMark ? 3 : 0 }

  /// The text of `range`; bytes that are not UTF-8 are replaced by U+FFFD.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.bounds], as: UTF8.self)
  }
}

extension SourceFile: Hashable {
  package static func == (left: SourceFile, right: SourceFile) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
