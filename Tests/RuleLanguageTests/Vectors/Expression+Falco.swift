import RuleLanguage

extension Expression {
  /// The expression as Falco prints a compiled condition.
  var falcoText: String {
    switch kind {
    case .all(let operands): "(\(operands.map(\.falcoText).joined(separator: " and ")))"
    case .any(let operands): "(\(operands.map(\.falcoText).joined(separator: " or ")))"
    case .not(let operand): "not \(operand.falcoText)"
    case .macro(let name): name
    case .check(let check): check.falcoText
    }
  }
}

extension CheckExpression {
  fileprivate var falcoText: String {
    let words = [left.description, comparison.rawValue, modifier?.rawValue, rightText]
    return words.compactMap(\.self).joined(separator: " ")
  }

  private var rightText: String? {
    switch right {
    case .none: nil
    case .value(let constant): Self.text(constant)
    case .list(let list): "(\(list.map(Self.text).joined(separator: ", ")))"
    case .operand(let operand): operand.description
    }
  }

  private static func text(_ constant: Constant) -> String {
    let needsQuotes = constant.text.contains { " ()\"'=,".contains($0) }
    return needsQuotes || constant.text.isEmpty ? "\"\(constant.text)\"" : constant.text
  }
}
