/// Amounts with a unit, as Docker's tools write them.
enum Quantity {
  /// The bytes that `512m`, `1.5GiB` or `1073741824` means.
  static func bytes(_ text: String) -> Double? {
    let lower = text.lowercased().filter { $0 != " " }
    var number = lower[...]
    for suffix in ["b", "i"] where number.hasSuffix(suffix) { number = number.dropLast() }
    let units: [Character: Double] = ["k": 1, "m": 2, "g": 3, "t": 4, "p": 5]
    var factor = 1.0
    if let unit = number.last.flatMap({ units[$0] }) {
      number = number.dropLast()
      for _ in 0..<Int(unit) { factor *= 1024 }
    }
    return plain(number).map { $0 * factor }
  }

  /// The whole seconds that `1m30s`, `500ms` or `10` means.
  static func seconds(_ text: String) -> Int? {
    if let seconds = plain(text[...]) { return Int(exactly: seconds.rounded()) }
    var total = 0.0
    var rest = text[...]
    while !rest.isEmpty {
      let number = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { !$0.isNumber && $0 != "." }
      rest = rest.dropFirst(unit.count)
      guard let amount = plain(number), let length = units[String(unit)] else { return nil }
      total += amount * length
    }
    return text.isEmpty ? nil : Int(exactly: total.rounded())
  }

  private static let units: [String: Double] = [
    "us": 0.000_001, "µs": 0.000_001, "ms": 0.001, "s": 1, "m": 60, "h": 3600,
  ]

  /// A decimal number that is neither negative nor too large to count with.
  private static func plain(_ text: Substring) -> Double? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      let number = Double(text), number < 1e15
    else { return nil }
    return number
  }
}
