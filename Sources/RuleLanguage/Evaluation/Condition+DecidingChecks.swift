/// A check that is responsible for the answer of a condition.
package struct Check: Sendable, Hashable {
  /// The check as it was written.
  package let description: CheckDescription
  /// Whether an odd number of `not` stand before it.
  package let isNegated: Bool
  /// The check's own answer, before any `not`.
  package let truth: Truth
  /// The positions of the values that decide it, where it asks about the values of a list.
  package let positions: [Int]?
}

extension Condition {
  /// The checks that decide the answer of `evaluate`, in the order of the text.
  ///
  /// An `and` that is false is decided by its false operands, one that is true by all of them;
  /// for `or` it is the other way round, and an unknown answer is due to the unknown operands.
  package func decidingChecks(_ reader: some FieldReader) -> [Check] {
    let truths = allTruths(reader)
    var found: [Check] = []
    collect(at: 0, isNegated: false, truths, reader, into: &found)
    return found
  }

  /// The answer of every node; operands stand behind their node, so the last is judged first.
  private func allTruths(_ reader: some FieldReader) -> [Truth] {
    var truths = [Truth](repeating: .unknown, count: nodes.count)
    for index in nodes.indices.reversed() {
      let node = nodes[index]
      switch node.kind {
      case .check: truths[index] = checks[node.check].truth(reader)
      case .not: truths[index] = !truths[index + 1]
      case .all: truths[index] = Truth.all(operands(of: index).map { truths[$0] })
      case .any: truths[index] = Truth.any(operands(of: index).map { truths[$0] })
      }
    }
    return truths
  }

  private func operands(of index: Int) -> [Int] {
    var operands: [Int] = []
    var operand = index + 1
    while operand < nodes[index].end {
      operands.append(operand)
      operand = nodes[operand].end
    }
    return operands
  }

  private func collect(
    at index: Int,
    isNegated: Bool,
    _ truths: [Truth],
    _ reader: some FieldReader,
    into found: inout [Check]
  ) {
    let node = nodes[index]
    switch node.kind {
    case .check:
      found.append(
        Check(
          description: descriptions[node.check],
          isNegated: isNegated,
          truth: truths[index],
          positions: checks[node.check].positions(deciding: truths[index], reader)
        )
      )
    case .not: collect(at: index + 1, isNegated: !isNegated, truths, reader, into: &found)
    case .all, .any:
      for operand in operands(of: index) where truths[operand] == truths[index] {
        collect(at: operand, isNegated: isNegated, truths, reader, into: &found)
      }
    }
  }
}

extension PreparedCheck {
  /// The positions of the listed values of which one alone gives the answer `truth`.
  fileprivate func positions(deciding truth: Truth, _ reader: some FieldReader) -> [Int]? {
    guard case .values(let predicate, let quantifier) = test, case .field = left,
      case .many(let values) = left.extract(reader)
    else { return nil }
    switch (quantifier, truth) {
    case (.any, .no), (.all, .yes): return nil
    default: return values.indices.filter { predicate.truth(of: values[$0]) == truth }
    }
  }
}
