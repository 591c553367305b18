import Inventory
import SourceText
import Syntax

extension ExpressionEvaluator {
  /// The value of `condition ? yes : no`.
  ///
  /// Both results are evaluated, since their types decide on the type of the whole; an error in
  /// the one that is not taken comes to nothing.
  func conditional(
    _ condition: HCLExpression,
    _ yes: HCLExpression,
    _ no: HCLExpression,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    let test = try truth(of: condition)
    let decision = test.bool
    let first = try branch(yes, isTaken: decision == true)
    let second = try branch(no, isTaken: decision == false)
    let marks = test.marks.union(first.marks).union(second.marks)
    guard let decision else {
      return either(first, second, test, at: expression.location).bearing(marks)
    }
    let (taken, other) = decision ? (first, second) : (second, first)
    return try fitted(taken, to: other, at: decision ? yes : no).bearing(marks)
  }

  /// The value of a condition as a Boolean.
  func truth(of condition: HCLExpression) throws(TerraformError) -> TerraformValue {
    let value = try value(of: condition)
    if value.isNull { throw TerraformError.nullCondition.located(at: condition.location) }
    do {
      return try value.converted(to: .bool)
    } catch {
      throw TerraformError.invalidCondition.located(at: condition.location)
    }
  }

  private func branch(
    _ expression: HCLExpression,
    isTaken: Bool
  ) throws(TerraformError) -> TerraformValue {
    guard !isTaken else { return try value(of: expression) }
    guard mode == .strict else { return try working(.quiet).element(expression) }
    do {
      return try value(of: expression)
    } catch {
      if error.isStatic { throw error }
      return .unknown(.reason(error.reason(for: expression)), at: expression.location)
    }
  }

  /// `taken` in the type that it has in common with the result that is not taken.
  private func fitted(
    _ taken: TerraformValue,
    to other: TerraformValue,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    let (type, otherType) = (taken.type, other.type)
    guard type != otherType, otherType != .dynamic else { return taken }
    // Of a resource some attributes are known only: its type cannot be compared.
    if taken.holdsResource || other.holdsResource { return taken }
    if taken.isNull, type == .dynamic { return try taken.converted(to: otherType) }
    guard type != .dynamic else { return taken }
    do {
      guard let common = TerraformType.unified([type, otherType]) else {
        throw TerraformError.inconsistentBranches
      }
      return try taken.converted(to: common)
    } catch {
      let error = TerraformError.inconsistentBranches.located(at: expression.location)
      guard mode != .strict else { throw error }
      reported(error, at: expression.location)
      return taken
    }
  }

  /// What is certain where the condition is not known.
  private func either(
    _ first: TerraformValue,
    _ second: TerraformValue,
    _ test: TerraformValue,
    at location: SourceLocation
  ) -> TerraformValue {
    var merged = first.merged(with: second, test.spreadingDoubt)
    if merged.isUnknown { merged.origin = location }
    return merged
  }
}
