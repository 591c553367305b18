import SourceText

extension Compiler {
  /// Warns of a constant that is probably not meant as it is written.
  mutating func warn(of constant: Constant, _ comparison: Operator) {
    if comparison == .regex {
      warn(ofPattern: constant)
    } else {
      warn(ofField: constant)
    }
  }

  /// Warns of a regular expression that a plainer operator can replace.
  mutating func warn(ofPattern constant: Constant) {
    guard let plain = PlainPattern(constant.bytes) else { return }
    warnings.append(
      ConditionError(
        .simplePattern,
        CompilerMessage.simplePattern(constant.text),
        at: constant.range,
        in: place,
        suggestion: plain.check
      )
    )
  }

  /// Warns of a constant that reads like a field, as in `ct.user = ct.name`.
  private mutating func warn(ofField constant: Constant) {
    guard constant.bytes.contains(UInt8(ascii: ".")) else { return }
    let trimmed = constant.bytes.drop(while: \.isBlank).reversed().drop(while: \.isBlank)
    let text = ConditionText(Array(trimmed.reversed()), place: place)
    guard let operand = Parser.operand(text) else { return }
    if case .field(let name, let argument) = operand.kind {
      guard case .found = catalog.field(named: name, argument: argument) else { return }
    }
    warnings.append(
      ConditionError(
        .fieldAsText,
        CompilerMessage.fieldAsText(constant.text),
        at: constant.range,
        in: place,
        suggestion: operand.asRightSide
      )
    )
  }
}

/// A regular expression that does what a plainer operator does.
private struct PlainPattern {
  /// The operator and its constant.
  let check: String

  init?(_ pattern: [UInt8]) {
    var rest = pattern[...]
    let any = Array(".*".utf8)
    if rest.first == UInt8(ascii: "^") { rest.removeFirst() }
    if rest.last == UInt8(ascii: "$") { rest.removeLast() }
    let isOpenAtStart = rest.starts(with: any)
    if isOpenAtStart { rest.removeFirst(2) }
    let isOpenAtEnd = rest.suffix(2).elementsEqual(any)
    if isOpenAtEnd { rest.removeLast(2) }
    guard !rest.contains(where: { $0.isOneOf("\\.[](){}*+?|^$'\"") }) else { return nil }
    let comparison: Operator =
      switch (isOpenAtStart, isOpenAtEnd) {
      case (true, true): .contains
      case (true, false): .endswith
      case (false, true): .startswith
      case (false, false): .equal
      }
    check = "\(comparison.rawValue) '\(String(decoding: rest, as: UTF8.self))'"
  }
}

extension Operand {
  /// How the operand must be written on the right side to be read as a field.
  fileprivate var asRightSide: String {
    if case .field = kind { return "val(\(description))" }
    return description
  }
}

extension Parser {
  /// The field or transformer that all of `text` is, if it is one.
  static func operand(_ text: ConditionText) -> Operand? {
    var parser = Parser(text)
    let operand: Operand?
    if let name = parser.scanner.takeFieldName() {
      operand = try? parser.parseFieldRemainder(name)
    } else {
      operand = try? parser.parseRightOperand()
    }
    return parser.scanner.isAtEnd ? operand : nil
  }
}
