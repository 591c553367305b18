import SourceText

/// The source lines around a place, with line numbers, and carets under the place itself.
///
/// Of a place that spans many lines the first and the last are shown, and as many as fit between.
struct CodeFrame {
  private let source: ShownSource
  private let range: Range<Int>
  private let first: Int
  private let last: Int
  private let width: Int

  init(_ source: ShownSource, _ range: SourceRange, width: Int) {
    let size = source.file.bytes.count
    self.source = source
    self.range = min(range.bounds.lowerBound, size)..<min(range.bounds.upperBound, size)
    self.width = width
    first = source.file.lines.line(at: self.range.lowerBound)
    last = source.file.lines.line(at: max(self.range.lowerBound, self.range.upperBound - 1))
  }

  /// Writes at most `limit` source lines to `page`, with `context` lines on either side.
  func write(to page: inout TerminalPage, indent: Int, context: Int, limit: Int) {
    let lines = shownLines(context: context, limit: max(limit, 1))
    let digits = String((lines.last ?? first) + 1).count
    var previous: Int?
    for line in lines {
      if let previous, line > previous + 1 {
        page.line([TextSpan(String(repeating: " ", count: indent + digits) + " ⋮", .faint)])
      }
      write(line, to: &page, indent: indent, digits: digits)
      previous = line
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

  private func write(_ line: Int, to page: inout TerminalPage, indent: Int, digits: Int) {
    let bytes = source.file.lineRange(line).bounds
    let room = max(page.width - indent - digits - 3, 8)
    let layout = FrameLine(source, line: bytes, marked: marked(line, bytes), width: room)
    let number = String(line + 1)
    let margin = String(repeating: " ", count: indent + digits - number.count)
    let body = layout.text.isEmpty ? [] : [TextSpan(" " + layout.text)]
    page.line([TextSpan("\(margin)\(number) │", .faint)] + body)
    guard let carets = layout.carets else { return }
    page.line([
      TextSpan(String(repeating: " ", count: indent + digits) + " │", .faint),
      TextSpan(String(repeating: " ", count: 1 + carets.lowerBound)),
      TextSpan(String(repeating: "^", count: carets.count), .caret),
    ])
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
