extension Value {
  /// The text of a known scalar: `true`, `256`, `awsvpc`; `nil` for anything else.
  package var text: String? {
    switch content {
    case .bool(let bool): bool ? "true" : "false"
    case .number(let text), .string(let text): text
    default: nil
    }
  }

  /// The elements of a list; `nil` for anything else.
  package var list: [Value]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// The object; `nil` for anything else.
  package var object: ValueObject? {
    if case .object(let object) = content { object } else { nil }
  }

  /// The reference; `nil` for anything else.
  package var reference: ResourceReference? {
    if case .reference(let reference) = content { reference } else { nil }
  }

  /// Why the value is not known; `nil` if it is known, at least in part.
  package var unknownReason: UnknownReason? {
    if case .unknown(let reason) = content { reason } else { nil }
  }

  /// The same place with other content, as secret as it was.
  package func with(_ content: Content) -> Value {
    var value = self
    value.content = content
    return value
  }

  /// Whether the value is null.
  package var isNull: Bool { content == .null }

  /// The value of the member `name` of an object; `nil` where it is absent or this is no object.
  package subscript(_ name: String) -> Value? { object?[name] }

  /// Whether two values hold the same, wherever they were written.
  package func isEquivalent(to other: Value) -> Bool {
    switch (content, other.content) {
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
    case (.object(let left), .object(let right)):
      left.members.count == right.members.count
        && left.members.allSatisfy { member in
          right[member.name].map { member.value.isEquivalent(to: $0) } ?? false
        }
    default: content == other.content
    }
  }
}
