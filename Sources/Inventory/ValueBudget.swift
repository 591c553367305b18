/// How many values a conversion may still make; a bound on aliases that multiply.
package struct ValueBudget: Sendable {
  /// The most values that one unit may consist of.
  package static let unit = 1_000_000
  /// The deepest nesting that is followed.
  package static let depth = 600

  /// The number of values that may still be made.
  package private(set) var remaining: Int

  /// Starts with `count` values.
  package init(_ count: Int = ValueBudget.unit) { self.remaining = count }

  /// Whether nothing is left.
  package var isSpent: Bool { remaining <= 0 }

  /// Takes one value; says whether there was one left.
  package mutating func spend() -> Bool {
    guard remaining > 0 else { return false }
    remaining -= 1
    return true
  }
}
