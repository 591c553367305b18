extension TerraformType {
  /// How willingly one type gives way to another.
  enum Strictness {
    /// Conversions that cannot fail and lose nothing.
    case safe
    /// Those as well that may fail for some values.
    case any
  }

  /// Whether values of this type can become values of `target`, by their types alone.
  func converts(to target: TerraformType, _ strictness: Strictness) -> Bool {
    if self == target { return true }
    switch (self, target) {
    case (_, .dynamic): return true
    case (.dynamic, _): return strictness == .any
    case (.bool, .string), (.number, .string): return true
    case (.string, .bool), (.string, .number): return strictness == .any
    case (.list(let from), .list(let to)), (.set(let from), .list(let to)),
      (.set(let from), .set(let to)), (.map(let from), .map(let to)):
      return from.converts(to: to, strictness)
    case (.list(let from), .set(let to)):
      return strictness == .any && from.converts(to: to, strictness)
    case (.tuple(let from), .list(let to)), (.tuple(let from), .set(let to)):
      return Self.convert(from, to: to, strictness)
    case (.object(let from, _), .map(let to)):
      return Self.convert(Array(from.values), to: to, strictness)
    case (.map(let from), .object(let to, _)):
      return strictness == .any && to.values.allSatisfy { from.converts(to: $0, strictness) }
    case (.tuple(let from), .tuple(let to)):
      return from.count == to.count
        && zip(from, to).allSatisfy { $0.converts(to: $1, strictness) }
    case (.object(let from, _), .object(let to, let optional)):
      return to.allSatisfy { name, type in
        from[name].map { $0.converts(to: type, strictness) } ?? optional.contains(name)
      }
    default: return false
    }
  }

  /// Whether all of `types` convert to `element`, or to one type that fits them all.
  private static func convert(
    _ types: [TerraformType],
    to element: TerraformType,
    _ strictness: Strictness
  ) -> Bool {
    if types.isEmpty { return true }
    if element == .dynamic { return unified(types, strictness) != nil }
    return Set(types).allSatisfy { $0.converts(to: element, strictness) }
  }
}
