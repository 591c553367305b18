/// A point in time with an offset from UTC, as RFC 3339 writes it.
struct Timestamp {
  /// Seconds since 1970 in UTC.
  private(set) var seconds: Int
  private(set) var nanoseconds: Int
  /// How many minutes local time is ahead of UTC.
  let offset: Int

  /// Reads `2006-01-02T15:04:05Z`; `nil` for anything else.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let year = Self.number(4, &rest), Self.take("-", &rest),
      let month = Self.number(2, &rest), Self.take("-", &rest),
      let day = Self.number(2, &rest), Self.take("T", &rest),
      let hour = Self.number(2, &rest), Self.take(":", &rest),
      let minute = Self.number(2, &rest), Self.take(":", &rest),
      let second = Self.number(2, &rest), let fraction = Self.fraction(&rest),
      let offset = Self.offset(&rest), rest.isEmpty,
      1...12 ~= month, 1...Self.days(in: month, of: year) ~= day,
      hour < 24, minute < 60, second < 60
    else { return nil }
    let local = Self.day(year, month, day) * 86400 + hour * 3600 + minute * 60 + second
    seconds = local - offset * 60
    nanoseconds = fraction
    self.offset = offset
  }

  private static func number(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func take(_ byte: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: byte) else { return false }
    rest.removeFirst()
    return true
  }

  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard take(".", &rest) else { return 0 }
    let digits = rest.prefix { 0x30...0x39 ~= $0 }
    rest = rest[digits.endIndex...]
    guard !digits.isEmpty else { return nil }
    let nine = digits.prefix(9)
    let value = nine.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (nine.count..<9).reduce(value) { value, _ in value * 10 }
  }

  private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int? {
    if take("Z", &rest) { return 0 }
    let isBehind = rest.first == UInt8(ascii: "-")
    guard take("-", &rest) || take("+", &rest), let hours = number(2, &rest), take(":", &rest),
      let minutes = number(2, &rest), hours < 24, minutes < 60
    else { return nil }
    return (isBehind ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The number of days from 1970 to a date of the Gregorian calendar.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The time `nanoseconds` later.
  func adding(nanoseconds delta: Int) -> Timestamp {
    var result = self
    let total = nanoseconds + delta % 1_000_000_000
    let carry = total < 0 ? -1 : total / 1_000_000_000
    result.nanoseconds = total - carry * 1_000_000_000
    result.seconds += delta / 1_000_000_000 + carry
    return result
  }

  /// The parts of the local time.
  struct Parts {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    /// From 0 for Sunday.
    let weekday: Int
  }

  /// The parts of the local time.
  var parts: Parts {
    let local = seconds + offset * 60
    let days = local >= 0 ? local / 86400 : (local - 86399) / 86400
    let time = local - days * 86400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let quarter = (5 * dayOfYear + 2) / 153
    let month = quarter < 10 ? quarter + 3 : quarter - 9
    return Parts(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * quarter + 2) / 5 + 1,
      hour: time / 3600,
      minute: time / 60 % 60,
      second: time % 60,
      weekday: ((days + 4) % 7 + 7) % 7
    )
  }

  /// The offset as `+09:00` or `+0900`.
  func offsetText(separator: String) -> String {
    let size = abs(offset)
    return (offset < 0 ? "-" : "+") + Self.padded(size / 60) + separator + Self.padded(size % 60)
  }

  /// A number with two digits or more.
  static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  /// The time to the second, as RFC 3339 writes it.
  var text: String {
    let parts = parts
    let year = String(parts.year)
    let date = [
      String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year,
      Self.padded(parts.month), Self.padded(parts.day),
    ]
    let time = [parts.hour, parts.minute, parts.second].map(Self.padded)
    return date.joined(separator: "-") + "T" + time.joined(separator: ":")
      + (offset == 0 ? "Z" : offsetText(separator: ":"))
  }
}

extension Timestamp: Comparable {
  static func == (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) == (right.seconds, right.nanoseconds)
  }

  static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
