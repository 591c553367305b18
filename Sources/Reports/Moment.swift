/// A moment in UTC, to the second.
package struct Moment: Sendable, Hashable {
  /// The seconds since the start of 1970, leap seconds left out.
  package let seconds: Int

  /// Holds a moment of the clock that Unix keeps; none lies before 1970.
  package init(secondsSince1970 seconds: Int) { self.seconds = max(seconds, 0) }

  /// The moment as RFC 3339 writes it: `2026-11-21T09:30:00Z`.
  package var text: String {
    let parts = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60]
    let time = parts.map { Moment.padded($0, 2) }.joined(separator: ":")
    return "\(Moment.date(seconds / 86_400))T\(time)Z"
  }

  /// The day that is `days` after the start of 1970.
  ///
  /// Years are counted from March, so that the leap day is the last of its year; 400 of them always
  /// have the same number of days.
  private static func date(_ days: Int) -> String {
    let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return [padded(year, 4), padded(month, 2), padded(day, 2)].joined(separator: "-")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
