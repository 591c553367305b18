import Inventory
import SourceText
import Syntax

extension ExpressionEvaluator {
  /// The value of a template: known text, and holes for what is not known.
  func template(
    _ parts: [HCLTemplatePart],
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    var rope = Rope()
    try append(parts, to: &rope, at: expression)
    let value = TerraformValue(
      .string(TerraformText(rope.pieces)),
      at: expression.location,
      marks: rope.marks
    )
    if rope.pieces.count > 1 { try budget.pay(for: value) }
    return value
  }

  /// A text in the making.
  private struct Rope {
    var pieces: [TerraformText.Piece] = []
    var marks: Set<String> = []
  }

  private func append(
    _ parts: [HCLTemplatePart],
    to rope: inout Rope,
    at expression: HCLExpression
  ) throws(TerraformError) {
    for part in parts {
      switch part {
      case .literal(let literal):
        let source = TerraformText.TextSource(literal.location, isVerbatim: literal.isVerbatim)
        rope.pieces.append(.literal(literal.text, source))
      case .interpolation(let inner, _):
        try append(inner, to: &rope)
      case .conditional(let condition, let then, let otherwise, let range):
        let place = expression.location(of: range)
        try choose(condition, then, otherwise, to: &rope, at: expression, place)
      case .loop(let loop):
        try append(loop, to: &rope, at: expression)
      }
    }
  }

  /// Appends the value of an interpolation, whose parts keep their own places.
  private func append(
    _ expression: HCLExpression,
    to rope: inout Rope
  ) throws(TerraformError) {
    let value = try element(expression)
    rope.marks.formUnion(value.marks)
    do {
      let pieces = try value.templatePieces(at: expression.location)
      try budget.pay(pieces.count)
      rope.pieces += pieces
    } catch {
      let error = error.located(at: expression.location)
      guard mode != .strict else { throw error }
      let lost = lost(error, at: expression)
      rope.pieces += try lost.templatePieces(at: expression.location)
    }
  }

  /// Appends the branch of `%{ if … }` that holds, or a hole where that is not known.
  private func choose(
    _ condition: HCLExpression,
    _ then: [HCLTemplatePart],
    _ otherwise: [HCLTemplatePart],
    to rope: inout Rope,
    at expression: HCLExpression,
    _ place: SourceLocation
  ) throws(TerraformError) {
    let test = try truth(of: condition)
    rope.marks.formUnion(test.marks)
    let decision = test.bool
    let first = try branch(then, isTaken: decision == true, at: expression)
    let second = try branch(otherwise, isTaken: decision == false, at: expression)
    rope.marks.formUnion(first.marks)
    rope.marks.formUnion(second.marks)
    if let decision {
      rope.pieces += decision ? first.pieces : second.pieces
    } else if let text = TerraformText(first.pieces).text,
      text == TerraformText(second.pieces).text
    {
      rope.pieces += first.pieces
    } else {
      rope.pieces.append(.unknown(test.spreadingDoubt, place))
    }
  }

  private func branch(
    _ parts: [HCLTemplatePart],
    isTaken: Bool,
    at expression: HCLExpression
  ) throws(TerraformError) -> Rope {
    var rope = Rope()
    guard !isTaken else {
      try append(parts, to: &rope, at: expression)
      return rope
    }
    do {
      try working(quietly).append(parts, to: &rope, at: expression)
    } catch {
      if error.isStatic { throw error }
      let location = error.location ?? expression.location
      rope.pieces.append(.unknown(.reason(error.reason(for: expression)), location))
    }
    return rope
  }

  /// Appends what `%{ for … }` yields, or a hole where the elements are not known.
  private func append(
    _ loop: HCLTemplateLoop,
    to rope: inout Rope,
    at expression: HCLExpression
  ) throws(TerraformError) {
    let collection = try value(of: loop.collection)
    rope.marks.formUnion(collection.marks)
    guard case .elements(let passes) = try iteration(over: collection, at: loop.collection) else {
      let place = expression.location(of: loop.range)
      rope.pieces.append(.unknown(collection.spreadingDoubt, place))
      return
    }
    for pass in passes {
      try budget.pay(1 + loop.body.count)
      let evaluator = binding(loop.keyName, loop.valueName, to: pass)
      try evaluator.append(loop.body, to: &rope, at: expression)
    }
  }
}

extension TerraformValue {
  /// The pieces of text that the value is within a template.
  fileprivate func templatePieces(
    at location: SourceLocation
  ) throws(TerraformError) -> [TerraformText.Piece] {
    switch content {
    case .null: throw .nullInTemplate
    case .unknown(_, let doubt): return [.unknown(doubt, location)]
    case .tuple, .list, .set, .object, .map: throw .collectionInTemplate
    case .bool, .number, .string:
      let rope = try converted(to: .string).rope ?? TerraformText([])
      return rope.owned(by: origin ?? location).pieces
    }
  }
}

extension TerraformText {
  /// The same text with `location` as the place of what was computed.
  func owned(by location: SourceLocation) -> TerraformText {
    guard pieces.contains(where: \.isNobodys) else { return self }
    let source = TextSource(location, isVerbatim: false)
    return TerraformText(pieces.map { $0.isNobodys ? $0.from(source) : $0 })
  }
}

extension TerraformText.Piece {
  /// Whether the piece is computed text without a place.
  fileprivate var isNobodys: Bool { if case .literal(_, nil) = self { true } else { false } }

  /// The same text with a place.
  fileprivate func from(_ source: TerraformText.TextSource) -> TerraformText.Piece {
    if case .literal(let text, _) = self { .literal(text, source) } else { self }
  }
}
