import SourceText

/// One source line laid out in columns: tabs widened, secrets hidden, cut to the room there is.
struct FrameLine {
  /// The text to show.
  private(set) var text = ""
  /// The columns of the text that the carets stand under; `nil` where there are none.
  private(set) var carets: Range<Int>?

  /// One character, or one hidden stretch, and the columns it takes.
  private struct Cell {
    let text: String
    let bytes: Range<Int>
    let columns: Range<Int>
  }

  private static let tab = 4

  /// The text before what is marked, the marked text, and what follows it.
  var parts: (before: String, marked: String, after: String) {
    guard let carets else { return (text, "", "") }
    var parts = (before: "", marked: "", after: "")
    var column = 0
    for character in text {
      if column < carets.lowerBound {
        parts.before.append(character)
      } else if column < carets.upperBound {
        parts.marked.append(character)
      } else {
        parts.after.append(character)
      }
      column += TextWidth.of(character)
    }
    return parts
  }

  /// Lays out the bytes `line` of `source` in `width` columns, around the bytes `marked`.
  init(_ source: ShownSource, line: Range<Int>, marked: Range<Int>?, width: Int) {
    let window = FrameLine.window(source, line: line, focus: marked?.lowerBound, width: width)
    let cells = FrameLine.cells(source, window)
    let columns = marked.map { FrameLine.columns(of: $0, in: cells) }
    let isCut = (
      left: window.lowerBound > line.lowerBound, right: window.upperBound < line.upperBound
    )
    place(cells, around: columns, isCut: isCut, width: width)
  }

  /// The part of a very long line that is worth laying out.
  private static func window(
    _ source: ShownSource,
    line: Range<Int>,
    focus: Int?,
    width: Int
  ) -> Range<Int> {
    let reach = 4 * width  // No character takes more than four bytes a column, but for emoji.
    guard line.count > 4 * reach else { return line }
    let focus = min(max(focus ?? line.lowerBound, line.lowerBound), line.upperBound)
    var start = max(line.lowerBound, focus - reach)
    var end = min(line.upperBound, focus + reach)
    let bytes = source.file.bytes
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  private static func cells(_ source: ShownSource, _ window: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var offset = window.lowerBound
    while offset < window.upperBound {
      let hidden = source.hiddenRange(endingAfter: offset)
      let shownEnd = min(hidden?.lowerBound ?? window.upperBound, window.upperBound)
      if offset < shownEnd {
        append(source.file.bytes, offset..<shownEnd, to: &cells)
        offset = shownEnd
      } else if let hidden {
        let end = min(hidden.upperBound, window.upperBound)
        append(WellKnownSecret.mask, offset..<end, to: &cells)
        offset = end
      }
    }
    return cells
  }

  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to cells: inout [Cell]) {
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      for offset in range {
        let byte = bytes[offset]
        let sign = byte < 0x80 ? String(decoding: [byte], as: UTF8.self) : "\u{FFFD}"
        append(sign, offset..<(offset + 1), to: &cells)
      }
      return
    }
    var offset = range.lowerBound
    for character in text {
      let end = offset + character.utf8.count
      append(String(character), offset..<end, to: &cells)
      offset = end
    }
  }

  private static func append(_ text: String, _ bytes: Range<Int>, to cells: inout [Cell]) {
    let column = cells.last?.columns.upperBound ?? 0
    let shown =
      text == "\t"
      ? String(repeating: " ", count: tab - column % tab) : TextSpan(text).text
    let end = column + TextWidth.of(shown)
    cells.append(Cell(text: shown, bytes: bytes, columns: column..<end))
  }

  /// The columns of the cells that hold a byte of `marked`; one column where it is empty.
  private static func columns(of marked: Range<Int>, in cells: [Cell]) -> Range<Int> {
    let end = cells.last?.columns.upperBound ?? 0
    let touched = cells.filter {
      $0.bytes.upperBound > marked.lowerBound && $0.bytes.lowerBound < marked.upperBound
    }
    if let first = touched.first, let last = touched.last {
      let start = first.columns.lowerBound
      return start..<max(last.columns.upperBound, start + 1)
    }
    let next = cells.first { $0.bytes.upperBound > marked.lowerBound }
    let start = next?.columns.lowerBound ?? end
    return start..<(start + 1)
  }

  /// Chooses the columns that are shown, and writes them.
  private mutating func place(
    _ cells: [Cell],
    around marked: Range<Int>?,
    isCut: (left: Bool, right: Bool),
    width: Int
  ) {
    // A caret may stand one column behind the text.
    let end = max(cells.last?.columns.upperBound ?? 0, marked?.upperBound ?? 0)
    var from = 0
    let room = width - (isCut.right || end > width ? 1 : 0)
    if let marked, marked.upperBound > room {
      let slack = max(2, min(width / 3, width - marked.count - 2))
      from = max(0, marked.lowerBound - slack)
      if !isCut.right { from = min(from, max(0, end - width)) }
    }
    let cutsLeft = isCut.left || from > 0
    let cutsRight = isCut.right || end > from + width
    let visible = (from + (cutsLeft ? 1 : 0))..<(from + width - (cutsRight ? 1 : 0))
    write(cells, visible, from: from)
    if cutsLeft { text = "…" + text }
    if cutsRight { text += "…" }
    carets = marked.map { clamp($0, visible, from: from) }
  }

  private mutating func write(_ cells: [Cell], _ visible: Range<Int>, from: Int) {
    var column = visible.lowerBound
    for cell in cells where cell.columns.lowerBound >= visible.lowerBound {
      guard cell.columns.upperBound <= visible.upperBound else { break }
      if cell.columns.lowerBound > column {
        text += String(repeating: " ", count: cell.columns.lowerBound - column)
      }
      text += cell.text
      column = cell.columns.upperBound
    }
  }

  private func clamp(_ marked: Range<Int>, _ visible: Range<Int>, from: Int) -> Range<Int> {
    let start = max(marked.lowerBound, visible.lowerBound)
    let end = min(max(marked.upperBound, start + 1), max(visible.upperBound, start + 1))
    return (start - from)..<(end - from)
  }
}
