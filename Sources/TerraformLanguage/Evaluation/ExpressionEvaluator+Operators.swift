import Inventory
import SourceText
import Syntax

extension ExpressionEvaluator {
  /// The value of `-operand` and `!operand`.
  func unary(
    _ sign: HCLUnaryOperator,
    _ operand: HCLExpression,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    let value = try value(of: operand)
    do {
      let result =
        switch sign {
        case .negate: try TerraformOperators.negate(value)
        case .not: try TerraformOperators.not(value)
        }
      return result.owned(by: expression.location)
    } catch {
      throw error.located(at: operand.location)
    }
  }

  /// The value of `left sign right`.
  func binary(
    _ sign: HCLBinaryOperator,
    _ left: HCLExpression,
    _ right: HCLExpression,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    switch sign {
    case .and: return try logical(left, right, decisive: false, at: expression)
    case .or: return try logical(left, right, decisive: true, at: expression)
    default: break
    }
    let (first, second) = (try value(of: left), try value(of: right))
    return try sign.apply(first, second).owned(by: expression.location)
  }

  /// One side of `&&` or `||`.
  private enum Side {
    case known(Bool, marks: Set<String>)
    case unknown(TerraformValue)
    case failed(TerraformError)

    var marks: Set<String> {
      switch self {
      case .known(_, let marks): marks
      case .unknown(let value): value.marks
      case .failed: []
      }
    }

    func isKnown(_ bool: Bool) -> Bool { if case .known(bool, _) = self { true } else { false } }
  }

  /// The value of `&&` and `||`: a side that decides makes up for an error in the other one.
  private func logical(
    _ left: HCLExpression,
    _ right: HCLExpression,
    decisive: Bool,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    let first = try side(left)
    let second = try first.isKnown(decisive) ? working(quietly).side(right) : side(right)
    let marks = first.marks.union(second.marks)
    if first.isKnown(decisive) || second.isKnown(decisive) {
      return TerraformValue(.bool(decisive), at: expression.location, marks: marks)
    }
    switch (first, second) {
    case (.failed(let error), _): throw error
    case (.unknown(let value), _), (_, .unknown(let value)):
      return TerraformValue(
        .unknown(.bool, value.spreadingDoubt),
        at: expression.location,
        marks: marks
      )
    case (_, .failed(let error)): throw error
    case (.known, .known):
      return TerraformValue(.bool(!decisive), at: expression.location, marks: marks)
    }
  }

  private func side(_ operand: HCLExpression) throws(TerraformError) -> Side {
    do throws(TerraformError) {
      let value = try value(of: operand).converted(to: .bool)
      if value.isNull { throw .nullCondition }
      return value.bool.map { .known($0, marks: value.marks) } ?? .unknown(value)
    } catch {
      let error = error.located(at: operand.location)
      // A name that is not declared is wrong whatever the other side says; an unknown function is
      // found only where it is called.
      if error.isStatic, error.code != "terraform.unknown-function" { throw error }
      return .failed(error)
    }
  }
}

extension TerraformValue {
  /// The same value as the result of the operation at `location`.
  fileprivate func owned(by location: SourceLocation) -> TerraformValue {
    var value = self
    value.origin = location
    value.via = []
    return value
  }
}

extension HCLBinaryOperator {
  /// What the operator makes of two values.
  fileprivate func apply(
    _ left: TerraformValue,
    _ right: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    switch self {
    case .or: try TerraformOperators.or(left, right)
    case .and: try TerraformOperators.and(left, right)
    case .equal: TerraformOperators.isEqual(left, right)
    case .notEqual: TerraformOperators.isDifferent(left, right)
    case .lessThan: try TerraformOperators.isLess(left, right)
    case .lessThanOrEqual: try TerraformOperators.isLessOrEqual(left, right)
    case .greaterThan: try TerraformOperators.isGreater(left, right)
    case .greaterThanOrEqual: try TerraformOperators.isGreaterOrEqual(left, right)
    case .add: try TerraformOperators.add(left, right)
    case .subtract: try TerraformOperators.subtract(left, right)
    case .multiply: try TerraformOperators.multiply(left, right)
    case .divide: try TerraformOperators.divide(left, right)
    case .modulo: try TerraformOperators.remainder(left, right)
    }
  }
}
