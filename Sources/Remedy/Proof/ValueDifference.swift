import Inventory

/// Finds where two values in the AWS shape differ.
enum ValueDifference {
  /// The path to the first difference between what is `expected` and what is `found`; `nil` where
  /// there is none.
  ///
  /// The order of members does not count, null is the same as absent, and a scalar is its text.
  static func between(_ expected: Value, _ found: Value, at path: String = "") -> String? {
    if case .unknown(.placeholder("*")) = expected.content { return found.isNull ? path : nil }
    switch (expected.content, found.content) {
    case (.object(let left), .object(let right)): return between(left, right, at: path)
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return path }
      for (index, pair) in zip(left, right).enumerated() {
        if let place = between(pair.0, pair.1, at: "\(path)[\(index)]") { return place }
      }
      return nil
    default:
      if let text = expected.text { return found.text == text ? nil : path }
      return expected.content == found.content ? nil : path
    }
  }

  private static func between(
    _ expected: ValueObject,
    _ found: ValueObject,
    at path: String
  ) -> String? {
    let nothing = Value(.null, at: nil)
    for member in expected.members {
      let place = path.isEmpty ? member.name : "\(path).\(member.name)"
      if let inner = between(member.value, found[member.name] ?? nothing, at: place) {
        return inner
      }
    }
    let extra = found.members.first { !$0.value.isNull && expected[$0.name] == nil }
    return extra.map { path.isEmpty ? $0.name : "\(path).\($0.name)" }
  }
}
