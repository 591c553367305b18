import SourceText

extension HCLReader {
  /// Takes the white space at its beginning away from a text.
  mutating func trimStart(of literal: UInt32) {
    let record = records[Int(literal)]
    var start = Int(record.start)
    while start < record.end, let length = spaceLength(at: start, of: record) { start += length }
    records[Int(literal)].start = UInt32(start)
  }

  /// Takes the white space at its end away from a text.
  mutating func trimEnd(of literal: UInt32) {
    let record = records[Int(literal)]
    var end = Int(record.start)
    var place = end
    while place < record.end {
      if let length = spaceLength(at: place, of: record) {
        place += length
      } else {
        place += isEscape(at: place, of: record) ? 2 : 1
        end = place
      }
    }
    records[Int(literal)].end = UInt32(min(end, Int(record.end)))
  }

  private func isEscape(at place: Int, of record: HCLRecord) -> Bool {
    record.flags.isSuperset(of: [.isQuoted, .isEscaped]) && bytes[place] == UInt8(ascii: "\\")
  }

  /// The number of bytes of the white space at `place`; `nil` where something else stands.
  private func spaceLength(at place: Int, of record: HCLRecord) -> Int? {
    let byte = bytes[place]
    if HCLByte.isSpace(byte) { return 1 }
    if byte >= 0xC2 { return wideSpaceLength(at: place, before: Int(record.end)) }
    guard isEscape(at: place, of: record), place + 1 < record.end else { return nil }
    switch bytes[place + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return 2
    default: return nil
    }
  }

  private func wideSpaceLength(at place: Int, before end: Int) -> Int? {
    let length = bytes[place] >= 0xE0 ? 3 : 2
    guard bytes[place] < 0xF0, place + length <= end,
      let scalar = String(decoding: bytes[place..<(place + length)], as: UTF8.self)
        .unicodeScalars.first,
      scalar.properties.isWhitespace
    else { return nil }
    return length
  }

  /// Takes from every line of a heredoc the indentation that all of them have.
  ///
  /// Lines of white space alone neither count nor lose any.
  mutating func removeIndentation(_ parts: ContiguousArray<UInt32>) {
    var indented: [UInt32] = []
    var least = Int.max
    var isAtLineStart = true
    for part in parts {
      guard part != HCLRecord.none else {
        if isAtLineStart { least = 0 }
        isAtLineStart = false
        continue
      }
      let record = records[Int(part)]
      let endsLine = record.end > record.start && bytes[Int(record.end) - 1] == UInt8(ascii: "\n")
      if isAtLineStart {
        let indentation = indentation(of: record)
        if indentation.end < record.end || !endsLine {
          least = min(least, indentation.count)
          indented.append(part)
        }
      }
      isAtLineStart = endsLine
    }
    for part in indented { removeSpaces(least, from: part) }
  }

  /// The number of characters of white space that a text begins with, and where they end.
  private func indentation(of record: HCLRecord) -> (count: Int, end: Int) {
    var (count, place) = (0, Int(record.start))
    while place < record.end, let length = spaceLength(at: place, of: record) {
      count += 1
      place += length
    }
    return (count, place)
  }

  private mutating func removeSpaces(_ count: Int, from literal: UInt32) {
    let record = records[Int(literal)]
    var place = Int(record.start)
    for _ in 0..<count {
      guard place < record.end, let length = spaceLength(at: place, of: record) else { break }
      place += length
    }
    records[Int(literal)].start = UInt32(place)
  }
}
