import SourceText

/// How much the evaluations of one project may still do: a bound on programs that multiply.
package final class EvaluationBudget {
  /// The most expressions and values that one project may come to.
  package static let project = 10_000_000
  /// The most values that a reference may bring along.
  package static let value = 100_000
  /// The deepest nesting of expressions, with those that references lead to, and of values.
  package static let depth = 400

  /// The number of steps that may still be taken.
  package private(set) var remaining: Int
  private var depth = 0
  private var hasReported = false

  /// Starts with `count` steps.
  package init(_ count: Int = EvaluationBudget.project) { remaining = count }

  /// Begins an expression within the one that is being evaluated.
  func enter() throws(TerraformError) {
    guard depth < Self.depth, remaining > 0 else { throw .tooLarge }
    depth += 1
    remaining -= 1
  }

  /// Ends the expression that was begun last.
  func leave() { depth -= 1 }

  /// Pays for `value`, which a reference brings along with all that is in it.
  func pay(for value: TerraformValue) throws(TerraformError) {
    var allowance = min(remaining, Self.value)
    let limit = allowance
    guard value.isAffordable(&allowance, depth: 0) else {
      remaining -= limit - allowance
      throw .tooLarge
    }
    remaining -= limit - allowance
  }

  /// Pays for `count` steps.
  func pay(_ count: Int) throws(TerraformError) {
    remaining -= count
    guard remaining > 0 else { throw .tooLarge }
  }

  /// Whether `error` is worth a diagnostic: that a bound was reached is said once.
  func isNews(_ error: TerraformError) -> Bool {
    guard error.code == TerraformError.tooLarge.code else { return true }
    defer { hasReported = true }
    return !hasReported
  }
}

extension TerraformValue {
  /// Whether all values and texts within fit into `allowance`, which they are taken from.
  fileprivate func isAffordable(_ allowance: inout Int, depth: Int) -> Bool {
    allowance -= 1
    guard allowance > 0, depth < EvaluationBudget.depth else { return false }
    switch content {
    case .unknown, .null, .bool, .number: return true
    case .string(let text): return text.isAffordable(&allowance, depth: depth)
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      for element in elements where !element.isAffordable(&allowance, depth: depth + 1) {
        return false
      }
      return true
    case .object(let object), .map(_, let object):
      for member in object.members where !member.value.isAffordable(&allowance, depth: depth + 1) {
        return false
      }
      return true
    }
  }
}

extension TerraformText {
  /// Whether the pieces fit into `allowance`, 64 bytes counting as one value.
  fileprivate func isAffordable(_ allowance: inout Int, depth: Int) -> Bool {
    for piece in pieces {
      switch piece {
      case .literal(let text, _): allowance -= 1 + text.utf8.count / 64
      case .unknown: allowance -= 1
      case .json(let value):
        guard value.isAffordable(&allowance, depth: depth + 1) else { return false }
      }
      guard allowance > 0 else { return false }
    }
    return true
  }
}
