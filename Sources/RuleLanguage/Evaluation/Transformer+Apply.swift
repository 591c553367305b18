extension Transformer {
  /// The value for `arguments`; absent if one of them is absent, unknown if one is unknown.
  func apply(_ arguments: [Extraction], option: UInt8?) -> Extraction {
    if arguments.contains(.absent) { return .absent }
    if arguments.contains(.unknown) { return .unknown }
    switch self {
    case .val: return arguments[0]
    case .tolower: return arguments[0].mapped { $0.mapped(\.lowered) }
    case .toupper: return arguments[0].mapped { $0.mapped(\.raised) }
    case .basename: return arguments[0].mapped(\.baseName)
    case .b64: return arguments[0].decodedBase64
    case .len: return arguments[0].length
    case .concat: return .one(FieldValue.joined(arguments.flatMap(\.values), separator: nil))
    case .join:
      guard let separator = arguments[0].values.first else { return .absent }
      return .one(FieldValue.joined(arguments[1].values, separator: separator))
    case .getopt:
      return CommandLineOptions.value(of: option, arguments[0].values, arguments[1].values)
    }
  }
}

extension Extraction {
  /// The values, none if there is nothing or nothing is known.
  fileprivate var values: [FieldValue] {
    switch self {
    case .absent, .unknown: []
    case .one(let value): [value]
    case .many(let values): values
    }
  }

  /// Changes every value; one that cannot be changed makes the whole absent.
  fileprivate func mapped(_ change: (FieldValue) -> FieldValue?) -> Extraction {
    switch self {
    case .absent, .unknown: return self
    case .one(let value): return change(value).map(Extraction.one) ?? .absent
    case .many(let values):
      let changed = values.compactMap(change)
      return changed.count == values.count ? .many(changed) : .absent
    }
  }

  /// The decoded values; unknown text may be no Base64, so that the whole may be absent.
  fileprivate var decodedBase64: Extraction {
    values.contains { $0.textBytes == nil } ? .unknown : mapped(\.decodedBase64)
  }

  /// The number of bytes or of elements.
  fileprivate var length: Extraction {
    switch self {
    case .absent, .unknown: self
    case .many(let values): .one(.number(UInt64(values.count)))
    case .one(let value):
      .one(value.textBytes.map { .number(UInt64($0.count)) } ?? .unknown)
    }
  }
}

extension FieldValue {
  fileprivate func mapped(_ change: (UInt8) -> UInt8) -> FieldValue {
    if let bytes = textBytes { return .bytes(bytes.map(change)[...]) }
    if case .partial(let fragments) = self { return PartialText(fragments).mapped(change) }
    return .unknown
  }

  fileprivate var baseName: FieldValue {
    if let bytes = textBytes {
      let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      return .bytes(bytes[start...])
    }
    if case .partial(let fragments) = self { return PartialText(fragments).baseName }
    return .unknown
  }

  fileprivate var decodedBase64: FieldValue? {
    textBytes.flatMap(Base64.decode).map { .bytes($0[...]) }
  }

  /// Joins texts; what is unknown in them becomes a hole.
  fileprivate static func joined(_ values: [FieldValue], separator: FieldValue?) -> FieldValue {
    var parts: [FieldValue] = []
    for value in values {
      if let separator, !parts.isEmpty { parts.append(separator) }
      parts.append(value)
    }
    let texts = parts.map(\.textBytes)
    if !texts.contains(nil) { return .bytes(texts.flatMap { $0 ?? [] }[...]) }
    return .partial(
      parts.flatMap { part -> [TextFragment] in
        if case .partial(let fragments) = part { return fragments }
        return [part.textBytes.map { .literal(String(decoding: $0, as: UTF8.self)) } ?? .hole]
      }
    )
  }
}
