/// What one value must satisfy; everything about the constants is prepared.
enum Predicate: Sendable {
  /// Nothing satisfies an empty list.
  case never
  case equals([UInt8])
  case member(ByteSet)
  case order(Ordering, [UInt8])
  case startsWith([UInt8])
  case endsWith([UInt8])
  case contains([UInt8])
  case containsIgnoringCase([UInt8])
  case glob(Glob)
  case regex(RegularExpression)
  case path(PathPatterns)
  case number(Set<UInt64>)
  case numberOrder(Ordering, UInt64)
  /// The order of numbers in the text of a dynamic field; `nil` if the constant is no number.
  case dynamicOrder(Ordering, DynamicNumber?)
  case address([NetworkAddress])
  indirect case not(Predicate)
  case oneOf([Predicate])
  case anyOf([Predicate])
  case allOf([Predicate])
}

extension Predicate {
  /// Whether `value` satisfies the predicate.
  func truth(of value: FieldValue) -> Truth {
    switch value {
    case .text(let text): truth(of: text.utf8.span)
    case .bytes(let bytes): truth(of: bytes.span)
    case .number(let number): truth(of: number)
    case .bool(let value): truth(of: Array((value ? "true" : "false").utf8).span)
    case .partial(let fragments): truth(of: PartialText(fragments))
    case .unknown: .unknown
    }
  }

  private func truth(of number: UInt64) -> Truth {
    switch self {
    case .number(let numbers): Truth(numbers.contains(number))
    case .numberOrder(let order, let constant): Truth(order.holds(number, constant))
    case .not(let predicate): !predicate.truth(of: number)
    default: truth(of: Array(String(number).utf8).span)
    }
  }

  private func truth(of text: Span<UInt8>) -> Truth {
    switch self {
    case .never: .no
    case .equals(let constant): Truth(text.equals(constant.span))
    case .member(let set): Truth(set.contains(text))
    case .order(let order, let constant): Truth(order.holds(text.order(constant.span), 0))
    case .startsWith(let prefix): Truth(text.hasPrefix(prefix.span))
    case .endsWith(let suffix): Truth(text.hasSuffix(suffix.span))
    case .contains(let needle): Truth(text.contains(needle.span))
    case .containsIgnoringCase(let needle): Truth(text.containsIgnoringCase(needle.span))
    case .glob(let glob): Truth(glob.matches(text))
    case .regex(let expression): Truth(expression.matches(text))
    case .path(let patterns): Truth(patterns.match(Self.copy(text)))
    case .not(let predicate): !predicate.truth(of: text)
    case .oneOf(let parts): Self.exactlyOne(parts.map { $0.truth(of: text) })
    case .anyOf(let parts): Truth.any(parts.map { $0.truth(of: text) })
    case .allOf(let parts): Truth.all(parts.map { $0.truth(of: text) })
    case .number, .numberOrder, .dynamicOrder, .address: truth(ofParsed: Self.copy(text))
    }
  }

  /// Judges text that stands for a number or an address; what does not parse satisfies nothing.
  private func truth(ofParsed text: [UInt8]) -> Truth {
    switch self {
    case .number(let numbers):
      Truth(UnsignedConstant.parse(text).map(numbers.contains) ?? false)
    case .numberOrder(let order, let constant):
      Truth(UnsignedConstant.parse(text).map { order.holds($0, constant) } ?? false)
    case .dynamicOrder(let order, let constant):
      Truth(Self.isOrdered(DynamicNumber(text), order, constant))
    case .address(let networks):
      Truth(
        NetworkAddress(address: text).map { one in networks.contains { $0.covers(one) } } ?? false
      )
    default: .no
    }
  }

  private func truth(of text: PartialText) -> Truth {
    if let whole = text.wholeText { return truth(of: whole.span) }
    switch self {
    case .never: return .no
    case .equals(let constant): return text.mayEqual(constant) ? .unknown : .no
    case .member(let set): return set.elements.contains(where: text.mayEqual) ? .unknown : .no
    case .order(let order, let constant): return text.isOrdered(order, constant)
    case .startsWith(let prefix): return text.startsWith(prefix)
    case .endsWith(let suffix): return text.endsWith(suffix)
    case .contains(let needle): return text.contains(needle, ignoringCase: false)
    case .containsIgnoringCase(let needle): return text.contains(needle, ignoringCase: true)
    case .glob(let glob): return glob.matches(text)
    case .regex(let expression):
      return expression.mayMatch(prefix: text.pieces[0]) ? .unknown : .no
    case .path(let patterns): return patterns.match(text)
    case .dynamicOrder(_, let constant): return constant == nil ? .no : .unknown
    case .number, .numberOrder, .address: return .unknown
    case .not(let predicate): return !predicate.truth(of: text)
    case .oneOf(let parts): return Self.exactlyOne(parts.map { $0.truth(of: text) })
    case .anyOf(let parts): return Truth.any(parts.map { $0.truth(of: text) })
    case .allOf(let parts): return Truth.all(parts.map { $0.truth(of: text) })
    }
  }

  private static func exactlyOne(_ truths: [Truth]) -> Truth {
    let certain = truths.count { $0 == .yes }
    if certain > 1 { return .no }
    return truths.contains(.unknown) ? .unknown : Truth(certain == 1)
  }

  private static func isOrdered(
    _ left: DynamicNumber?,
    _ order: Ordering,
    _ right: DynamicNumber?
  ) -> Bool {
    guard let left, let right else { return false }
    return left.isOrdered(order, right)
  }

  private static func copy(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    return bytes
  }
}
