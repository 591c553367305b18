import SourceText
import Syntax

/// The removal of items from one container.
struct HCLRemoval {
  private let container: HCLContainer
  private let lines: HCLLines
  private let aligns: Bool
  private let removed: Set<Int>
  /// The lines that go, whole; ascending and apart.
  private let goneLines: [Range<Int>]

  init(_ removed: Set<Int>, from container: HCLContainer, _ lines: HCLLines, aligns: Bool) {
    self.container = container
    self.lines = lines
    self.aligns = aligns
    self.removed = removed
    var gone: [Range<Int>] = []
    for index in removed.sorted() {
      guard let range = Self.ownLines(of: index, in: container, lines) else { continue }
      if let last = gone.last, (last.upperBound..<range.lowerBound).allSatisfy(lines.isBlank) {
        gone[gone.count - 1] = last.lowerBound..<range.upperBound
      } else {
        gone.append(range)
      }
    }
    goneLines = gone.map { Self.withBlankLines($0, in: container, lines) }
  }

  private var items: [HCLItem] { container.items }

  /// The edits that remove the items with their separators and comments.
  var edits: [Edit] {
    guard !removed.isEmpty else { return [] }
    if let interior = container.interior, removed.count == items.count, !hasOtherComments(interior)
    {
      return [Edit(SourceRange(interior.lowerBound, interior.upperBound), [])]
    }
    return goneLines.map(edit) + inlineRuns.map(edit) + lastComma + realignment
  }
}

// MARK: Whole lines

extension HCLRemoval {
  /// The lines that hold nothing but the item and its comments; `nil` where something else does.
  private static func ownLines(
    of index: Int,
    in container: HCLContainer,
    _ lines: HCLLines
  ) -> Range<Int>? {
    let item = container.items[index]
    let tail = lines.tail(at: item.end)
    let isLast = index == container.items.count - 1
    let isParted = container.kind != .tuple || tail.comma != nil || isLast
    guard lines.beginsLine(item.start), tail.endsLine, isParted else { return nil }
    let first = lines.line(at: lines.commentedStart(item.start))
    return first..<(lines.line(at: tail.end) + 1)
  }

  /// The lines with the blank lines on one side, where blank lines or a brace stand on the other.
  private static func withBlankLines(
    _ range: Range<Int>,
    in container: HCLContainer,
    _ lines: HCLLines
  ) -> Range<Int> {
    var (first, end) = (range.lowerBound, range.upperBound)
    let opener = container.interior.map { lines.line(at: $0.lowerBound - 1) } ?? -1
    let closer = container.interior.map { lines.line(at: $0.upperBound) }
    if first - 1 == opener || lines.isBlank(first - 1) {
      while lines.isBlank(end) { end += 1 }
    }
    if closer.map({ $0 == end }) ?? (lines.start(of: end) >= lines.file.bytes.count) {
      while first - 1 > opener, lines.isBlank(first - 1) { first -= 1 }
    }
    return first..<end
  }

  private func edit(removing gone: Range<Int>) -> Edit {
    let count = lines.file.lines.starts.count
    guard gone.upperBound >= count, gone.lowerBound > 0 else {
      return Edit(
        SourceRange(lines.start(of: gone.lowerBound), lines.start(of: gone.upperBound)),
        []
      )
    }
    // The last line of the file has no line ending; the line above is to have none either.
    let start = lines.end(at: lines.start(of: gone.lowerBound - 1))
    return Edit(SourceRange(start, lines.file.bytes.count), [])
  }

  private func isGone(_ index: Int) -> Bool {
    removed.contains(index)
      && goneLines.contains { $0.contains(lines.line(at: items[index].start)) }
  }
}

// MARK: Parts of lines

extension HCLRemoval {
  /// The runs of items to be removed that share a line with others.
  private var inlineRuns: [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for index in removed.sorted() where !isGone(index) {
      if let last = runs.last, last.upperBound == index - 1 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs
  }

  private func edit(removing run: ClosedRange<Int>) -> Edit {
    let (first, last) = (items[run.lowerBound], items[run.upperBound])
    let tail = lines.tail(at: last.end)
    if run.upperBound + 1 < items.count {
      let next = items[run.upperBound + 1].start
      let isFirst = run.lowerBound == 0 && !lines.hasComment(tail.end..<next)
      if !tail.endsLine || isFirst || container.kind == .tuple && tail.comma == nil {
        return Edit(SourceRange(first.start, next), [])
      }
    }
    guard run.lowerBound > 0 else { return Edit(SourceRange(first.start, tail.end), []) }
    let previous = items[run.lowerBound - 1].end
    let end = tail.comma.map { Int($0.end) } ?? last.end
    if lines.hasComment(previous..<first.start) { return Edit(SourceRange(first.start, end), []) }
    let isLast = run.upperBound + 1 == items.count
    let keepsComma = tail.comma != nil || container.kind == .tuple && !isLast
    let comma = keepsComma ? lines.tail(at: previous).comma : nil
    return Edit(SourceRange(comma.map { Int($0.end) } ?? previous, end), [])
  }

  /// Takes the comma behind the last item that stays, where the last of all had none.
  private var lastComma: [Edit] {
    guard let last = items.last, container.kind != .body, isGone(items.count - 1),
      lines.tail(at: last.end).comma == nil,
      let stays = items.indices.last(where: { !removed.contains($0) }),
      let comma = lines.tail(at: items[stays].end).comma
    else { return [] }
    return [Edit(comma, [])]
  }

  private func hasOtherComments(_ interior: Range<Int>) -> Bool {
    let places = removed.map { index in
      lines.commentedStart(items[index].start)..<lines.tail(at: items[index].end).end
    }
    var start = interior.lowerBound
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if place.lowerBound > start, lines.hasComment(start..<place.lowerBound) { return true }
      start = max(start, place.upperBound)
    }
    return start < interior.upperBound && lines.hasComment(start..<interior.upperBound)
  }
}

// MARK: Alignment

extension HCLRemoval {
  /// Aligns anew the runs that the removal shortens or joins, where `terraform fmt` had its way.
  private var realignment: [Edit] {
    let old = lines.runs(of: items)
    let stay = items.indices.filter { !removed.contains($0) }
    let new = lines.runs(of: stay.map { items[$0] }, without: goneLines(from:to:))
      .map { $0.map { stay[$0] } }
    return new.flatMap { run -> [Edit] in
      let sources = old.filter { !Set($0).isDisjoint(with: run) }
      guard sources != [run], sources.allSatisfy({ alignment($0).isTight }) else { return [] }
      let joined = alignment(run)
      return joined.moving(to: joined.leastColumn)
    }
  }

  private func alignment(_ run: [Int]) -> HCLAlignment {
    HCLAlignment(rows: run.compactMap { lines.row(of: items[$0]) }, isUsual: aligns)
  }

  private func goneLines(from start: Int, to end: Int) -> Int {
    let between = lines.line(at: start)...lines.line(at: end)
    return goneLines.filter { between.contains($0.lowerBound) }.reduce(0) { $0 + $1.count }
  }
}
