import SourceText

/// The text that edits are made for: how it was parsed, and how it stands in its file.
///
/// Both have the same length. They differ where the text is a template in another language, whose
/// parts were blanked before it was parsed.
struct EditedText: Sendable {
  /// The bytes as they were parsed.
  let parsed: [UInt8]
  /// The bytes of the file.
  let bytes: [UInt8]
  /// How a line ends.
  let newline: String
  private let lines: LineTable
  private let contentStart: Int

  init(_ parsed: SourceFile, original: SourceFile?) {
    let original = original ?? parsed
    precondition(
      parsed.bytes.count == original.bytes.count,
      "\(parsed.bytes.count) parsed bytes stand for \(original.bytes.count)"
    )
    self.parsed = parsed.bytes
    self.bytes = original.bytes
    self.newline = original.newline.rawValue
    self.lines = original.lines
    self.contentStart = original.contentStart
  }

  func line(at offset: Int) -> Int { lines.line(at: offset) }

  /// The offset of the first byte of the line that holds `offset`; a byte-order mark is skipped.
  func lineStart(at offset: Int) -> Int { start(ofLine: line(at: offset)) }

  /// The offset behind the last byte of the line that holds `offset`, its line break left out.
  func lineEnd(at offset: Int) -> Int {
    let start = lineStart(at: offset)
    var end = nextLine(at: offset)
    while end > start, isLineBreak(at: end - 1) { end -= 1 }
    return end
  }

  /// The offset at which the line behind the one with `offset` starts, or the end of the text.
  func nextLine(at offset: Int) -> Int {
    let next = line(at: offset) + 1
    return next < lines.starts.count ? Int(lines.starts[next]) : bytes.count
  }

  /// Whether the line that holds `offset` is the last and has no line break.
  func isOnUnfinishedLine(_ offset: Int) -> Bool { line(at: offset) == lines.starts.count - 1 }

  func start(ofLine line: Int) -> Int { max(Int(lines.starts[line]), line == 0 ? contentStart : 0) }

  /// The white space at the start of the line that holds `offset`.
  func indentation(at offset: Int) -> String {
    let start = lineStart(at: offset)
    return String(decoding: bytes[start..<skipBlanks(from: start)], as: UTF8.self)
  }

  /// The number of bytes before `offset` on its line.
  func column(at offset: Int) -> Int { offset - lineStart(at: offset) }

  /// Whether only white space stands before `offset` on its line.
  func isFirstOnLine(_ offset: Int) -> Bool { skipBlanks(from: lineStart(at: offset)) >= offset }

  /// Whether only white space stands between `offset` and the end of its line.
  func isLastOnLine(_ offset: Int) -> Bool { skipBlanks(from: offset) == lineEnd(at: offset) }

  func isBlank(line: Int) -> Bool { isLastOnLine(start(ofLine: line)) }

  func hasLineBreak(in range: Range<Int>) -> Bool {
    line(at: range.lowerBound) != line(at: range.upperBound)
  }

  /// The first byte from `offset` on that is neither a space nor a tab.
  func skipBlanks(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count,
      bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
    {
      offset += 1
    }
    return offset
  }

  func isLineBreak(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
  }

  /// Whole lines `start..<end`, and the blank lines before them if what follows needs none.
  ///
  /// A blank line, a closing bracket and the end of the text need none; no blank line before
  /// `bound` is taken.
  func closingGap(_ start: Int, _ end: Int, from bound: Int) -> Range<Int> {
    let isFollowed = end < bytes.count && !isBlank(line: line(at: end)) && !closes(at: end)
    guard !isFollowed else { return start..<end }
    var line = line(at: start)
    while line > 0, self.start(ofLine: line - 1) >= bound, isBlank(line: line - 1) { line -= 1 }
    return self.start(ofLine: line)..<end
  }

  /// Whether the line that starts at `offset` starts with a closing bracket.
  private func closes(at offset: Int) -> Bool {
    let first = skipBlanks(from: offset)
    return first < bytes.count
      && (bytes[first] == UInt8(ascii: "}") || bytes[first] == UInt8(ascii: "]"))
  }
}
