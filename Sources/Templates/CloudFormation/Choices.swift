/// The choices that one run of an evaluation makes, replayed and varied from run to run.
///
/// A run asks `choose` wherever things may turn out in several ways; the first run gets the first
/// way everywhere. `advance` then moves on to the next combination, the last choice first, until
/// all are tried. Runs must ask in an order that depends on earlier answers only.
struct Choices {
  /// One question with the answer it got.
  struct Point: Equatable {
    let key: String
    let count: Int
    var chosen: Int
  }

  /// The questions of this run, in the order in which they were first asked.
  private(set) var points: [Point] = []
  private var answered: [String: Int] = [:]
  private var cursor = 0
  private var fixed: [String: Int] = [:]

  init() {}

  /// Answers the questions in `fixed` as given there, all others by the first way.
  init(fixed: [String: Int]) { self.fixed = fixed }

  /// The way in which `key` turns out in this run: an index below `count`.
  mutating func choose(_ key: String, of count: Int) -> Int {
    if let index = answered[key] { return points[index].chosen }
    if cursor == points.count || points[cursor].key != key || points[cursor].count != count {
      points.removeSubrange(cursor...)
      points.append(Point(key: key, count: count, chosen: min(fixed[key] ?? 0, count - 1)))
    }
    answered[key] = cursor
    cursor += 1
    return points[cursor - 1].chosen
  }

  /// The number of combinations of the questions of this run, at most `limit`.
  func combinations(limit: Int) -> Int {
    points.reduce(1) { min(limit, $0 * $1.count) }
  }

  /// The answers of this run by question.
  var answers: [String: Int] {
    Dictionary(uniqueKeysWithValues: points[..<cursor].map { ($0.key, $0.chosen) })
  }

  /// Prepares the next run; says whether there is one.
  mutating func advance() -> Bool {
    points.removeSubrange(cursor...)
    while let last = points.last, last.chosen + 1 >= last.count { points.removeLast() }
    answered = [:]
    cursor = 0
    guard !points.isEmpty else { return false }
    points[points.count - 1].chosen += 1
    return true
  }
}
