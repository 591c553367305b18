extension PreparedOperand {
  /// The values of the operand on what `reader` reads.
  func extract(_ reader: some FieldReader) -> Extraction {
    switch self {
    case .field(let field): return reader.extract(field)
    case .constant(let value): return .one(value)
    case .list(let elements): return Self.list(elements.map { $0.extract(reader) })
    case .transformed(let transformer, let operands, let option):
      return transformer.apply(operands.map { $0.extract(reader) }, option: option)
    }
  }

  /// The values of all elements; one that is absent makes the whole absent.
  private static func list(_ elements: [Extraction]) -> Extraction {
    var values: [FieldValue] = []
    if elements.contains(.absent) { return .absent }
    for element in elements {
      switch element {
      case .absent, .unknown: return .unknown
      case .one(let value): values.append(value)
      case .many(let many): values += many
      }
    }
    return .many(values)
  }
}
