/// A day of the Gregorian calendar, written as `2027-03-31`.
package struct CalendarDay: Sendable, Hashable, Comparable {
  private let year: Int
  private let month: Int
  private let day: Int

  /// Reads a day; `nil` for a text that is none, such as `2027-02-30`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3,
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 }),
      1...12 ~= numbers[1],
      1...CalendarDay.length(ofMonth: numbers[1], in: numbers[0]) ~= numbers[2]
    else { return nil }
    (year, month, day) = (numbers[0], numbers[1], numbers[2])
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    let isLeapYear =
      year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The days from this one to `other`; negative where that lies before.
  package func days(to other: CalendarDay) -> Int { other.number - number }

  /// The number of the day, counted from a day long ago.
  ///
  /// The year starts in March, so that the leap day is its last.
  private var number: Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * monthFromMarch + 2) / 5 + day
  }
}
