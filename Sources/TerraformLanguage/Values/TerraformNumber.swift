import BigInt

/// A number of the Terraform language: whole numbers are exact, fractions have 512 binary digits.
package struct TerraformNumber: Sendable, Hashable {
  /// The number of binary digits that are kept of a number.
  static let precision = 512
  /// How far the point may move from the binary digits; Terraform itself allows more.
  static let exponentLimit = 8192

  /// How a number is held, each number in one way only.
  enum Storage: Sendable, Hashable {
    /// A whole number of the machine.
    case small(Int)
    /// `significand * 2^exponent`; the significand is odd.
    case large(significand: BigInt, exponent: Int)
  }

  let storage: Storage

  /// Takes a whole number.
  package init(_ value: Int) { storage = .small(value) }

  /// Rounds `significand * 2^exponent` to the precision of the language.
  ///
  /// The result is nil where the number is too large or too small to be held.
  init?(significand: BigInt, exponent: Int) {
    var magnitude = significand.magnitude
    guard magnitude != 0 else {
      storage = .small(0)
      return
    }
    var exponent = exponent
    let excess = magnitude.bitWidth - Self.precision
    if excess > 0 {
      let half = BigUInt(1) << (excess - 1)
      let rest = magnitude & ((BigUInt(1) << excess) - 1)
      magnitude >>= excess
      exponent += excess
      if rest > half || rest == half && magnitude & 1 == 1 { magnitude += 1 }
    }
    let zeros = magnitude.trailingZeroBitCount
    magnitude >>= zeros
    exponent += zeros
    guard abs(exponent) <= Self.exponentLimit else { return nil }
    let value = BigInt(sign: significand.sign, magnitude: magnitude)
    if exponent >= 0, exponent + magnitude.bitWidth <= Int.bitWidth,
      let small = Int(exactly: value << exponent)
    {
      storage = .small(small)
    } else {
      storage = .large(significand: value, exponent: exponent)
    }
  }

  /// The significand and the exponent to base 2.
  var parts: (significand: BigInt, exponent: Int) {
    switch storage {
    case .small(let value): (BigInt(value), 0)
    case .large(let significand, let exponent): (significand, exponent)
    }
  }

  /// The number as an integer of the machine; `nil` where it is not one.
  package var int: Int? {
    if case .small(let value) = storage { value } else { nil }
  }

  /// The whole number without a bound; `nil` for fractions.
  var whole: BigInt? {
    let (significand, exponent) = parts
    return exponent >= 0 ? significand << exponent : nil
  }

  /// Whether the number is below zero.
  package var isNegative: Bool { parts.significand.sign == .minus }
}
