import Inventory
package import SourceText
import Syntax

extension ExpressionEvaluator {
  /// The value of a reference: a name, or a value and the steps behind it.
  func reference(_ expression: HCLExpression) throws(TerraformError) -> TerraformValue {
    var steps: [ReferenceStep] = []
    let base = try source(of: expression, &steps)
    steps.reverse()
    switch base.form {
    case .variable(let root):
      let value = try resolved(root, steps, at: base.location)
      try payForCollection(value)
      return value.seen(from: expression.location)
    case .splatItem:
      return try apply(steps[...], to: item ?? .unknown(.reason(.malformed(expected: "value"))))
    default:
      return try apply(steps[...], to: try value(of: base))
    }
  }

  /// What stands in front of all steps of `expression`; the steps are collected from the last one.
  private func source(
    of expression: HCLExpression,
    _ steps: inout [ReferenceStep]
  ) throws(TerraformError) -> HCLExpression {
    var expression = expression
    while true {
      switch expression.form {
      case .attribute(let source, let name):
        steps.append(.name(name.text, expression.location(of: name.range)))
        expression = source
      case .legacyIndex(let source, let digits):
        let key = TerraformNumber(digits) ?? TerraformNumber(0)
        steps.append(.key(TerraformValue(.number(key)), expression.location))
        expression = source
      case .index(let source, let key):
        steps.append(.key(try element(key), key.location))
        expression = source
      default:
        return expression
      }
    }
  }

  private func resolved(
    _ root: String,
    _ steps: [ReferenceStep],
    at location: SourceLocation
  ) throws(TerraformError) -> TerraformValue {
    if let value = locals?[root] { return try apply(steps[...], to: value) }
    let found: (value: TerraformValue, consumed: Int)
    do {
      found = try scope.resolve(root, steps, at: location)
    } catch {
      throw error.located(at: location)
    }
    return try apply(steps.dropFirst(found.consumed), to: found.value)
  }

  private func apply(
    _ steps: ArraySlice<ReferenceStep>,
    to value: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    var value = value
    for step in steps {
      do {
        switch step {
        case .name(let name, _): value = try value.attribute(name)
        case .key(let key, _): value = try value.indexed(by: key)
        }
      } catch {
        throw error.located(at: step.location)
      }
    }
    return value
  }

  /// Pays for what a reference brings along, so that no value grows beyond bounds.
  private func payForCollection(_ value: TerraformValue) throws(TerraformError) {
    switch value.content {
    case .unknown, .null, .bool, .number: return
    default: try budget.pay(for: value)
    }
  }
}

extension ReferenceStep {
  /// The bytes of the name or the key.
  package var location: SourceLocation {
    switch self {
    case .name(_, let location), .key(_, let location): location
    }
  }
}

extension HCLExpression {
  /// The place of `range` of the expression's text, or of the whole text if it was made up.
  func location(of range: SourceRange) -> SourceLocation {
    let whole = location
    let isMadeUp = whole.file != file || whole.range != self.range
    return isMadeUp ? whole : SourceLocation(file, range)
  }
}
