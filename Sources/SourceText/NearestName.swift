/// Finds the name that an author most likely meant.
package enum NearestName {
  /// The name closest to `word`, if at most a third of its characters differ.
  package static func of(_ word: String, in names: some Sequence<String>) -> String? {
    let letters = Array(word.utf8)
    guard !letters.isEmpty, letters.count <= 100 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names where name != word {
      let limit = min(best?.distance ?? .max, max(1, letters.count / 3) + 1)
      let distance = editDistance(letters, Array(name.utf8), below: limit)
      if distance < limit { best = (name, distance) }
    }
    return best?.name
  }

  /// Up to three of `names` that differ from `word` by a slip or two, the nearest first.
  ///
  /// - Parameters:
  ///   - word: what was written
  ///   - names: what could have been meant
  ///   - spelling: folds spellings that count as one before they are compared
  /// - Returns: The names, none where none is similar.
  package static func several(
    _ word: String,
    in names: some Sequence<String>,
    by spelling: (String) -> String = { $0 }
  ) -> [String] {
    let letters = Array(spelling(word).utf8)
    let limit = max(2, letters.count / 3) + 1
    let ranked = Set(names).map { name in
      (name: name, distance: editDistance(letters, Array(spelling(name).utf8), below: limit))
    }
    return ranked.filter { $0.distance < limit }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words.
  ///
  /// A result of `limit` means `limit` or more.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8], below limit: Int) -> Int {
    guard abs(left.count - right.count) < limit else { return limit }
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in 1..<(left.count + 1) {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1..<(right.count + 1) {
        let isSame = left[row - 1].lowered == right[column - 1].lowered
        var cost = min(
          previous[column] + 1,
          current[column - 1] + 1,
          previous[column - 1] + (isSame ? 0 : 1)
        )
        if row > 1, column > 1, left[row - 1].lowered == right[column - 2].lowered,
          left[row - 2].lowered == right[column - 1].lowered
        {
          cost = min(cost, older[column - 2] + 1)
        }
        current.append(cost)
      }
      (older, previous) = (previous, current)
    }
    return min(limit, previous[right.count])
  }
}

extension UInt8 {
  /// The small letter of an ASCII capital; every other byte unchanged.
  fileprivate var lowered: UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
  }
}
