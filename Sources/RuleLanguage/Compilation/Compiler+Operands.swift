import SourceText

/// An operand and what it yields.
struct TypedOperand {
  let operand: PreparedOperand
  let type: FieldType
  let isList: Bool

  /// Whether the operand yields one text, as far as is known now.
  var isText: Bool { type == .dynamic || (type == .string && !isList) }
  /// Whether the operand yields a list of texts, as far as is known now.
  var isTextList: Bool { type == .dynamic || (type == .string && isList) }
}

extension Compiler {
  /// Resolves the fields of an operand and checks its transformers.
  mutating func resolve(_ operand: Operand) throws(ConditionError) -> TypedOperand {
    switch operand.kind {
    case .field(let name, let argument):
      let field = try lookUp(name, argument, at: operand.range)
      note(field)
      return TypedOperand(operand: .field(field), type: field.type, isList: field.isList)
    case .text(let bytes):
      return TypedOperand(operand: .constant(.bytes(bytes[...])), type: .string, isList: false)
    case .number(let bytes):
      guard let number = UnsignedConstant.parse(bytes) else {
        throw ConditionError(
          .constant,
          CompilerMessage.constant(String(decoding: bytes, as: UTF8.self), .uint64),
          at: operand.range,
          in: place
        )
      }
      return TypedOperand(operand: .constant(.number(number)), type: .uint64, isList: false)
    case .list(let elements):
      var operands: [PreparedOperand] = []
      for element in elements {
        let resolved = try resolve(element)
        guard resolved.isText else { throw misuse(element, CompilerMessage.element) }
        operands.append(resolved.operand)
      }
      return TypedOperand(operand: .list(operands), type: .string, isList: true)
    case .transformer(let transformer, let arguments, let option):
      return try resolve(transformer, arguments, option, operand)
    }
  }

  private func lookUp(
    _ name: String,
    _ argument: String?,
    at range: SourceRange
  ) throws(ConditionError) -> FieldReference {
    if let argument, argument.utf8.contains(where: { $0.isSpace || $0 == UInt8(ascii: "]") }) {
      throw ConditionError(
        .fieldArgument,
        CompilerMessage.argumentCharacters(name),
        at: range,
        in: place
      )
    }
    let message: LocalizedText
    switch catalog.field(named: name, argument: argument) {
    case .found(let field): return field
    case .unknownName:
      throw ConditionError(
        .unknownField,
        CompilerMessage.unknownField(name),
        at: range,
        in: place,
        suggestion: NearestName.of(name, in: catalog.names)
      )
    case .unexpectedArgument: message = CompilerMessage.unexpectedArgument(name)
    case .missingArgument: message = CompilerMessage.missingArgument(name)
    case .invalidArgument: message = CompilerMessage.invalidArgument(name, argument ?? "")
    }
    throw ConditionError(.fieldArgument, message, at: range, in: place)
  }

  private mutating func resolve(
    _ transformer: Transformer,
    _ arguments: [Operand],
    _ option: String?,
    _ whole: Operand
  ) throws(ConditionError) -> TypedOperand {
    var resolved: [TypedOperand] = []
    for argument in arguments { resolved.append(try resolve(argument)) }
    guard let result = transformer.result(resolved) else {
      throw misuse(whole, CompilerMessage.usage(transformer))
    }
    var letter: UInt8?
    if transformer == .getopt {
      letter = option?.utf8.first
      guard let option, option.utf8.count == 1 else {
        throw misuse(whole, CompilerMessage.usage(transformer))
      }
    } else if option != nil {
      throw misuse(whole, CompilerMessage.noBrackets(transformer))
    }
    let operand = PreparedOperand.transformed(transformer, resolved.map(\.operand), option: letter)
    return TypedOperand(operand: operand, type: result.type, isList: result.isList)
  }

  private func misuse(_ operand: Operand, _ message: LocalizedText) -> ConditionError {
    ConditionError(.operandType, message, at: operand.range, in: place)
  }
}

extension Transformer {
  /// What the transformer yields for `arguments`; `nil` where they do not fit.
  fileprivate func result(_ arguments: [TypedOperand]) -> (type: FieldType, isList: Bool)? {
    guard let first = arguments.first else { return nil }
    switch self {
    case .val: return (first.type, first.isList)
    case .tolower, .toupper, .basename:
      return arguments.count == 1 && first.type.isTextual ? (first.type, first.isList) : nil
    case .b64:
      let fits = first.type.isTextual || first.type == .bytebuf
      return arguments.count == 1 && fits ? (first.type, first.isList) : nil
    case .len:
      let fits = first.isList || first.type.isTextual || first.type == .bytebuf
      return arguments.count == 1 && fits ? (.uint64, false) : nil
    case .join:
      guard arguments.count == 2, first.isText, arguments[1].isTextList else { return nil }
      return (.string, false)
    case .concat:
      guard arguments.count >= 2, arguments.allSatisfy(\.isText) else { return nil }
      return (.string, false)
    case .getopt:
      guard arguments.count == 2, first.isTextList, arguments[1].isText else { return nil }
      return (.string, false)
    }
  }
}
