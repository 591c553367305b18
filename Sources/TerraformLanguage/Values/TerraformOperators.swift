import Inventory
import SourceText

/// The operators of the language on values, with Terraform's conversions of their operands.
///
/// A result has no place of its own; it bears the marks of its operands.
package enum TerraformOperators {
  /// Adds with `+`.
  package static func add(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compute(left, right) { $0.adding($1) }
  }

  /// Subtracts with `-`.
  package static func subtract(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compute(left, right) { $0.subtracting($1) }
  }

  /// Multiplies with `*`.
  package static func multiply(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compute(left, right) { $0.multiplied(by: $1) }
  }

  /// Divides with `/`.
  package static func divide(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try rejectZero(right)
    return try compute(left, right) { $0.divided(by: $1) }
  }

  /// Takes the remainder with `%`.
  package static func remainder(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compute(left, right) { $0.remainder(dividingBy: $1) }
  }

  /// Negates with `-`.
  package static func negate(_ value: TerraformValue) throws(TerraformError) -> TerraformValue {
    try subtract(TerraformValue(.number(TerraformNumber(0))), value)
  }

  /// Compares with `<`.
  package static func isLess(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compare(left, right, <)
  }

  /// Compares with `<=`.
  package static func isLessOrEqual(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compare(left, right, <=)
  }

  /// Compares with `>`.
  package static func isGreater(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compare(left, right, >)
  }

  /// Compares with `>=`.
  package static func isGreaterOrEqual(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try compare(left, right, >=)
  }

  /// Compares with `==`.
  package static func isEqual(_ left: TerraformValue, _ right: TerraformValue) -> TerraformValue {
    let marks = left.allMarks.union(right.allMarks)
    guard let result = left.isEqual(to: right) else { return unknown(.bool, left, right, marks) }
    return TerraformValue(.bool(result), marks: marks)
  }

  /// Compares with `!=`.
  package static func isDifferent(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) -> TerraformValue {
    let result = isEqual(left, right)
    return result.bool.map { result.with(.bool(!$0)) } ?? result
  }

  /// Combines with `&&`: false where one of them is, whatever the other turns out to be.
  package static func and(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try combine(left, right, deciding: false)
  }

  /// Combines with `||`: true where one of them is, whatever the other turns out to be.
  package static func or(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    try combine(left, right, deciding: true)
  }

  /// Negates with `!`.
  package static func not(_ value: TerraformValue) throws(TerraformError) -> TerraformValue {
    let operand = try operand(value, .bool)
    guard let bool = operand.bool else { return unknown(.bool, operand, operand, operand.marks) }
    return TerraformValue(.bool(!bool), marks: operand.marks)
  }

  private static func compute(
    _ left: TerraformValue,
    _ right: TerraformValue,
    _ body: (TerraformNumber, TerraformNumber) -> TerraformNumber?
  ) throws(TerraformError) -> TerraformValue {
    let (first, second) = (try operand(left, .number), try operand(right, .number))
    let marks = first.marks.union(second.marks)
    guard let one = first.number, let other = second.number else {
      return unknown(.number, first, second, marks)
    }
    guard let result = body(one, other) else { throw .numberOutOfRange() }
    return TerraformValue(.number(result), marks: marks)
  }

  private static func compare(
    _ left: TerraformValue,
    _ right: TerraformValue,
    _ body: (TerraformNumber, TerraformNumber) -> Bool
  ) throws(TerraformError) -> TerraformValue {
    let (first, second) = (try operand(left, .number), try operand(right, .number))
    let marks = first.marks.union(second.marks)
    guard let one = first.number, let other = second.number else {
      return unknown(.bool, first, second, marks)
    }
    return TerraformValue(.bool(body(one, other)), marks: marks)
  }

  private static func combine(
    _ left: TerraformValue,
    _ right: TerraformValue,
    deciding: Bool
  ) throws(TerraformError) -> TerraformValue {
    let (first, second) = (try operand(left, .bool), try operand(right, .bool))
    let marks = first.marks.union(second.marks)
    if first.bool == deciding || second.bool == deciding {
      return TerraformValue(.bool(deciding), marks: marks)
    }
    guard first.bool != nil, second.bool != nil else { return unknown(.bool, first, second, marks) }
    return TerraformValue(.bool(!deciding), marks: marks)
  }

  /// The operand as a value of `type`, which may not be null.
  private static func operand(
    _ value: TerraformValue,
    _ type: TerraformType
  ) throws(TerraformError) -> TerraformValue {
    let value = try value.converted(to: type)
    guard !value.isNull else { throw .nullOperand(at: value.origin) }
    return value
  }

  private static func rejectZero(_ divisor: TerraformValue) throws(TerraformError) {
    guard try divisor.converted(to: .number).number != TerraformNumber(0) else {
      throw .divisionByZero
    }
  }

  private static func unknown(
    _ type: TerraformType,
    _ left: TerraformValue,
    _ right: TerraformValue,
    _ marks: Set<String>
  ) -> TerraformValue {
    let doubt = left.doubt ?? right.doubt ?? .reason(.malformed(expected: type.name))
    return TerraformValue(.unknown(type, doubt), marks: marks)
  }
}

extension TerraformError {
  /// An operator whose operand is null.
  static func nullOperand(at location: SourceLocation?) -> TerraformError {
    TerraformError(
      "terraform.null-operand",
      LocalizedText(
        en: "An operand of the operator is null: give it a value.",
        ja: "演算子のオペランドが null になっている。値を与える。"
      ),
      at: location
    )
  }

  /// A division by zero.
  static let divisionByZero = TerraformError(
    "terraform.division-by-zero",
    LocalizedText(
      en: "The divisor is zero: use another one, or a condition around the division.",
      ja: "0 で割っている。別の値にするか、条件で割り算を避ける。"
    )
  )
}
