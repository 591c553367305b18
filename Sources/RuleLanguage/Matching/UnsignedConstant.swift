/// Unsigned numbers as Falco reads them from a condition.
enum UnsignedConstant {
  /// Reads what `scanf("%lu")` reads, with nothing behind it.
  ///
  /// White space may lead, `+5` is 5, `-1` is the greatest number and so is what overflows.
  static func parse(_ bytes: [UInt8]) -> UInt64? {
    var digits = bytes[...].drop { $0.isSpace }
    let isNegative = digits.first == UInt8(ascii: "-")
    if let sign = digits.first, sign.isOneOf("+-") { digits.removeFirst() }
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
    guard let value = UInt64(String(decoding: digits, as: UTF8.self)) else { return .max }
    return isNegative ? 0 &- value : value
  }
}
