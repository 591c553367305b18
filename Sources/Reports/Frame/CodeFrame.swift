import SourceText

/// The source lines around a place, with their numbers, and the place itself marked.
///
/// Of a place that spans many lines the first and the last are shown, and as many as fit between.
struct CodeFrame {
  private let source: ShownSource
  private let range: Range<Int>
  private let first: Int
  private let last: Int
  private let width: Int

  /// Frames `range` of `source`; a line with its number takes at most `width` columns.
  init(_ source: ShownSource, _ range: SourceRange, width: Int) {
    let size = source.file.bytes.count
    self.source = source
    self.range = min(range.bounds.lowerBound, size)..<min(range.bounds.upperBound, size)
    self.width = width
    first = source.file.lines.line(at: self.range.lowerBound)
    last = source.file.lines.line(at: max(self.range.lowerBound, self.range.upperBound - 1))
  }

  /// One shown source line.
  struct Row {
    /// The line number, from 1.
    let number: Int
    /// The line, and what of it is marked.
    let line: FrameLine
    /// Whether lines between this one and the one before it are left out.
    let followsGap: Bool
  }

  /// At most `limit` source lines, with `context` lines on either side.
  func rows(context: Int, limit: Int) -> [Row] {
    let lines = shownLines(context: context, limit: max(limit, 1))
    let room = max(width - String((lines.last ?? first) + 1).count - 3, 8)
    var previous: Int?
    return lines.map { line in
      defer { previous = line }
      let bytes = source.file.lineRange(line).bounds
      let layout = FrameLine(source, line: bytes, marked: marked(line, bytes), width: room)
      let followsGap = previous.map { line > $0 + 1 } ?? false
      return Row(number: line + 1, line: layout, followsGap: followsGap)
    }
  }

  /// Writes the rows to `page`, with carets under what is marked.
  func write(to page: inout TerminalPage, indent: Int, context: Int, limit: Int) {
    let rows = rows(context: context, limit: limit)
    let digits = rows.last.map { String($0.number).count } ?? 1
    let margin = String(repeating: " ", count: indent + digits)
    for row in rows {
      if row.followsGap { page.line([TextSpan("\(margin) ⋮", .faint)]) }
      let number = String(row.number)
      let body = row.line.text.isEmpty ? [] : [TextSpan(" " + row.line.text)]
      page.line([TextSpan("\(margin.dropLast(number.count))\(number) │", .faint)] + body)
      guard let carets = row.line.carets else { continue }
      page.line([
        TextSpan("\(margin) │", .faint),
        TextSpan(String(repeating: " ", count: 1 + carets.lowerBound)),
        TextSpan(String(repeating: "^", count: carets.count), .caret),
      ])
    }
  }

  private func shownLines(context: Int, limit: Int) -> [Int] {
    var head = [first]
    var tail = last > first && limit > 1 ? [last] : []
    var next = first + 1
    while head.count + tail.count < limit, next < last {
      head.append(next)
      next += 1
    }
    for step in 1..<(context + 1) {
      if head.count + tail.count < limit, isWorthShowing(first - step) {
        head.insert(first - step, at: 0)
      }
      if head.count + tail.count < limit, isWorthShowing(last + step) { tail.append(last + step) }
    }
    return head + tail
  }

  private func isWorthShowing(_ line: Int) -> Bool {
    guard 0 <= line, line < source.file.lines.starts.count else { return false }
    let bytes = source.file.bytes[source.file.lineRange(line).bounds]
    return bytes.contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
  }

  /// The bytes of `line` to put carets under: of a longer place only its first and last line.
  private func marked(_ line: Int, _ bytes: Range<Int>) -> Range<Int>? {
    guard line == first || line == last else { return nil }
    let start = line == first ? range.lowerBound : textStart(bytes)
    let end = line == last ? range.upperBound : bytes.upperBound
    let clamped = min(max(start, bytes.lowerBound), bytes.upperBound)
    return clamped..<max(clamped, min(end, bytes.upperBound))
  }

  private func textStart(_ bytes: Range<Int>) -> Int {
    bytes.first { source.file.bytes[$0] != UInt8(ascii: " ") && source.file.bytes[$0] != 0x09 }
      ?? bytes.lowerBound
  }
}
