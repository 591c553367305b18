import SourceText

/// A place in a file as people count it, and as a byte offset.
struct ReportPosition: Sendable, Hashable {
  /// The line, from 1.
  let line: Int
  /// The column in Unicode scalars, from 1.
  let column: Int
  /// The column in UTF-16 code units, from 1.
  let utf16Column: Int
  /// The byte offset, from 0.
  let offset: Int
}

/// The positions of one file, each found in the same short time however long its lines are.
struct PositionIndex {
  private struct Count {
    var scalars = 0
    var units = 0

    mutating func add(_ byte: UInt8) {
      guard byte & 0xC0 != 0x80 else { return }
      scalars += 1
      units += byte >= 0xF0 ? 2 : 1
    }
  }

  private static let step = 1_024

  private let file: SourceFile
  /// What stands before each step of the file.
  private let marks: [Count]

  /// Reads `file` once.
  init(_ file: SourceFile) {
    self.file = file
    var marks: [Count] = []
    var count = Count()
    for (offset, byte) in file.bytes.enumerated() {
      if offset.isMultiple(of: PositionIndex.step) { marks.append(count) }
      count.add(byte)
    }
    marks.append(count)
    self.marks = marks
  }

  /// The position of the byte at `offset`, which may be the end of the file.
  func position(at offset: Int) -> ReportPosition {
    let offset = min(offset, file.bytes.count)
    let line = file.lines.line(at: offset)
    var start = Int(file.lines.starts[line])
    if line == 0 { start = min(file.contentStart, offset) }
    let from = count(before: start)
    let to = count(before: offset)
    return ReportPosition(
      line: line + 1,
      column: to.scalars - from.scalars + 1,
      utf16Column: to.units - from.units + 1,
      offset: offset
    )
  }

  private func count(before offset: Int) -> Count {
    let mark = min(offset / PositionIndex.step, marks.count - 1)
    guard mark * PositionIndex.step <= offset else { return marks[mark] }
    var count = marks[mark]
    for byte in file.bytes[(mark * PositionIndex.step)..<offset] { count.add(byte) }
    return count
  }
}
