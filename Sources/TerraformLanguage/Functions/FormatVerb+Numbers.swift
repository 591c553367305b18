import BigInt

extension FormatVerb {
  /// The number as the verb asks for it.
  func format(_ number: TerraformNumber) -> String {
    let magnitude = number.isNegative ? number.negated : number
    switch letter {
    case "b", "d", "o", "x", "X":
      let whole = magnitude.floor.whole ?? 0
      return padded(digits: digits(of: whole), isNegative: number.isNegative && whole != 0)
    case "f": return padded(digits: fixed(magnitude), isNegative: number.isNegative)
    case "e", "E":
      let text = Self.scientific(magnitude, digits: (precision ?? 6) + 1, letter)
      return padded(digits: text, isNegative: number.isNegative)
    default:
      let text = Self.general(magnitude, digits: precision.map { max(1, $0) }, letter)
      return padded(digits: text, isNegative: number.isNegative)
    }
  }

  private func digits(of whole: BigInt) -> String {
    let (radix, prefix) =
      switch letter {
      case "b": (2, "0b")
      case "o": (8, "0")
      case "x": (16, "0x")
      case "X": (16, "0X")
      default: (10, "")
      }
    let digits = String(whole, radix: radix, uppercase: letter == "X")
    let zeros = String(repeating: "0", count: max(0, (precision ?? 0) - digits.utf8.count))
    return (flags.contains("#") ? prefix : "") + zeros + digits
  }

  private func fixed(_ magnitude: TerraformNumber) -> String {
    let places = precision ?? 6
    let scaled = Self.rounded(magnitude, places: places)
    var digits = String(scaled)
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    guard places > 0 else { return digits }
    return "\(digits.dropLast(places)).\(digits.suffix(places))"
  }

  /// `magnitude * 10^places` as the nearest whole number, the even one of two.
  private static func rounded(_ magnitude: TerraformNumber, places: Int) -> BigInt {
    let (significand, exponent) = magnitude.parts
    var (numerator, denominator) = (significand, BigInt(1))
    if places >= 0 {
      numerator *= BigInt(10).power(places)
    } else {
      denominator = BigInt(10).power(-places)
    }
    if exponent >= 0 { numerator <<= exponent } else { denominator <<= -exponent }
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = rest * 2
    let roundsUp = twice > denominator || twice == denominator && !quotient.isMultiple(of: 2)
    return roundsUp ? quotient + 1 : quotient
  }

  /// `1.5e+06` with so many digits, or the fewest that tell the number apart.
  private static func scientific(
    _ magnitude: TerraformNumber,
    digits count: Int?,
    _ letter: Unicode.Scalar
  ) -> String {
    let (digits, exponent) = decimal(magnitude, digits: count)
    let fraction = digits.dropFirst()
    let size = abs(exponent)
    let marker = letter == "E" || letter == "G" ? "E" : "e"
    return digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + marker + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + String(size)
  }

  /// The plain form, or the scientific one where that would be long.
  static func general(
    _ magnitude: TerraformNumber,
    digits count: Int?,
    _ letter: Unicode.Scalar
  ) -> String {
    let (found, exponent) = decimal(magnitude, digits: count)
    var digits = found
    while digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    var most = count ?? 6
    if count != nil, most > digits.utf8.count, digits.utf8.count > exponent {
      most = digits.utf8.count
    }
    if exponent < -4 || exponent >= most {
      return scientific(magnitude, digits: digits.utf8.count, letter)
    }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let whole = digits.prefix(exponent + 1)
    let zeros = String(repeating: "0", count: max(0, exponent + 1 - whole.utf8.count))
    let fraction = digits.dropFirst(exponent + 1)
    return whole + zeros + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The digits of a number and the power of ten that belongs to the first of them.
  private static func decimal(
    _ magnitude: TerraformNumber,
    digits count: Int?
  ) -> (digits: String, exponent: Int) {
    let text = magnitude.text
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let all = parts.joined()
    let idle = all.prefix { $0 == "0" }.utf8.count
    guard idle < all.utf8.count else {
      return (String(repeating: "0", count: max(1, count ?? 1)), 0)
    }
    let exponent = parts[0].utf8.count - 1 - idle
    guard let count else {
      var digits = all.dropFirst(idle)
      while digits.hasSuffix("0") { digits.removeLast() }
      return (String(digits), exponent)
    }
    let digits = String(rounded(magnitude, places: count - 1 - exponent))
    // Rounding up may have made one digit more: 9.99 to 10.0.
    return digits.utf8.count > count
      ? (String(digits.dropLast()), exponent + 1) : (digits, exponent)
  }
}
