import SourceText

/// A source file as a report may show it: its positions, and the bytes that stay hidden.
struct ShownSource {
  let file: SourceFile
  /// The hidden bytes: sorted, and no two of them touch.
  let hidden: [SourceRange]
  private let index: PositionIndex

  /// Prepares `file`, in one pass over its bytes.
  init(_ file: SourceFile, redactions: [SourceRange]) {
    self.file = file
    index = PositionIndex(file)
    hidden = ShownSource.merged(redactions + WellKnownSecret.ranges(in: file.bytes))
  }

  /// The position of the byte at `offset`.
  func position(at offset: UInt32) -> ReportPosition { index.position(at: Int(offset)) }

  /// The first hidden range that ends behind `offset`.
  func hiddenRange(endingAfter offset: Int) -> Range<Int>? {
    var low = 0
    var high = hidden.count
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle].bounds.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < hidden.count ? hidden[low].bounds : nil
  }

  private static func merged(_ ranges: [SourceRange]) -> [SourceRange] {
    var merged: [SourceRange] = []
    for range in ranges.sorted(by: { $0.start < $1.start }) where !range.isEmpty {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1] = last.union(range)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

/// The files of one report, each prepared once and only when it is shown.
struct SourceShelf {
  private let redactions: [SourceFile: [SourceRange]]
  private var sources: [SourceFile: ShownSource] = [:]

  init(redactions: [SourceFile: [SourceRange]]) { self.redactions = redactions }

  /// The file as a report may show it.
  mutating func source(_ file: SourceFile) -> ShownSource {
    if let source = sources[file] { return source }
    let source = ShownSource(file, redactions: redactions[file] ?? [])
    sources[file] = source
    return source
  }

  /// Where `location` starts.
  mutating func start(_ location: SourceLocation) -> ReportPosition {
    source(location.file).position(at: location.range.start)
  }

  /// `path:line:column`, as editors and terminals open it.
  mutating func link(_ location: SourceLocation) -> String {
    let start = start(location)
    return "\(location.file.path):\(start.line):\(start.column)"
  }
}
