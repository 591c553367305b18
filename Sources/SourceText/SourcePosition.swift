/// A place in a file as people count it: line and column, both from 1.
package struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column in Unicode scalars, from 1; a byte-order mark is not counted.
  package let column: Int
  /// The column in UTF-16 code units, from 1, as SARIF and the Language Server Protocol count.
  package let utf16Column: Int
}

extension SourceFile {
  /// The position of the byte at `offset`, which may be the end of the file.
  package func position(at offset: Int) -> SourcePosition {
    let line = lines.line(at: offset)
    var start = Int(lines.starts[line])
    if line == 0 { start = min(contentStart, offset) }
    var scalars = 0
    var units = 0
    for byte in bytes[start..<min(offset, bytes.count)] where byte & 0xC0 != 0x80 {
      scalars += 1
      units += byte >= 0xF0 ? 2 : 1
    }
    return SourcePosition(line: line + 1, column: scalars + 1, utf16Column: units + 1)
  }

  /// The range of the zero-based line `index`, its line ending left out.
  package func lineRange(_ index: Int) -> SourceRange {
    var start = Int(lines.starts[index])
    var end = index + 1 < lines.starts.count ? Int(lines.starts[index + 1]) : bytes.count
    if index == 0 { start = min(contentStart, end) }
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return SourceRange(start, end)
  }
}
