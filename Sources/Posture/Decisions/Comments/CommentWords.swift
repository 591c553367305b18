import SourceText

/// The words of a comment: `word`, `key=word`, `key="several words"`.
///
/// Within quotes a backslash takes the meaning from the quote or backslash behind it.
struct CommentWords {
  /// One word.
  struct Word {
    /// What stands before the equals sign.
    let key: String?
    let value: String
    /// The bytes of the word with its key.
    let location: SourceLocation
  }

  private let line: CommentLine
  private var rest: Substring.UTF8View

  init(_ line: CommentLine) {
    self.line = line
    rest = line.text
  }

  /// The next word; `nil` at the end.
  mutating func next() -> Word? {
    rest = rest.drop(while: CommentWords.isBlank)
    guard !rest.isEmpty else { return nil }
    let start = rest
    var bytes: [UInt8] = []
    var key: String?
    var isQuoted = false
    while let byte = rest.first, isQuoted || !CommentWords.isBlank(byte) {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where isQuoted:
        bytes.append(rest.popFirst() ?? byte)
      case UInt8(ascii: "=") where !isQuoted && key == nil:
        key = String(decoding: bytes, as: UTF8.self)
        bytes = []
      default: bytes.append(byte)
      }
    }
    return Word(
      key: key,
      value: String(decoding: bytes, as: UTF8.self),
      location: line.location(of: start[..<rest.startIndex])
    )
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
