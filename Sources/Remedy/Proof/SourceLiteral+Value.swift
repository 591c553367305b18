import Inventory

extension SourceLiteral {
  /// The value in the AWS shape that a reader makes of the literal.
  ///
  /// What only an evaluation can tell stands as a placeholder, which everything matches.
  var value: Value {
    switch self {
    case .null: Value(.null, at: nil)
    case .bool(let flag): Value(.bool(flag), at: nil)
    case .number(let digits): Value(.number(digits), at: nil)
    case .string(let text): Value(.string(text), at: nil)
    case .list(let elements): Value(.list(elements.map(\.value)), at: nil)
    case .object(let members):
      isIntrinsic
        ? Self.anything
        : Value(.object(ValueObject(members.map { .init($0.name, $0.value.value) })), at: nil)
    case .expression, .call, .reference: Self.anything
    }
  }

  /// Stands for a value that is not foreseen.
  private static var anything: Value { Value(.unknown(.placeholder("*")), at: nil) }

  /// Whether `value` already is what the literal says.
  func isEquivalent(to value: Value) -> Bool {
    ValueDifference.between(self.value, value) == nil && !holdsPlaceholder
  }

  private var holdsPlaceholder: Bool {
    switch self {
    case .expression, .call, .reference: true
    case .list(let elements): elements.contains(where: \.holdsPlaceholder)
    case .object(let members): isIntrinsic || members.contains { $0.value.holdsPlaceholder }
    case .null, .bool, .number, .string: false
    }
  }
}
