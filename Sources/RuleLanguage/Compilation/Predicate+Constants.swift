import SourceText

extension Predicate {
  /// Prepares the comparison with a list of constants.
  static func make(
    _ check: CheckExpression,
    _ constants: [Constant],
    _ type: FieldType,
    in place: Place
  ) throws(ConditionError) -> Predicate {
    guard !constants.isEmpty else { return .never }
    switch (check.comparison, check.modifier) {
    case (.pmatch, _): return .path(PathPatterns(constants.map(\.bytes)))
    case (.in, _), (.intersects, _), (.equal, .anyof):
      return try member(constants, type, in: place)
    case (_, let modifier):
      var parts: [Predicate] = []
      for constant in constants {
        parts.append(try make(check.comparison, constant, type, in: place))
      }
      switch modifier {
      case .oneof: return .oneOf(parts)
      case .allof: return .allOf(parts)
      case .anyof, nil: return .anyOf(parts)
      }
    }
  }

  /// Prepares the comparison with one constant.
  static func make(
    _ comparison: Operator,
    _ constant: Constant,
    _ type: FieldType,
    in place: Place
  ) throws(ConditionError) -> Predicate {
    if let order = Ordering(comparison) {
      if type == .dynamic { return .dynamicOrder(order, DynamicNumber(constant.bytes)) }
      guard type.isNumeric else { return .order(order, constant.bytes) }
      return .numberOrder(order, try number(constant, type, in: place))
    }
    switch comparison {
    case .equal: return try member([constant], type, in: place)
    case .notEqual: return .not(try member([constant], type, in: place))
    case .regex: return .regex(try regularExpression(constant, in: place))
    case .bcontains: return .contains(try hexadecimal(constant, in: place))
    case .bstartswith: return .startsWith(try hexadecimal(constant, in: place))
    default: return text(comparison, constant.bytes)
    }
  }

  /// The comparisons of text that need no check of the constant.
  static func text(_ comparison: Operator, _ bytes: [UInt8]) -> Predicate {
    switch comparison {
    case .notEqual: .not(.equals(bytes))
    case .contains: .contains(bytes)
    case .icontains: .containsIgnoringCase(bytes.map(\.lowered))
    case .startswith: .startsWith(bytes)
    case .endswith: .endsWith(bytes)
    case .glob: .glob(Glob(bytes, ignoresCase: false))
    case .iglob: .glob(Glob(bytes, ignoresCase: true))
    default: Ordering(comparison).map { .order($0, bytes) } ?? .equals(bytes)
    }
  }

  private static func member(
    _ constants: [Constant],
    _ type: FieldType,
    in place: Place
  ) throws(ConditionError) -> Predicate {
    switch type {
    case .uint64, .reltime, .abstime:
      var numbers: Set<UInt64> = []
      for constant in constants { numbers.insert(try number(constant, type, in: place)) }
      return .number(numbers)
    case .ipaddr, .ipnet:
      var networks: [NetworkAddress] = []
      for constant in constants {
        networks.append(try address(constant, type, in: place))
      }
      return .address(networks)
    case .bool:
      for constant in constants where !["true", "false"].contains(constant.text) {
        throw unfit(constant, type, in: place)
      }
    case .string, .bytebuf, .dynamic: break
    }
    return constants.count == 1
      ? .equals(constants[0].bytes) : .member(ByteSet(constants.map(\.bytes)))
  }

  private static func number(
    _ constant: Constant,
    _ type: FieldType,
    in place: Place
  ) throws(ConditionError) -> UInt64 {
    guard let number = UnsignedConstant.parse(constant.bytes) else {
      throw unfit(constant, type, in: place)
    }
    return number
  }

  private static func address(
    _ constant: Constant,
    _ type: FieldType,
    in place: Place
  ) throws(ConditionError) -> NetworkAddress {
    let address =
      type == .ipnet
      ? NetworkAddress(network: constant.bytes) : NetworkAddress(address: constant.bytes)
    guard let address else { throw unfit(constant, type, in: place) }
    return address
  }

  private static func hexadecimal(
    _ constant: Constant,
    in place: Place
  ) throws(ConditionError) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = constant.bytes[...]
    while let high = rest.popFirst() {
      guard high.isHexDigit, let low = rest.popFirst(), low.isHexDigit,
        let byte = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { throw unfit(constant, .bytebuf, in: place) }
      bytes.append(byte)
    }
    return bytes
  }

  private static func regularExpression(
    _ constant: Constant,
    in place: Place
  ) throws(ConditionError) -> RegularExpression {
    do {
      return try RegularExpression(constant.bytes)
    } catch {
      throw ConditionError(
        .pattern,
        CompilerMessage.pattern(constant.text, error.reason),
        at: constant.range,
        in: place
      )
    }
  }

  private static func unfit(
    _ constant: Constant,
    _ type: FieldType,
    in place: Place
  ) -> ConditionError {
    ConditionError(
      .constant,
      CompilerMessage.constant(constant.text, type),
      at: constant.range,
      in: place
    )
  }
}
