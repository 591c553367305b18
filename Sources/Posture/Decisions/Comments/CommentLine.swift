import SourceText

/// One line of a comment, without the marks around its text.
struct CommentLine {
  let file: SourceFile
  /// The text and its bytes in the file.
  let text: Substring.UTF8View
  let start: Int

  /// The lines of `comment`.
  static func lines(of comment: SourceRange, in file: SourceFile) -> [CommentLine] {
    let first = file.lines.line(at: Int(comment.start))
    let last = file.lines.line(at: max(Int(comment.start), Int(comment.end) - 1))
    return (first...last).compactMap { index in
      let line = file.lineRange(index).bounds.clamped(to: comment.bounds)
      var bytes = file.bytes[line]
      while let byte = bytes.first, " \t#/*".utf8.contains(byte) { bytes.removeFirst() }
      if index == last, bytes.suffix(2).elementsEqual("*/".utf8) { bytes.removeLast(2) }
      while let byte = bytes.last, " \t".utf8.contains(byte) { bytes.removeLast() }
      guard !bytes.isEmpty else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      return CommentLine(file: file, text: text[...].utf8, start: bytes.startIndex)
    }
  }

  /// The whole text.
  var string: String { String(Substring(text)) }

  /// The bytes of the whole text.
  var location: SourceLocation { location(of: text) }

  /// The bytes of a part of the text.
  func location(of part: Substring.UTF8View) -> SourceLocation {
    let offset = start + text.distance(from: text.startIndex, to: part.startIndex)
    return SourceLocation(file, SourceRange(offset, offset + part.count))
  }
}
