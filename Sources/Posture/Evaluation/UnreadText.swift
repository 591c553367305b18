package import SourceText

/// The values in a text whose structure is not known for sure, because it does not parse.
///
/// Which of them are secrets cannot be told, so a report hides them all; keys and punctuation stay.
/// A doubtful word counts as a value.
package enum UnreadText {
  /// The ranges of everything in `bytes` that is neither a key nor punctuation.
  package static func values(in bytes: [UInt8]) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(where: \.endsLine) ?? bytes.count
      var line = Line(bytes: bytes, offset: start, end: end)
      while let range = line.nextValue() { ranges.append(range) }
      start = end + 1
    }
    return ranges
  }
}

extension UnreadText {
  /// One line, read from left to right.
  private struct Line {
    let bytes: [UInt8]
    var offset: Int
    let end: Int
    /// Whether a key with its colon stands in front.
    private var isBehindKey = false

    init(bytes: [UInt8], offset: Int, end: Int) {
      self.bytes = bytes
      self.offset = offset
      self.end = end
    }

    mutating func nextValue() -> SourceRange? {
      while skipPunctuation() {
        let word = offset..<endOfWord()
        offset = word.upperBound
        guard !isBehindKey, let behind = colon(behind: word) else {
          return SourceRange(word.lowerBound, word.upperBound)
        }
        isBehindKey = true
        offset = behind
      }
      return nil
    }

    /// Moves to the next word; false at the end of the line.
    private mutating func skipPunctuation() -> Bool {
      while offset < end {
        switch bytes[offset] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): break
        case UInt8(ascii: "-") where isBlank(offset + 1): break
        case let byte where byte.isBracketOrComma: isBehindKey = false
        default: return true
        }
        offset += 1
      }
      return false
    }

    /// The end of the quoted or plain word at `offset`.
    private func endOfWord() -> Int {
      let first = bytes[offset]
      if first.isQuote {
        var index = offset + 1
        while index < end, bytes[index] != first {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, end)
      }
      let word = bytes[offset..<end].prefix { $0.isPlain || $0 == UInt8(ascii: ":") }
      var last = word.endIndex
      if last > offset, bytes[last - 1] == UInt8(ascii: ":") { last -= 1 }
      let next = skippingBlanks(from: last)
      let isWhole =
        last > offset
        && (next == end || bytes[next].isBracketOrComma
          || bytes[next] == UInt8(ascii: ":") && isBlank(next + 1))
      return isWhole ? last : end
    }

    /// Where the text behind the colon begins that makes `word` a key.
    private func colon(behind word: Range<Int>) -> Int? {
      let next = skippingBlanks(from: word.upperBound)
      guard next < end, bytes[next] == UInt8(ascii: ":") else { return nil }
      let isQuoted = bytes[word.lowerBound].isQuote
      return isQuoted || isBlank(next + 1) ? next + 1 : nil
    }

    private func skippingBlanks(from index: Int) -> Int {
      bytes[index..<end].firstIndex { $0 != UInt8(ascii: " ") } ?? end
    }

    private func isBlank(_ index: Int) -> Bool {
      index >= end || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
    }
  }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }

  fileprivate var isBracketOrComma: Bool { "{}[],".utf8.contains(self) }

  /// Whether the byte may stand in a plain key.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_.-/".utf8.contains(self)
    }
  }
}
