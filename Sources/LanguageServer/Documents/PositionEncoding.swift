package import SourceText

/// The units in which a client counts the characters of a line.
///
/// Source: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#positionEncodingKind
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// The place of the byte at `offset`: line and character, both from 0.
  package func position(of offset: Int, in file: SourceFile) -> TextPosition {
    let position = file.position(at: offset)
    switch self {
    case .utf16:
      return TextPosition(line: position.line - 1, character: position.utf16Column - 1)
    case .utf8:
      let start = lineStart(position.line - 1, in: file)
      return TextPosition(line: position.line - 1, character: max(0, offset - start))
    }
  }

  /// The offset of the byte at `position`.
  ///
  /// A character behind the end of its line is the end of the line; a line behind the last is the
  /// end of the file; a place within a character is the start of the character.
  package func offset(of position: TextPosition, in file: SourceFile) -> Int {
    guard position.line >= 0 else { return file.contentStart }
    guard position.line < file.lines.starts.count else { return file.bytes.count }
    let line = file.lineRange(position.line).bounds
    var offset = line.lowerBound
    var units = 0
    while offset < line.upperBound {
      let length = PositionEncoding.length(at: offset, before: line.upperBound, in: file)
      units += self == .utf8 ? length : length == 4 ? 2 : 1
      if units > position.character { break }
      offset += length
    }
    return offset
  }

  private func lineStart(_ line: Int, in file: SourceFile) -> Int {
    line == 0 ? file.contentStart : Int(file.lines.starts[line])
  }

  /// The number of bytes of the character that begins at `offset`.
  private static func length(at offset: Int, before end: Int, in file: SourceFile) -> Int {
    var next = offset + 1
    while next < end, file.bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next - offset
  }
}

/// A place in a text as the protocol counts, both numbers from 0.
package struct TextPosition: Hashable, Sendable, Comparable {
  /// The line.
  package let line: Int
  /// The character in the units of the client.
  package let character: Int

  /// Names a place.
  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}
