import SourceText

extension YAMLReader {
  /// The number of nodes that aliases may bring into one file.
  private static var expansionLimit: Int { 1_000_000 }

  /// Appends an alias, or a null where it means nothing that can be read.
  mutating func readAlias(of name: String, _ start: Int, _ end: Int) {
    let range = SourceRange(start, end)
    guard let anchor = anchors[name] else {
      return refuseAlias(.undefinedAlias(name, range))
    }
    guard let size = anchor.size else {
      return refuseAlias(.recursiveAlias(name, range))
    }
    guard builder.frames.count + anchor.height <= TreeBuilder.depthLimit else {
      return refuseAlias(.nesting(at: start))
    }
    guard builder.expansion + size <= Self.expansionLimit else {
      let isFirst = !hasReportedExpansion
      hasReportedExpansion = true
      return refuseAlias(.expansion(range), isReported: isFirst)
    }
    builder.expansion += size
    builder.appendAlias(of: anchor.index, height: anchor.height, start: start, end: end)
  }

  private mutating func refuseAlias(_ problem: YAMLProblem, isReported: Bool = true) {
    if isReported { report(problem) }
    let range = problem.range.bounds
    builder.appendScalar(
      .null,
      .plain,
      start: range.lowerBound,
      end: range.upperBound,
      text: range.lowerBound..<range.lowerBound,
      isDecoded: false
    )
  }
}
