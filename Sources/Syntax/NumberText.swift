/// The notations of numbers that JSON and YAML 1.1 know.
enum NumberText {
  /// The value of a text that has been recognised as a number.
  static func value(of text: String) -> Double? {
    if let plain = Double(text), !isOctal(text), !text.contains("x") { return plain }
    let isNegative = text.hasPrefix("-")
    let digits = text.filter { $0 != "_" && $0 != "-" && $0 != "+" }
    guard let magnitude = magnitude(of: digits, text) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private static func magnitude(of digits: String, _ text: String) -> Double? {
    switch digits.lowercased() {
    case ".inf": return .infinity
    case ".nan": return .nan
    case let hex where hex.hasPrefix("0x"): return integer(hex.dropFirst(2), radix: 16)
    case let binary where binary.hasPrefix("0b"): return integer(binary.dropFirst(2), radix: 2)
    case let sexagesimal where sexagesimal.contains(":"):
      return sexagesimal.split(separator: ":").reduce(0) { sum, part in
        sum.flatMap { sum in Double(part).map { sum * 60 + $0 } }
      }
    default:
      if isOctal(digits) { return integer(digits.dropFirst(), radix: 8) }
      // An exponent may have a sign, which `digits` has lost.
      return Double(text.filter { $0 != "_" }).map(abs)
    }
  }

  private static func integer(_ digits: Substring, radix: Int) -> Double? {
    digits.reduce(0) { value, digit in
      value.flatMap { value in
        digit.hexDigitValue.map { value * Double(radix) + Double($0) }
      }
    }
  }

  /// Whether the text is a whole number with a leading zero.
  private static func isOctal(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return digits.count > 1 && digits.first == UInt8(ascii: "0")
      && digits.allSatisfy { 0x30...0x37 ~= $0 || $0 == UInt8(ascii: "_") }
  }
}
