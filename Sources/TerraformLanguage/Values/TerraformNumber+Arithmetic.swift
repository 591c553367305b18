import BigInt

extension TerraformNumber: Comparable {
  package static func < (left: TerraformNumber, right: TerraformNumber) -> Bool {
    if case (.small(let left), .small(let right)) = (left.storage, right.storage) {
      return left < right
    }
    let (first, second, _) = aligned(left, right)
    return first < second
  }

  /// The significands of two numbers for the smaller of their exponents.
  private static func aligned(
    _ left: TerraformNumber,
    _ right: TerraformNumber
  ) -> (left: BigInt, right: BigInt, exponent: Int) {
    let (first, second) = (left.parts, right.parts)
    let exponent = min(first.exponent, second.exponent)
    return (
      first.significand << (first.exponent - exponent),
      second.significand << (second.exponent - exponent), exponent
    )
  }
}

extension TerraformNumber {
  /// The sum; `nil` where it is out of bounds.
  package func adding(_ other: TerraformNumber) -> TerraformNumber? {
    if case (.small(let left), .small(let right)) = (storage, other.storage) {
      let (sum, overflows) = left.addingReportingOverflow(right)
      if !overflows { return TerraformNumber(sum) }
    }
    let (left, right, exponent) = Self.aligned(self, other)
    return TerraformNumber(significand: left + right, exponent: exponent)
  }

  /// The difference; `nil` where it is out of bounds.
  package func subtracting(_ other: TerraformNumber) -> TerraformNumber? {
    adding(other.negated)
  }

  /// The product; `nil` where it is out of bounds.
  package func multiplied(by other: TerraformNumber) -> TerraformNumber? {
    if case (.small(let left), .small(let right)) = (storage, other.storage) {
      let (product, overflows) = left.multipliedReportingOverflow(by: right)
      if !overflows { return TerraformNumber(product) }
    }
    let (left, right) = (parts, other.parts)
    return TerraformNumber(
      significand: left.significand * right.significand,
      exponent: left.exponent + right.exponent
    )
  }

  /// The quotient; `nil` where it is out of bounds.
  ///
  /// The divisor must not be zero.
  package func divided(by other: TerraformNumber) -> TerraformNumber? {
    TerraformNumber(dividing: parts, by: other.parts)
  }

  /// Divides with enough digits to round correctly.
  init?(
    dividing left: (significand: BigInt, exponent: Int),
    by right: (significand: BigInt, exponent: Int)
  ) {
    let width = Self.precision + 2 + right.significand.bitWidth - left.significand.bitWidth
    let shift = max(0, width)
    let (quotient, rest) = (left.significand << shift).magnitude.quotientAndRemainder(
      dividingBy: right.significand.magnitude
    )
    let sticky: BigUInt = rest == 0 ? 0 : 1
    let isNegative = left.significand.sign != right.significand.sign
    self.init(
      significand: BigInt(sign: isNegative ? .minus : .plus, magnitude: quotient << 1 | sticky),
      exponent: left.exponent - right.exponent - shift - 1
    )
  }

  /// What is left of a division that is cut to a whole number; it has the sign of the dividend.
  ///
  /// As in Terraform all is left of a division by zero.
  package func remainder(dividingBy other: TerraformNumber) -> TerraformNumber? {
    guard other != TerraformNumber(0) else { return self }
    let (left, right, exponent) = Self.aligned(self, other)
    return TerraformNumber(significand: left % right, exponent: exponent)
  }

  /// The number with the other sign.
  package var negated: TerraformNumber {
    if case .small(let value) = storage, value != .min { return TerraformNumber(-value) }
    let (significand, exponent) = parts
    return TerraformNumber(significand: -significand, exponent: exponent) ?? self
  }

  /// The greatest whole number that is not above this one.
  package var floor: TerraformNumber {
    let (significand, exponent) = parts
    guard exponent < 0 else { return self }
    // A shift of a negative number rounds towards zero or down by the library's choice: divide.
    let (quotient, rest) = significand.magnitude.quotientAndRemainder(
      dividingBy: BigUInt(1) << -exponent
    )
    let isBelow = significand.sign == .minus && rest != 0
    let magnitude = isBelow ? quotient + 1 : quotient
    let value = BigInt(sign: significand.sign, magnitude: magnitude)
    return TerraformNumber(significand: value, exponent: 0) ?? self
  }

  /// The least whole number that is not below this one.
  package var ceiling: TerraformNumber { negated.floor.negated }

  /// The nearest number that the machine computes with.
  var double: Double {
    if case .small(let value) = storage { return Double(value) }
    return Double(text) ?? .nan
  }
}
