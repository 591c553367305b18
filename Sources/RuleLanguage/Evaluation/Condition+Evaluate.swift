extension Condition {
  /// Whether the condition holds for what `reader` reads.
  ///
  /// `and` and `or` stop at the first operand that decides them.
  package func evaluate(_ reader: some FieldReader) -> Truth { truth(at: 0, reader) }

  private func truth(at index: Int, _ reader: some FieldReader) -> Truth {
    let node = nodes[index]
    switch node.kind {
    case .check: return checks[node.check].truth(reader)
    case .not: return !truth(at: index + 1, reader)
    case .all: return truth(of: node, from: index + 1, deciding: .no, reader)
    case .any: return truth(of: node, from: index + 1, deciding: .yes, reader)
    }
  }

  /// Evaluates operands until one of them is `deciding`.
  private func truth(
    of node: Node,
    from start: Int,
    deciding: Truth,
    _ reader: some FieldReader
  ) -> Truth {
    var result = !deciding
    var index = start
    while index < node.end {
      let truth = truth(at: index, reader)
      if truth == deciding { return truth }
      if truth == .unknown { result = .unknown }
      index = nodes[index].end
    }
    return result
  }
}

extension PreparedCheck {
  func truth(_ reader: some FieldReader) -> Truth {
    switch left.extract(reader) {
    case .absent: .no
    case .unknown: .unknown
    case .one(let value): truth(ofOne: value, reader)
    case .many(let values): truth(ofMany: values, reader)
    }
  }

  private func truth(ofOne value: FieldValue, _ reader: some FieldReader) -> Truth {
    switch test {
    case .exists: .yes
    case .values(let predicate, _): predicate.truth(of: value)
    case .compare: compare([value], reader)
    }
  }

  private func truth(ofMany values: [FieldValue], _ reader: some FieldReader) -> Truth {
    switch test {
    case .exists: .yes
    case .values(let predicate, let quantifier):
      quantifier.fold(values) { predicate.truth(of: $0) }
    case .compare: compare(values, reader)
    }
  }

  /// Compares with the values of another field, of which any one will do.
  private func compare(_ left: [FieldValue], _ reader: some FieldReader) -> Truth {
    guard case .compare(let comparison, let operand, let quantifier, let isDynamic) = test else {
      return .no
    }
    let others: [FieldValue]
    switch operand.extract(reader) {
    case .absent: return .no
    case .unknown: return .unknown
    case .one(let value): others = [value]
    case .many(let values): others = values
    }
    return quantifier.fold(left) { value in
      Truth.any(others.lazy.map { value.compares(comparison, with: $0, isDynamic) })
    }
  }
}

extension PreparedCheck.Quantifier {
  /// Asks all values or any; no values satisfy nothing.
  fileprivate func fold(_ values: [FieldValue], _ truth: (FieldValue) -> Truth) -> Truth {
    guard !values.isEmpty else { return .no }
    switch self {
    case .any: return Truth.any(values.lazy.map(truth))
    case .all: return Truth.all(values.lazy.map(truth))
    }
  }
}

extension FieldValue {
  /// Compares with the value of another field.
  fileprivate func compares(
    _ comparison: Operator,
    with other: FieldValue,
    _ isDynamic: Bool
  ) -> Truth {
    if case .number(let left) = self, case .number(let right) = other {
      return Truth(Self.holds(comparison, left, right))
    }
    if let constant = other.textBytes {
      if isDynamic, let order = Ordering(comparison) {
        return Predicate.dynamicOrder(order, DynamicNumber(constant)).truth(of: self)
      }
      return Predicate.text(comparison, constant).truth(of: self)
    }
    guard let constant = textBytes else { return .unknown }
    switch comparison {
    case .equal, .in, .intersects, .notEqual:
      return Predicate.text(comparison, constant).truth(of: other)
    default: return .unknown
    }
  }

  private static func holds(_ comparison: Operator, _ left: UInt64, _ right: UInt64) -> Bool {
    if let order = Ordering(comparison) { return order.holds(left, right) }
    return (left == right) != (comparison == .notEqual)
  }
}
