import Inventory
import SourceText
import Syntax

extension ExpressionEvaluator {
  /// The value of `name(…)`.
  func call(_ call: HCLCall, at expression: HCLExpression) throws(TerraformError) -> TerraformValue
  {
    let location = expression.location
    switch call.name {
    case "try", "core::try": return try firstSuccess(of: call.arguments)
    case "can", "core::can": return try success(of: call.arguments, at: location)
    default: break
    }
    var arguments = try self.arguments(of: call)
    if call.expandsLast, let last = arguments.popLast() {
      guard let elements = try expanded(last, at: call) else {
        return .unsure(of: last, at: location)
      }
      arguments += elements
    }
    let result = try FunctionLibrary.call(
      FunctionCall(call.name, arguments, at: location),
      functions
    )
    try budget.pay(for: result)
    return result.called(at: location)
  }

  private func arguments(of call: HCLCall) throws(TerraformError) -> [TerraformValue] {
    var values: [TerraformValue] = []
    values.reserveCapacity(call.arguments.count)
    for argument in call.arguments { values.append(try element(argument)) }
    return values
  }

  /// The elements of the argument in front of `...`; `nil` where they are not known.
  private func expanded(
    _ argument: TerraformValue,
    at call: HCLCall
  ) throws(TerraformError) -> [TerraformValue]? {
    switch argument.content {
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      return elements.map { $0.taken(from: argument) }
    case .unknown(.dynamic, _), .unknown(.list, _), .unknown(.set, _), .unknown(.tuple, _):
      return nil
    default:
      let error = TerraformError.invalidExpansion
      throw call.arguments.last.map { error.located(at: $0.location) } ?? error
    }
  }

  /// `try(…)`: the value of the first argument that has one.
  private func firstSuccess(
    of arguments: [HCLExpression]
  ) throws(TerraformError) -> TerraformValue {
    let evaluator = working(.strict)
    for argument in arguments {
      do {
        return try evaluator.value(of: argument)
      } catch {
        if error.isStatic { throw error }
      }
    }
    throw .nothingSucceeded
  }

  /// `can(…)`: whether the argument has a value.
  private func success(
    of arguments: [HCLExpression],
    at location: SourceLocation
  ) throws(TerraformError) -> TerraformValue {
    guard arguments.count == 1 else { throw .argumentsOfCan }
    do {
      let value = try working(.strict).value(of: arguments[0])
      guard let doubt = value.doubt else { return TerraformValue(.bool(true), at: location) }
      return TerraformValue(.unknown(.bool, doubt), at: location)
    } catch {
      if error.isStatic { throw error }
      return TerraformValue(.bool(false), at: location)
    }
  }
}

extension TerraformValue {
  /// The result of the call at `location`: its own, unless it is an argument or a part of one.
  fileprivate func called(at location: SourceLocation) -> TerraformValue {
    origin == nil ? made(at: location) : seen(from: location)
  }

  /// The value and its elements, owned by the call at `location` where nobody wrote them.
  private func made(at location: SourceLocation) -> TerraformValue {
    guard origin == nil else { return self }
    var value = self
    value.origin = location
    switch content {
    case .string(let rope): value.content = .string(rope.owned(by: location))
    case .list(let type, let elements):
      value.content = .list(type, elements.map { $0.made(at: location) })
    case .tuple(let elements): value.content = .tuple(elements.map { $0.made(at: location) })
    default: break
    }
    return value
  }
}
