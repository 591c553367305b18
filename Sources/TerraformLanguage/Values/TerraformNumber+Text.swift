import BigInt

extension TerraformNumber {
  /// The most digits of a number that are read; more are more than the precision could tell apart.
  private static let digitLimit = 5000

  /// Reads a decimal number: `256`, `-1.5e3`, `01`, `.5`; `nil` for anything else.
  package init?(_ text: String) {
    if text.utf8.count < 18, let small = Int(text) {
      self.init(small)
      return
    }
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var digits = Self.digits(&rest)
    var scale = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = Self.digits(&rest)
      digits += fraction
      scale = -fraction.utf8.count
    }
    guard !digits.isEmpty, digits.utf8.count <= Self.digitLimit,
      let exponent = Self.exponent(rest), let magnitude = BigInt(digits)
    else { return nil }
    self.init(decimal: isNegative ? -magnitude : magnitude, exponent: scale + exponent)
  }

  /// Takes the nearest number that is written with as few digits as a `Double` needs.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init("\(value)")
  }

  /// Rounds `decimal * 10^exponent`.
  private init?(decimal: BigInt, exponent: Int) {
    guard abs(exponent) <= Self.digitLimit else {
      guard decimal == 0 else { return nil }
      self.init(0)
      return
    }
    let power = BigInt(10).power(abs(exponent))
    if exponent >= 0 {
      self.init(significand: decimal * power, exponent: 0)
    } else {
      self.init(dividing: (decimal, 0), by: (power, 0))
    }
  }

  private static func digits(_ rest: inout Substring.UTF8View) -> String {
    let digits = rest.prefix { 0x30...0x39 ~= $0 }
    rest = rest[digits.endIndex...]
    return String(Substring(digits))
  }

  /// The exponent that `rest` spells; 0 where nothing is left.
  private static func exponent(_ rest: Substring.UTF8View) -> Int? {
    guard let letter = rest.first else { return 0 }
    guard letter | 0x20 == UInt8(ascii: "e") else { return nil }
    let value = Int(Substring(rest.dropFirst()))
    return value.flatMap { abs($0) <= 1_000_000 ? $0 : nil }
  }

  /// The number in plain decimal digits, as `tostring` writes it: the fewest that tell it apart.
  package var text: String {
    switch storage {
    case .small(let value): return String(value)
    case .large(let significand, let exponent):
      if exponent >= 0, exponent + significand.magnitude.bitWidth <= Self.precision {
        return String(significand << exponent)
      }
      let digits =
        exactDigits(of: significand.magnitude, exponent)
        ?? shortestDigits(of: significand.magnitude, exponent)
      return (significand.sign == .minus ? "-" : "") + digits
    }
  }

  /// All digits of a fraction that has fewer than the precision can tell apart; else `nil`.
  private func exactDigits(of magnitude: BigUInt, _ exponent: Int) -> String? {
    guard -128..<0 ~= exponent, magnitude.bitWidth <= 128 else { return nil }
    let digits = String(magnitude * BigUInt(5).power(-exponent))
    return Self.placed(Array(digits.utf8), fraction: -exponent)
  }

  /// The shortest decimal between the neighbours of `magnitude * 2^exponent`.
  private func shortestDigits(of magnitude: BigUInt, _ exponent: Int) -> String {
    let padding = Self.precision - magnitude.bitWidth + 1
    let middle = magnitude << padding
    let scale = exponent - padding
    let factor = scale >= 0 ? BigUInt(1) << scale : BigUInt(5).power(-scale)
    let upper = Array(String((middle + 1) * factor).utf8)
    let exact = Self.padded(String(middle * factor), to: upper.count)
    let lower = Self.padded(String((middle - 1) * factor), to: upper.count)
    let isEven = (middle >> 1) & 1 == 0
    let digits = Self.shortened(exact, between: lower, and: upper, includingEnds: isEven)
    return Self.placed(digits, fraction: max(0, -scale))
  }

  private static func padded(_ digits: String, to count: Int) -> [UInt8] {
    let digits = Array(digits.utf8)
    return Array(repeating: UInt8(ascii: "0"), count: count - digits.count) + digits
  }

  /// Cuts `digits` where what is left lies between its neighbours; the count stays the same.
  private static func shortened(
    _ digits: [UInt8],
    between lower: [UInt8],
    and upper: [UInt8],
    includingEnds: Bool
  ) -> [UInt8] {
    let lowerEnd = (lower.lastIndex { $0 != 0x30 } ?? 0) + 1
    let upperEnd = (upper.lastIndex { $0 != 0x30 } ?? 0) + 1
    for (index, digit) in digits.enumerated() {
      let mayGoDown = lower[index] != digit || includingEnds && index + 1 >= lowerEnd
      let mayGoUp =
        digit != upper[index] && (includingEnds || digit + 1 < upper[index] || index + 1 < upperEnd)
      guard mayGoDown || mayGoUp else { continue }
      let rest = digits[(index + 1)...]
      let isUpper = rest.first.map { $0 >= 0x35 } ?? false
      let roundsUp = mayGoUp && (!mayGoDown || isUpper)
      return cut(digits, after: index, roundsUp: roundsUp)
    }
    return digits
  }

  private static func cut(_ digits: [UInt8], after index: Int, roundsUp: Bool) -> [UInt8] {
    var result = digits
    for position in (index + 1)..<result.count { result[position] = 0x30 }
    var position = index
    while roundsUp, position >= 0 {
      if result[position] < 0x39 {
        result[position] += 1
        break
      }
      result[position] = 0x30
      position -= 1
    }
    return result
  }

  /// Sets the point before the last `fraction` digits and drops idle zeros.
  private static func placed(_ digits: [UInt8], fraction: Int) -> String {
    let missing = max(0, fraction + 1 - digits.count)
    let all = Array(repeating: UInt8(ascii: "0"), count: missing) + digits
    var whole = all[..<(all.count - fraction)].drop { $0 == 0x30 }
    if whole.isEmpty { whole = [0x30] }
    var tail = all[(all.count - fraction)...]
    while tail.last == 0x30 { tail.removeLast() }
    let text = String(decoding: whole, as: UTF8.self)
    return tail.isEmpty ? text : text + "." + String(decoding: tail, as: UTF8.self)
  }
}
