import SourceText
import Syntax

extension FlowEditor {
  /// Removes the items at `indices` from `node`, with the comments that belong to them.
  func remove(_ indices: Set<Int>, from node: Node) throws(EditRefusal) -> [Edit] {
    let collection = try FlowCollection(node, text, notation)
    guard indices.count < collection.items.count else {
      return [Edit(SourceRange(collection.open + 1, collection.close), [])]
    }
    return indices.runs.flatMap { run in
      run.upperBound == collection.items.count - 1
        ? removeTail(from: run.lowerBound, of: collection)
        : [removeRun(run, of: collection)]
    }
  }

  /// Removes items that others follow.
  private func removeRun(_ run: ClosedRange<Int>, of collection: FlowCollection) -> Edit {
    let lead = lead(ofItem: run.lowerBound, of: collection)
    let next = self.lead(ofItem: run.upperBound + 1, of: collection)
    let end = text.trailingEnd(from: collection.end(ofItem: run.upperBound), notation)
    if text.isFirstOnLine(next), end <= text.lineStart(at: next) {
      if text.isFirstOnLine(lead) {
        let bound = collection.start(before: run.lowerBound)
        let lines = text.closingGap(text.lineStart(at: lead), text.nextLine(at: end), from: bound)
        return Edit(removing: lines)
      }
      if run.lowerBound > 0 {
        return Edit(removing: collection.end(ofItem: run.lowerBound - 1)..<end)
      }
    }
    return Edit(removing: lead..<next)
  }

  /// Removes the items from `first` on, and the comma before them unless commas trail.
  private func removeTail(from first: Int, of collection: FlowCollection) -> [Edit] {
    let last = collection.items.count - 1
    let kept = collection.items[first - 1]
    let isTrailing = collection.items[last].comma != nil
    let start = collection.end(ofItem: first - 1)
    let end = text.trailingEnd(from: collection.end(ofItem: last), notation)
    let lead = lead(ofItem: first, of: collection)
    let comma = isTrailing ? [] : kept.comma.map { [Edit(removing: $0..<($0 + 1))] } ?? []
    if text.isFirstOnLine(lead), text.isLastOnLine(end) {
      let lines = text.closingGap(text.lineStart(at: lead), text.nextLine(at: end), from: start)
      return comma + [Edit(removing: lines)]
    }
    guard text.comments(in: kept.end..<collection.items[first].start, notation).isEmpty else {
      return comma + [Edit(removing: lead..<end)]
    }
    return [Edit(removing: (isTrailing ? start : kept.end)..<end)]
  }

  private func lead(ofItem index: Int, of collection: FlowCollection) -> Int {
    let before = collection.start(before: index)
    return text.leadStart(
      of: collection.items[index].start,
      from: index == 0 ? before : text.trailingEnd(from: before, notation),
      notation
    )
  }
}

extension Edit {
  /// Removes the bytes in `range`.
  init(removing range: Range<Int>) {
    self.init(SourceRange(range.lowerBound, range.upperBound), [])
  }
}

extension Set<Int> {
  /// The numbers as runs without gaps, in order.
  var runs: [ClosedRange<Int>] {
    sorted().reduce(into: []) { runs, number in
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
  }
}
