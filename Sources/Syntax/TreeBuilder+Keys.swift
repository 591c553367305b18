import SourceText

extension TreeBuilder {
  /// Up to this many keys are compared each with each; more are sorted first.
  private static var pairwiseLimit: Int { 32 }

  /// Reports equal keys among those from `first` on and shadows all but the last of them.
  mutating func settleDuplicates(from first: Int, of mapping: UInt32) {
    let duplicates =
      keys.count - first <= Self.pairwiseLimit
      ? pairwiseDuplicates(from: first) : sortedDuplicates(from: first)
    for (earlier, later) in duplicates {
      insertFlag(.isShadowed, at: earlier)
      insertFlag(.isUneven, at: mapping)
      reportDuplicate(of: earlier, at: later)
    }
  }

  private func pairwiseDuplicates(from first: Int) -> [(UInt32, UInt32)] {
    var duplicates: [(UInt32, UInt32)] = []
    for later in (first + 1)..<keys.count {
      let length = keys[later].length
      var earlier = later - 1
      while earlier >= first {
        if keys[earlier].length == length, areEqual(keys[earlier], keys[later]) {
          duplicates.append((keys[earlier].index, keys[later].index))
          break
        }
        earlier -= 1
      }
    }
    return duplicates
  }

  private func sortedDuplicates(from first: Int) -> [(UInt32, UInt32)] {
    let sorted = keys[first...].sorted { left, right in
      if left.length != right.length { return left.length < right.length }
      if left.length == .max { return left.index < right.index }
      let (leftText, rightText) = (text(of: left.index), text(of: right.index))
      if leftText == rightText { return left.index < right.index }
      return leftText.lexicographicallyPrecedes(rightText)
    }
    var duplicates: [(UInt32, UInt32)] = []
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where areEqual(earlier, later) {
      duplicates.append((earlier.index, later.index))
    }
    return duplicates.sorted { $0.1 < $1.1 }
  }

  /// Whether the keys have the same text; merge keys may repeat.
  private func areEqual(_ left: Key, _ right: Key) -> Bool {
    left.length == right.length && left.length != .max
      && !records[Int(left.index)].flags.contains(.merges)
      && text(of: left.index) == text(of: right.index)
  }

  /// The bytes of the text of the scalar at `index`, or of the scalar that it is an alias of.
  private func text(of index: UInt32) -> ArraySlice<UInt8> {
    let record = meaning(of: index)
    return record.flags.contains(.decoded)
      ? decodedBytes[record.text] : file.bytes[record.text]
  }

  private mutating func reportDuplicate(of earlier: UInt32, at later: UInt32) {
    let name = String(decoding: text(of: later), as: UTF8.self)
    let line = file.lines.line(at: Int(records[Int(earlier)].start)) + 1
    report(
      .warning,
      duplicateCode,
      LocalizedText(
        en:
          "The key `\(name)` already stands on line \(line) of the same mapping; the last counts.",
        ja: "キー `\(name)` は同じマッピングの \(line) 行目にもある。最後のものが有効になる。"
      ),
      at: records[Int(later)].range
    )
  }

  /// Keeps the merge keys whose values can be merged, and makes ordinary keys of the others.
  mutating func settleMerges(from first: Int, of mapping: UInt32) {
    for key in keys[first...] where records[Int(key.index)].flags.contains(.merges) {
      if canMerge(key.index + 1) {
        insertFlag(.isUneven, at: mapping)
        continue
      }
      removeFlag(.merges, at: key.index)
      report(
        .warning,
        "yaml.merge-key",
        LocalizedText(
          en: "Only mappings can be merged with `<<`; it is read as an ordinary key.",
          ja: "`<<` でマージできるのはマッピングだけである。通常のキーとして扱う。"
        ),
        at: records[Int(key.index)].range
      )
    }
  }

  /// Whether the value at `index` is a mapping or a sequence of mappings.
  private func canMerge(_ index: UInt32) -> Bool {
    let record = meaning(of: index)
    guard record.kind == .sequence else { return record.kind == .mapping }
    let sequence = records[Int(index)].kind == .alias ? records[Int(index)].first : index
    var child = sequence + 1
    while child < record.first {
      guard meaning(of: child).kind == .mapping else { return false }
      child = records[Int(child)].next(after: child)
    }
    return true
  }
}
