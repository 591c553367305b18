/// Writes the hunks of a unified diff, from the first to the last.
struct HunkWriter {
  let old: [ArraySlice<UInt8>]
  let new: [ArraySlice<UInt8>]
  var output: [UInt8] = []
  /// The number of steps, old lines and new lines that lie before the next hunk.
  private var position = (step: 0, old: 0, new: 0)

  init(old: [ArraySlice<UInt8>], new: [ArraySlice<UInt8>]) {
    self.old = old
    self.new = new
  }

  /// Writes the steps in `hunk`; all steps since the last hunk keep their lines.
  mutating func write(_ steps: [LineDifference.Step], _ hunk: Range<Int>) {
    let skipped = hunk.lowerBound - position.step
    let start = (old: position.old + skipped, new: position.new + skipped)
    var count = (old: 0, new: 0)
    var body: [UInt8] = []
    for step in steps[hunk] {
      switch step {
      case .keep(let index, _):
        Self.append(" ", old[index], to: &body)
        count = (count.old + 1, count.new + 1)
      case .delete(let index):
        Self.append("-", old[index], to: &body)
        count.old += 1
      case .insert(let index):
        Self.append("+", new[index], to: &body)
        count.new += 1
      }
    }
    output += "@@ -\(Self.span(start.old, count.old)) +\(Self.span(start.new, count.new)) @@\n".utf8
    output += body
    position = (hunk.upperBound, start.old + count.old, start.new + count.new)
  }

  /// The lines of a hunk: an empty span names the line before it, a single line has no count.
  private static func span(_ start: Int, _ count: Int) -> String {
    switch count {
    case 0: "\(start),0"
    case 1: "\(start + 1)"
    default: "\(start + 1),\(count)"
    }
  }

  private static func append(
    _ mark: Unicode.Scalar,
    _ line: ArraySlice<UInt8>,
    to body: inout [UInt8]
  ) {
    body.append(UInt8(ascii: mark))
    body += line
    if line.last != UInt8(ascii: "\n") { body += "\n\\ No newline at end of file\n".utf8 }
  }
}
