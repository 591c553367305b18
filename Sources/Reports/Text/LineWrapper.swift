/// Breaks styled text into lines, between words or, in Japanese, between characters.
///
/// No line starts with a closing bracket, a stop or a small kana (kinsoku); none ends with an
/// opening bracket. A word that is longer than a line is cut, unless it is a URL.
package struct LineWrapper {
  private struct Unit {
    let character: Character
    let width: Int
    let style: TextStyle

    var isSpace: Bool { character == " " }
  }

  private let units: [Unit]
  private let width: Int

  /// Breaks `spans` into lines of at most `width` columns.
  package static func wrap(_ spans: [TextSpan], width: Int) -> [[TextSpan]] {
    LineWrapper(spans, width: max(width, 8)).lines()
  }

  private init(_ spans: [TextSpan], width: Int) {
    self.width = width
    units = spans.flatMap { span in
      span.text.map { Unit(character: $0, width: TextWidth.of($0), style: span.style) }
    }
  }

  private func lines() -> [[TextSpan]] {
    var lines: [[TextSpan]] = []
    var start = 0
    while start < units.count {
      let end = self.end(from: start)
      lines.append(spans(start, end))
      start = end
      while start < units.count, units[start].isSpace { start += 1 }
    }
    return lines
  }

  /// The end of the line that starts at `start`.
  private func end(from start: Int) -> Int {
    var column = 0
    var index = start
    var lastBreak: Int?
    while index < units.count, column + units[index].width <= width {
      column += units[index].width
      index += 1
      if index < units.count, mayBreak(before: index) { lastBreak = index }
    }
    if index == units.count { return index }
    if let lastBreak { return lastBreak }
    let word = self.word(from: start)
    return word.isURL ? word.end : cut(start, index)
  }

  /// Where to cut a word that is too long: behind a joint in its later half, if it has one.
  private func cut(_ start: Int, _ end: Int) -> Int {
    let joints = Set<Character>("._-/:=")
    let half = start + (end - start) / 2
    let joint = (half..<max(end, half)).last { joints.contains(units[$0].character) }
    return joint.map { $0 + 1 } ?? max(end, start + 1)
  }

  private func word(from start: Int) -> (end: Int, isURL: Bool) {
    var end = start + 1
    while end < units.count, !mayBreak(before: end) { end += 1 }
    let text = String(units[start..<end].map(\.character))
    return (end, text.contains("://"))
  }

  private func mayBreak(before index: Int) -> Bool {
    let left = units[index - 1]
    let right = units[index]
    if left.isSpace { return !right.isSpace }
    if right.isSpace { return true }
    guard TextWidth.isWide(left.character) || TextWidth.isWide(right.character) else {
      return false
    }
    return !LineWrapper.neverFirst.contains(right.character)
      && !LineWrapper.neverLast.contains(left.character)
  }

  private func spans(_ start: Int, _ end: Int) -> [TextSpan] {
    var end = end
    while end > start, units[end - 1].isSpace { end -= 1 }
    var spans: [TextSpan] = []
    var from = start
    while from < end {
      var to = from + 1
      while to < end, units[to].style == units[from].style { to += 1 }
      spans.append(TextSpan(String(units[from..<to].map(\.character)), units[from].style))
      from = to
    }
    return spans
  }

  private static let neverFirst = Set<Character>(
    "、。，．・：；？！）」』】〉》〕］｝”’ー゛゜々ゝゞァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ…‥〜,.:;!?)]}%"
  )

  private static let neverLast = Set<Character>("（「『【〈《〔［｛“‘([{")
}
