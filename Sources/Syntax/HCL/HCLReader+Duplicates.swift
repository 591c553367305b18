import SourceText

extension HCLReader {
  /// Up to this many arguments are compared each with each.
  private static var pairwiseLimit: Int { 16 }

  /// Reports arguments of the pending items from `mark` on whose name has been used; the first counts.
  mutating func settleDuplicates(from mark: Int) {
    guard pending.count - mark > 1 else { return }
    if pending.count - mark > Self.pairwiseLimit {
      settleManyDuplicates(from: mark)
    } else {
      for later in (mark + 1)..<pending.count {
        for earlier in mark..<later where haveSameName(pending[earlier], pending[later]) {
          reportDuplicate(pending[later], of: pending[earlier])
          break
        }
      }
    }
  }

  private mutating func settleManyDuplicates(from mark: Int) {
    var known: [ArraySlice<UInt8>: UInt32] = [:]
    for item in pending[mark...] where records[Int(item)].kind == .argument {
      let name = bytes[nameRange(of: item)]
      if let earlier = known[name] {
        reportDuplicate(item, of: earlier)
      } else {
        known[name] = item
      }
    }
  }

  private func nameRange(of item: UInt32) -> Range<Int> {
    Int(records[Int(item)].start)..<Int(records[Int(item)].third)
  }

  private func haveSameName(_ left: UInt32, _ right: UInt32) -> Bool {
    let (one, two) = (records[Int(left)], records[Int(right)])
    return one.kind == .argument && two.kind == .argument
      && one.third - one.start == two.third - two.start
      && bytes[nameRange(of: left)] == bytes[nameRange(of: right)]
  }

  private mutating func reportDuplicate(_ item: UInt32, of earlier: UInt32) {
    guard !records[Int(item)].flags.contains(.isDuplicate) else { return }
    records[Int(item)].flags.insert(.isDuplicate)
    let range = nameRange(of: item)
    let name = String(decoding: bytes[range], as: UTF8.self)
    let line = file.lines.line(at: Int(records[Int(earlier)].start)) + 1
    isQuiet = false
    report(.duplicate(name, line: line), at: SourceRange(range.lowerBound, range.upperBound))
  }
}
