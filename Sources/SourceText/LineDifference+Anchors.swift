extension LineDifference {
  /// The pairs of equal lines that stand once in both ranges, as many as keep their order.
  ///
  /// They cut a long comparison into short ones, as the patience algorithm does.
  static func anchors(
    _ old: [Int],
    _ oldRange: Range<Int>,
    _ new: [Int],
    _ newRange: Range<Int>
  ) -> [(old: Int, new: Int)] {
    let places = singleLines(new, newRange)
    let pairs = singleLines(old, oldRange)
      .compactMap { line, index in places[line].map { (old: index, new: $0) } }
      .sorted { $0.old < $1.old }
    return longestRise(pairs)
  }

  /// The places of the lines that stand once in `range`, by the line.
  private static func singleLines(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
    var places: [Int: Int?] = [:]
    for index in range { places[lines[index]] = .some(places[lines[index]] == nil ? index : nil) }
    return places.compactMapValues { $0 }
  }

  /// The longest choice of `pairs` whose second numbers rise, too.
  private static func longestRise(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // `ends[n]` is the pair that ends the lowest rise of n + 1 pairs.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    let rise = sequence(first: ends.last) { index in index.flatMap { previous[$0] } }
    return rise.prefix { $0 != nil }.compactMap { $0.map { pairs[$0] } }.reversed()
  }
}
