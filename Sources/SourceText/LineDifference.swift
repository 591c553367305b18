/// The shortest way from one list of lines to another, found by Myers' algorithm of 1986.
struct LineDifference {
  enum Step: Equatable {
    /// The line at the first index of the old list is the one at the second index of the new.
    case keep(Int, Int)
    case delete(Int)
    case insert(Int)
  }

  /// Beyond this many changed lines the shortest way is no longer looked for.
  private static let effortLimit = 1000

  /// The steps from the first line to the last.
  let steps: [Step]

  /// Compares two lists of lines, each line given by a number.
  init(from old: [Int], to new: [Int]) {
    let shorter = min(old.count, new.count)
    let prefix = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    let suffix =
      (0..<(shorter - prefix)).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
      ?? shorter - prefix
    let oldMiddle = prefix..<(old.count - suffix)
    let newMiddle = prefix..<(new.count - suffix)
    let middle =
      Self.shortest(old, oldMiddle, new, newMiddle)
      ?? Self.piecewise(old, oldMiddle, new, newMiddle)
    steps =
      (0..<prefix).map { .keep($0, $0) } + middle
      + (0..<suffix).map { .keep(oldMiddle.upperBound + $0, newMiddle.upperBound + $0) }
  }

  /// A way between two ranges of lines that keeps the lines which stand once in both.
  private static func piecewise(
    _ old: [Int],
    _ oldRange: Range<Int>,
    _ new: [Int],
    _ newRange: Range<Int>
  ) -> [Step] {
    var steps: [Step] = []
    var (left, right) = (oldRange.lowerBound, newRange.lowerBound)
    func compare(_ oldEnd: Int, _ newEnd: Int) {
      let (before, after) = (left..<oldEnd, right..<newEnd)
      steps +=
        shortest(old, before, new, after)
        ?? before.map { .delete($0) } + after.map { .insert($0) }
    }
    for anchor in anchors(old, oldRange, new, newRange) {
      compare(anchor.old, anchor.new)
      steps.append(.keep(anchor.old, anchor.new))
      (left, right) = (anchor.old + 1, anchor.new + 1)
    }
    compare(oldRange.upperBound, newRange.upperBound)
    return steps
  }

  /// The shortest way between two ranges of lines, unless it is too long.
  private static func shortest(
    _ old: [Int],
    _ oldRange: Range<Int>,
    _ new: [Int],
    _ newRange: Range<Int>
  ) -> [Step]? {
    let (width, height) = (oldRange.count, newRange.count)
    let limit = min(width + height, effortLimit)
    // `reach[k + limit + 1]` is how far into the old lines the diagonal `k` gets.
    var reach = [Int](repeating: 0, count: 2 * limit + 3)
    var history: [ArraySlice<Int>] = []
    for distance in 0...limit {
      let window = (limit - distance)...(limit + distance + 2)
      history.append(reach[window])
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let place = diagonal + limit + 1
        let isDown =
          diagonal == -distance || diagonal != distance && reach[place - 1] < reach[place + 1]
        var x = isDown ? reach[place + 1] : reach[place - 1] + 1
        while x < width, x - diagonal < height, x - diagonal >= 0,
          old[oldRange.lowerBound + x] == new[newRange.lowerBound + x - diagonal]
        {
          x += 1
        }
        reach[place] = x
        if x >= width, x - diagonal >= height {
          return path(back: history, limit, (width, height), oldRange, newRange)
        }
      }
    }
    return nil
  }

  /// Follows the reaches of each distance back from the end.
  private static func path(
    back history: [ArraySlice<Int>],
    _ limit: Int,
    _ end: (Int, Int),
    _ oldRange: Range<Int>,
    _ newRange: Range<Int>
  ) -> [Step] {
    var (x, y) = end
    var steps: [Step] = []
    for (distance, reach) in history.enumerated().reversed() {
      let diagonal = x - y
      let place = diagonal + limit + 1
      let isDown =
        diagonal == -distance || diagonal != distance && reach[place - 1] < reach[place + 1]
      let previous = isDown ? diagonal + 1 : diagonal - 1
      let previousX = distance == 0 ? 0 : reach[previous + limit + 1]
      let previousY = distance == 0 ? 0 : previousX - previous
      while x > previousX, y > previousY {
        x -= 1
        y -= 1
        steps.append(.keep(oldRange.lowerBound + x, newRange.lowerBound + y))
      }
      guard distance > 0 else { break }
      if isDown {
        y -= 1
        steps.append(.insert(newRange.lowerBound + y))
      } else {
        x -= 1
        steps.append(.delete(oldRange.lowerBound + x))
      }
    }
    return steps.reversed()
  }
}
