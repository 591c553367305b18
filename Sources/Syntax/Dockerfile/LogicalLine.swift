import SourceText

/// An instruction on one line: physical lines joined at their continuations.
struct LogicalLine: Sendable {
  /// The text.
  private(set) var bytes: [UInt8] = []
  /// Where the bytes behind an offset come from, in the order of the offsets.
  private var pieces: [(offset: Int, source: Int)] = []

  /// Adds the bytes `range` of a file.
  mutating func append(_ range: Range<Int>, of file: SourceFile) {
    pieces.append((bytes.count, range.lowerBound))
    bytes += file.bytes[range]
  }

  /// The offset in the file of the byte at `offset`.
  private func source(of offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle } else { high = middle }
    }
    return pieces.isEmpty ? 0 : pieces[low].source + offset - pieces[low].offset
  }

  /// The bytes in the file behind `bounds`, from the first to the last.
  func range(_ bounds: Range<Int>) -> SourceRange {
    guard !bounds.isEmpty else {
      let place = bounds.lowerBound == 0 ? source(of: 0) : source(of: bounds.lowerBound - 1) + 1
      return SourceRange(place, place)
    }
    return SourceRange(source(of: bounds.lowerBound), source(of: bounds.upperBound - 1) + 1)
  }

  /// The word at `bounds`.
  func word(_ bounds: Range<Int>) -> DockerfileWord {
    DockerfileWord(
      text: String(decoding: bytes[bounds], as: UTF8.self),
      range: range(bounds)
    )
  }

  /// The part of `bounds` without blanks around it.
  func trimmed(_ bounds: Range<Int>) -> Range<Int> {
    guard let first = bytes[bounds].firstIndex(where: { !$0.isDockerfileSpace }),
      let last = bytes[bounds].lastIndex(where: { !$0.isDockerfileSpace })
    else { return bounds.upperBound..<bounds.upperBound }
    return first..<(last + 1)
  }
}

extension UInt8 {
  /// Whether the byte parts words; line ends are among them.
  var isDockerfileSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}
