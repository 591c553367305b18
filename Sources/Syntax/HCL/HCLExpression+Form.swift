import SourceText

extension HCLExpression {
  /// What an expression is, with the expressions that it is made of.
  package enum Form: Sendable {
    case null
    case bool(Bool)
    /// A number, as it is written.
    case number(String)
    /// A string, a heredoc or a template file; a plain string is one literal, or none if empty.
    case template([HCLTemplatePart])
    /// `"${x}"`: an interpolation that stands alone, whose value keeps its type.
    case wrapped(HCLExpression)
    case tuple([HCLExpression])
    case object([HCLObjectItem])
    /// The first name of a reference.
    case variable(String)
    /// `x.name`.
    case attribute(HCLExpression, HCLName)
    /// `x.0`.
    case legacyIndex(HCLExpression, String)
    /// `x[key]`.
    case index(HCLExpression, HCLExpression)
    case splat(HCLSplat)
    /// The element that a splat takes something of.
    case splatItem
    case call(HCLCall)
    /// `condition ? first : second`.
    case conditional(HCLExpression, HCLExpression, HCLExpression)
    case unary(HCLUnaryOperator, HCLExpression)
    case binary(HCLBinaryOperator, HCLExpression, HCLExpression)
    case forTuple(HCLFor)
    case forObject(HCLFor)
    case parentheses(HCLExpression)
    /// What stands where the source is in error.
    case invalid
  }

  /// What the expression is; decoded at every call.
  package var form: Form {
    let record = record
    switch record.kind {
    case .null: return .null
    case .bool: return .bool(record.flags.contains(.isTrue))
    case .number: return .number(file.text(record.range))
    case .template: return .template(tree.parts(of: record))
    case .wrapped: return .wrapped(expression(record.first))
    case .tuple: return .tuple(tree.children(of: record).map(expression))
    case .object: return .object(tree.children(of: record).map { HCLObjectItem(tree, $0) })
    case .variable: return .variable(file.text(record.range))
    case .parentheses: return .parentheses(expression(record.first))
    case .conditional:
      return .conditional(
        expression(record.first),
        expression(record.second),
        expression(record.third)
      )
    case .unary, .binary: return operation(record)
    case .forTuple: return .forTuple(HCLFor(tree, record))
    case .forObject: return .forObject(HCLFor(tree, record))
    case .call: return .call(HCLCall(tree, record))
    case .attribute, .legacyIndex, .index, .splat, .splatItem: return traversal(record)
    default: return .invalid
    }
  }

  private func expression(_ index: UInt32) -> HCLExpression { HCLExpression(tree, index) }

  private func operation(_ record: HCLRecord) -> Form {
    if record.kind == .unary {
      guard let symbol = HCLUnaryOperator(rawValue: record.flags.rawValue) else { return .invalid }
      return .unary(symbol, expression(record.first))
    }
    guard let symbol = HCLBinaryOperator(rawValue: record.flags.rawValue) else { return .invalid }
    return .binary(symbol, expression(record.first), expression(record.second))
  }

  private func traversal(_ record: HCLRecord) -> Form {
    switch record.kind {
    case .attribute:
      return .attribute(expression(record.first), HCLName(tree, record.second, record.end))
    case .legacyIndex:
      return .legacyIndex(expression(record.first), tree.text(from: record.second, to: record.end))
    case .index: return .index(expression(record.first), expression(record.second))
    case .splat: return .splat(HCLSplat(tree, record))
    default: return .splatItem
    }
  }
}
