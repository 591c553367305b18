import SourceText

/// Replaces references to macros by what the macros stand for.
struct MacroResolution {
  /// How many expressions a condition may hold once its macros are replaced.
  static let sizeLimit = 100_000
  /// How deeply `and`, `or` and `not` may be nested once macros are replaced.
  static let depthLimit = 500

  let macros: [String: Expression]
  private var size = 0
  private var depth = 0

  init(macros: [String: Expression]) { self.macros = macros }

  /// Replaces all references in `expression`, which stands in the macros `open`.
  mutating func resolve(
    _ expression: Expression,
    inside open: [String]
  ) throws(ConditionError) -> Expression {
    size += 1
    depth += 1
    defer { depth -= 1 }
    guard size <= Self.sizeLimit else { throw Self.tooLarge(expression) }
    guard depth <= Self.depthLimit else { throw Self.tooDeep(expression) }
    switch expression.kind {
    case .check: return expression
    case .macro(let name): return try target(name, expression, inside: open)
    case .not(let operand):
      return expression.replacing(.not(try resolve(operand, inside: open)))
    case .all(let operands):
      return expression.replacing(.all(try resolve(operands, inside: open)))
    case .any(let operands):
      return expression.replacing(.any(try resolve(operands, inside: open)))
    }
  }

  private mutating func resolve(
    _ operands: [Expression],
    inside open: [String]
  ) throws(ConditionError) -> [Expression] {
    var resolved: [Expression] = []
    resolved.reserveCapacity(operands.count)
    for operand in operands { resolved.append(try resolve(operand, inside: open)) }
    return resolved
  }

  private mutating func target(
    _ name: String,
    _ reference: Expression,
    inside open: [String]
  ) throws(ConditionError) -> Expression {
    guard let macro = macros[name] else {
      throw ConditionError(
        .undefinedMacro,
        LocalizedText(
          en: "There is no macro `\(name)`.",
          ja: "マクロ `\(name)` は定義されていない。"
        ),
        at: reference.range,
        in: reference.place,
        suggestion: NearestName.of(name, in: macros.keys.sorted())
      )
    }
    guard !open.contains(name) else {
      throw ConditionError(
        .macroLoop,
        LocalizedText(
          en: "The macro `\(name)` refers to itself.",
          ja: "マクロ `\(name)` が自分自身を参照している。"
        ),
        at: reference.range,
        in: reference.place
      )
    }
    return try resolve(macro, inside: open + [name])
  }

  private static func tooLarge(_ expression: Expression) -> ConditionError {
    ConditionError(
      .tooLarge,
      LocalizedText(
        en: "The macros make the condition larger than \(sizeLimit) parts.",
        ja: "マクロの展開により条件式の要素が \(sizeLimit) 個を超えている。"
      ),
      at: expression.range,
      in: expression.place
    )
  }

  private static func tooDeep(_ expression: Expression) -> ConditionError {
    ConditionError(
      .tooDeep,
      LocalizedText(
        en: "The macros nest the condition too deeply.",
        ja: "マクロの展開により入れ子が深すぎる。"
      ),
      at: expression.range,
      in: expression.place
    )
  }
}

extension Expression {
  fileprivate func replacing(_ kind: Kind) -> Expression {
    Expression(kind: kind, range: range, place: place)
  }
}
