import BigInt

extension FunctionLibrary {
  /// Functions of points in time.
  static let dates: [String: FunctionDefinition] = [
    "formatdate": .init([.string, .string], .string, formatDate),
    "timeadd": .init([.string, .string], .string, addTime),
    "timecmp": .init([.string, .string], .number, compareTimes),
  ]

  private static func timestamp(
    _ index: Int,
    _ input: FunctionInput
  ) throws(TerraformError) -> Timestamp {
    guard let timestamp = Timestamp(input.text(index)) else {
      throw input.invalid(
        index,
        en: "a time such as 2006-01-02T15:04:05Z is required",
        ja: "2006-01-02T15:04:05Z のような日時が必要"
      )
    }
    return timestamp
  }

  private static func compareTimes(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let (left, right) = (try timestamp(0, input), try timestamp(1, input))
    return TerraformValue(.number(TerraformNumber(left < right ? -1 : left == right ? 0 : 1)))
  }

  private static func addTime(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let start = try timestamp(0, input)
    guard let duration = nanoseconds(of: input.text(1)) else {
      throw input.invalid(
        1,
        en: "a duration such as 1h30m is required",
        ja: "1h30m のような時間が必要"
      )
    }
    return input.string(start.adding(nanoseconds: duration).text)
  }

  /// The length of a duration such as `-1.5h`; `nil` for anything else.
  private static func nanoseconds(of text: String) -> Int? {
    var rest = text[...]
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    if rest == "0" { return 0 }
    var total = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      let unit = rest[digits.endIndex...].prefix { !($0.isASCII && $0.isNumber || $0 == ".") }
      guard let number = TerraformNumber(String(digits)), let size = units[String(unit)],
        let length = number.multiplied(by: TerraformNumber(size))?.floor.int
      else { return nil }
      let (sum, isTooLong) = total.addingReportingOverflow(length)
      guard !isTooLong else { return nil }
      total = sum
      rest = rest[unit.endIndex...]
    }
    return isNegative ? -total : total
  }

  private static let units = [
    "ns": 1, "us": 1000, "µs": 1000, "μs": 1000, "ms": 1_000_000, "s": 1_000_000_000,
    "m": 60_000_000_000, "h": 3_600_000_000_000,
  ]

  /// Letters stand for parts of the time, and text between single quotes for itself.
  private static func formatDate(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let timestamp = try timestamp(1, input)
    var result = ""
    var rest = input.text(0)[...]
    while let first = rest.first {
      if first == "'" {
        guard let literal = quotedText(&rest) else {
          throw input.invalid(0, en: "a quote is not closed", ja: "引用符が閉じていない")
        }
        result += literal
      } else if first.isASCII, first.isLetter {
        let verb = rest.prefix { $0 == first }
        rest = rest[verb.endIndex...]
        guard let text = text(of: String(verb), timestamp) else {
          throw input.invalid(0, en: "it has an unknown verb", ja: "書式に使えない文字列がある")
        }
        result += text
      } else {
        result.append(rest.removeFirst())
      }
    }
    return input.string(result)
  }

  /// The text between quotes; two quotes stand for one.
  private static func quotedText(_ rest: inout Substring) -> String? {
    rest.removeFirst()
    if rest.hasPrefix("'") {
      rest.removeFirst()
      return "'"
    }
    var text = ""
    while let character = rest.popFirst() {
      if character != "'" {
        text.append(character)
      } else if rest.hasPrefix("'") {
        text.append(rest.removeFirst())
      } else {
        return text
      }
    }
    return nil
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  private static func text(of verb: String, _ timestamp: Timestamp) -> String? {
    let parts = timestamp.parts
    let (month, weekday) = (months[parts.month - 1], weekdays[parts.weekday])
    let twelve = parts.hour % 12 == 0 ? 12 : parts.hour % 12
    let isUTC = timestamp.offset == 0
    return switch verb {
    case "YY": Timestamp.padded(parts.year % 100)
    case "YYYY": String(timestamp.text.prefix { $0 != "-" })
    case "M": String(parts.month)
    case "MM": Timestamp.padded(parts.month)
    case "MMM": String(month.prefix(3))
    case "MMMM": month
    case "D": String(parts.day)
    case "DD": Timestamp.padded(parts.day)
    case "EEE": String(weekday.prefix(3))
    case "EEEE": weekday
    case "h": String(parts.hour)
    case "hh": Timestamp.padded(parts.hour)
    case "H": String(twelve)
    case "HH": Timestamp.padded(twelve)
    case "AA": parts.hour < 12 ? "AM" : "PM"
    case "aa": parts.hour < 12 ? "am" : "pm"
    case "m": String(parts.minute)
    case "mm": Timestamp.padded(parts.minute)
    case "s": String(parts.second)
    case "ss": Timestamp.padded(parts.second)
    case "Z": isUTC ? "Z" : timestamp.offsetText(separator: ":")
    case "ZZZ": isUTC ? "UTC" : timestamp.offsetText(separator: "")
    case "ZZZZ": timestamp.offsetText(separator: "")
    case "ZZZZZ": timestamp.offsetText(separator: ":")
    default: nil
    }
  }
}
