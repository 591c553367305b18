import SourceText
import Syntax

/// Equals signs on consecutive lines, which `terraform fmt` puts below each other.
struct HCLAlignment {
  /// A line with a key, a separator and a whole value, or the beginning of a heredoc.
  struct Row {
    /// The bytes between the key and its separator.
    let gap: SourceRange
    /// The number of characters before the end of the key.
    let width: Int
    /// The number of characters before the separator.
    let column: Int
    let isColon: Bool
  }

  let rows: [Row]
  /// Whether the file aligns where these rows alone do not tell.
  let isUsual: Bool

  /// Whether the rows differ in width, so that it is no accident where their separators stand.
  var isTelling: Bool { rows.contains { $0.width != rows[0].width } }
  /// The least column at which all separators can stand.
  var leastColumn: Int { (rows.map(\.width).max() ?? 0) + 1 }

  /// The column of all separators; `nil` where they do not stand below each other on purpose.
  var column: Int? {
    guard let column = rows.first?.column, rows.allSatisfy({ $0.column == column }),
      column >= leastColumn, isTelling || column != leastColumn || isUsual
    else { return nil }
    return rows[0].isColon && !isTelling ? nil : column
  }

  /// Whether the rows stand as `terraform fmt` puts them.
  var isTight: Bool { column == leastColumn }

  /// The column that goes for the rows and for others, whose keys end behind `widths` characters.
  func column(with widths: [Int]) -> Int? {
    column.map { max($0, (widths.max() ?? 0) + 1) }
  }

  /// Moves the separators of all rows to `column`.
  func moving(to column: Int) -> [Edit] {
    rows.filter { $0.column != column }.map { row in
      Edit(row.gap, text: String(repeating: " ", count: max(0, column - row.width)))
    }
  }
}

extension HCLLines {
  /// The row that an item makes; `nil` for one that spans lines or has no separator.
  func row(of item: HCLItem) -> HCLAlignment.Row? {
    guard let key = item.key, let separator = item.separator, let value = item.value,
      beginsLine(item.start), line(at: item.start) == line(at: Int(value.start)),
      line(at: item.start) == line(at: item.end) || startsHeredoc(value)
    else { return nil }
    let gap = SourceRange(Int(key.end), Int(separator.start))
    guard file.bytes[gap.bounds].allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
    return HCLAlignment.Row(
      gap: gap,
      width: column(at: Int(key.end)),
      column: column(at: Int(separator.start)),
      isColon: file.bytes[Int(separator.start)] == UInt8(ascii: ":")
    )
  }

  private func startsHeredoc(_ value: SourceRange) -> Bool {
    tree.tokens[tree.tokens.index(from: Int(value.start))].kind == .openHeredoc
  }

  /// The runs of items on consecutive lines that can be aligned, as indices into `items`.
  ///
  /// Of the lines between two offsets, `gone` says how many are about to go.
  func runs(
    of items: [HCLItem],
    without gone: (_ from: Int, _ to: Int) -> Int = { _, _ in 0 }
  ) -> [[Int]] {
    var runs: [[Int]] = []
    var previous: Int?
    for (index, item) in items.enumerated() {
      defer { previous = index }
      guard row(of: item) != nil else { continue }
      if let last = runs.last?.last, last == previous {
        let end = items[last].end
        if line(at: item.start) - line(at: end) - gone(end, item.start) == 1 {
          runs[runs.count - 1].append(index)
          continue
        }
      }
      runs.append([index])
    }
    return runs
  }
}
