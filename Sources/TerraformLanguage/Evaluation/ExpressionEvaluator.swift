import Inventory
package import SourceText
package import Syntax

/// Evaluates expressions where they stand: with the names of one scope.
package struct ExpressionEvaluator {
  /// What an error does outside of `try` and `can`.
  enum Mode {
    /// It ends the evaluation.
    case strict
    /// It makes the element unknown that it stands in, and is reported.
    case lenient
    /// It makes the element unknown; reported are errors only that stand whatever is evaluated.
    case quiet
  }

  let scope: any TerraformScope
  let functions: any FunctionContext
  let budget: EvaluationBudget
  let report: (Diagnostic) -> Void
  var mode = Mode.strict
  /// The names that `for` expressions and templates around have brought in.
  var locals: LocalNames?
  /// What a splat is looking at.
  var item: TerraformValue?

  /// Makes an evaluator.
  ///
  /// - Parameters:
  ///   - scope: what names mean
  ///   - functions: what functions may ask of the module
  ///   - budget: how much may be done, shared by the project
  ///   - report: takes the errors that lenient evaluation goes on after
  package init(
    scope: any TerraformScope,
    functions: any FunctionContext,
    budget: EvaluationBudget,
    report: @escaping (Diagnostic) -> Void
  ) {
    self.scope = scope
    self.functions = functions
    self.budget = budget
    self.report = report
  }

  /// The value of `expression`.
  ///
  /// - Throws: what Terraform would not evaluate.
  package func evaluate(_ expression: HCLExpression) throws(TerraformError) -> TerraformValue {
    try working(.strict).value(of: expression)
  }

  /// The value of `expression`, unknown in those elements that Terraform would not evaluate.
  ///
  /// What is wrong with them is reported.
  package func evaluateLeniently(_ expression: HCLExpression) -> TerraformValue {
    let evaluator = working(.lenient)
    do {
      return try evaluator.value(of: expression)
    } catch {
      return evaluator.lost(error, at: expression)
    }
  }

  /// The same evaluator in another mode.
  func working(_ mode: Mode) -> ExpressionEvaluator {
    var evaluator = self
    evaluator.mode = mode
    return evaluator
  }

  /// The mode for what may come to nothing: quiet, unless evaluation is strict.
  var quietly: Mode { mode == .strict ? .strict : .quiet }

  /// The value of `expression`, which every kind of expression has its own rule for.
  func value(of expression: HCLExpression) throws(TerraformError) -> TerraformValue {
    try budget.enter()
    defer { budget.leave() }
    do {
      return try value(of: expression.form, at: expression)
    } catch {
      throw error.located(at: expression.location)
    }
  }

  private func value(
    of form: HCLExpression.Form,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    switch form {
    case .null: TerraformValue(.null(.dynamic), at: expression.location)
    case .bool(let bool): TerraformValue(.bool(bool), at: expression.location)
    case .number(let text): try number(text, at: expression)
    case .template(let parts): try template(parts, at: expression)
    case .wrapped(let inner), .parentheses(let inner): try value(of: inner)
    case .tuple(let elements): try tuple(elements, at: expression)
    case .object(let items): try object(items, at: expression)
    case .variable, .attribute, .legacyIndex, .index, .splatItem: try reference(expression)
    case .splat(let splat): try self.splat(splat, at: expression)
    case .call(let call): try self.call(call, at: expression)
    case .conditional(let condition, let yes, let no):
      try conditional(condition, yes, no, at: expression)
    case .unary(let sign, let operand): try unary(sign, operand, at: expression)
    case .binary(let sign, let left, let right): try binary(sign, left, right, at: expression)
    case .forTuple(let loop): try tuple(of: loop, at: expression)
    case .forObject(let loop): try object(of: loop, at: expression)
    case .invalid: .unknown(.reason(.malformed(expected: "expression")), at: expression.location)
    }
  }

  private func number(
    _ text: String,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    guard let number = TerraformNumber(text) else { throw .numberOutOfRange() }
    return TerraformValue(.number(number), at: expression.location)
  }

  /// The value of an element, whose error leaves its siblings alone unless evaluation is strict.
  func element(_ expression: HCLExpression) throws(TerraformError) -> TerraformValue {
    guard mode != .strict else { return try value(of: expression) }
    do {
      return try value(of: expression)
    } catch {
      return lost(error, at: expression)
    }
  }

  /// What stands for an `expression` that fails.
  func lost(_ error: TerraformError, at expression: HCLExpression) -> TerraformValue {
    let location = expression.location
    reported(error, at: location)
    return .unknown(.reason(error.reason(for: expression)), at: location)
  }

  /// Reports `error` unless it is one that may come to nothing.
  func reported(_ error: TerraformError, at location: SourceLocation) {
    guard mode == .lenient || error.isStatic, budget.isNews(error) else { return }
    report(error.diagnostic(at: location))
  }
}

extension TerraformValue {
  /// A value of which nothing is known.
  static func unknown(_ doubt: Doubt, at origin: SourceLocation? = nil) -> TerraformValue {
    TerraformValue(.unknown(.dynamic, doubt), at: origin)
  }
}
