import SourceText

extension HCLReader {
  /// Up to this many items are compared each with each.
  private static var pairwiseLimit: Int { 16 }

  /// Reports arguments of the pending items from `mark` on whose name has been used before.
  mutating func settleDuplicates(from mark: Int) {
    let count = pending.count - mark
    guard count > 1 else { return }
    let duplicates =
      count > Self.pairwiseLimit ? indexedDuplicates(from: mark) : pairwiseDuplicates(from: mark)
    for (earlier, later) in duplicates { reportDuplicate(later, of: earlier) }
  }

  private func pairwiseDuplicates(from mark: Int) -> [(earlier: UInt32, later: UInt32)] {
    var duplicates: [(UInt32, UInt32)] = []
    for later in (mark + 1)..<pending.count {
      let record = records[Int(pending[later])]
      guard record.kind == .argument else { continue }
      let length = record.third - record.start
      for earlier in mark..<later {
        let other = records[Int(pending[earlier])]
        guard other.kind == .argument, other.third - other.start == length else { continue }
        if bytes[name(of: record)] == bytes[name(of: other)] {
          duplicates.append((pending[earlier], pending[later]))
          break
        }
      }
    }
    return duplicates
  }

  private func indexedDuplicates(from mark: Int) -> [(earlier: UInt32, later: UInt32)] {
    var known: [ArraySlice<UInt8>: UInt32] = [:]
    var duplicates: [(UInt32, UInt32)] = []
    for item in pending[mark...] where records[Int(item)].kind == .argument {
      let name = bytes[name(of: records[Int(item)])]
      if let earlier = known[name] {
        duplicates.append((earlier, item))
      } else {
        known[name] = item
      }
    }
    return duplicates
  }

  private func name(of argument: HCLRecord) -> Range<Int> {
    Int(argument.start)..<Int(argument.third)
  }

  /// Marks an argument as one that does not count.
  private mutating func reportDuplicate(_ item: UInt32, of earlier: UInt32) {
    records[Int(item)].flags.insert(.isDuplicate)
    let range = name(of: records[Int(item)])
    let name = String(decoding: bytes[range], as: UTF8.self)
    let line = file.lines.line(at: Int(records[Int(earlier)].start)) + 1
    isQuiet = false
    report(.duplicate(name, line: line), at: SourceRange(range.lowerBound, range.upperBound))
  }
}
