import Inventory

extension TerraformValue {
  /// The type of the value, as far as it is known.
  package var type: TerraformType {
    switch content {
    case .unknown(let type, _), .null(let type): type
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .tuple(let elements): .tuple(elements.map(\.type))
    case .list(let element, _): .list(element)
    case .set(let element, _): .set(element)
    case .object(let object):
      .object(
        Dictionary(uniqueKeysWithValues: object.members.map { ($0.name, $0.value.type) })
      )
    case .map(let element, _): .map(element)
    }
  }

  /// Whether the value is null.
  package var isNull: Bool { if case .null = content { true } else { false } }

  /// Whether nothing is known of the value itself but its type.
  package var isUnknown: Bool { if case .unknown = content { true } else { false } }

  /// Whether the value and all its members are known.
  package var isKnown: Bool {
    switch content {
    case .unknown: false
    case .null, .bool, .number: true
    case .string(let text): text.isKnown
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      elements.allSatisfy(\.isKnown)
    case .object(let object), .map(_, let object):
      object.members.allSatisfy(\.value.isKnown)
    }
  }

  /// Why the value is not known, or the first of its parts that is not; `nil` if all is known.
  package var doubt: Doubt? {
    switch content {
    case .unknown(_, let doubt): return doubt
    case .null, .bool, .number: return nil
    case .string(let text): return text.doubt
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      for element in elements { if let doubt = element.doubt { return doubt } }
      return nil
    case .object(let object), .map(_, let object):
      for member in object.members { if let doubt = member.value.doubt { return doubt } }
      return nil
    }
  }

  /// The text of a string that is wholly known; `nil` for anything else.
  package var text: String? { if case .string(let text) = content { text.text } else { nil } }

  /// The pieces of a string; `nil` for anything else.
  package var rope: TerraformText? { if case .string(let text) = content { text } else { nil } }

  /// The truth of a known Boolean; `nil` for anything else.
  package var bool: Bool? { if case .bool(let bool) = content { bool } else { nil } }

  /// The known number; `nil` for anything else.
  package var number: TerraformNumber? {
    if case .number(let number) = content { number } else { nil }
  }

  /// The elements of a list, a set or a tuple, or the values of a map or an object.
  package var elements: [TerraformValue]? {
    switch content {
    case .tuple(let elements), .list(_, let elements), .set(_, let elements): elements
    case .object(let object), .map(_, let object): object.members.map(\.value)
    default: nil
    }
  }

  /// The members of a map or an object; `nil` for anything else.
  package var object: TerraformObject? {
    switch content {
    case .object(let object), .map(_, let object): object
    default: nil
    }
  }

  /// The members of a map or an object; `nil` for anything else.
  package var members: [TerraformObject.Member]? { object?.members }

  /// The marks of the value and of all that it holds.
  package var allMarks: Set<String> {
    switch content {
    case .unknown, .null, .bool, .number: marks
    case .string(let text): marks.union(text.marks)
    case .tuple, .list, .set, .object, .map:
      (elements ?? []).reduce(into: marks) { $0.formUnion($1.allMarks) }
    }
  }

  /// The value with `more` among its marks.
  func bearing(_ more: Set<String>) -> TerraformValue {
    guard !more.isSubset(of: marks) else { return self }
    var value = self
    value.marks.formUnion(more)
    return value
  }

  /// The value as a secret, with all that it holds or encodes.
  package var asSensitive: TerraformValue {
    var value = bearing(["sensitive"])
    if case .string(let rope) = content {
      let pieces = rope.pieces.map { piece -> TerraformText.Piece in
        if case .json(let inner) = piece { .json(inner.asSensitive) } else { piece }
      }
      value.content = .string(TerraformText(pieces))
    }
    return value
  }

  /// The value with other content, from the same place and with the same marks.
  package func with(_ content: Content) -> TerraformValue {
    var value = self
    value.content = content
    return value
  }
}

extension TerraformObject {
  /// The value of the attribute `name`; of a resource, those not given are known after deployment.
  package func attribute(_ name: String) -> TerraformValue? {
    if let value = self[name] { return value }
    return resource.map { id in
      TerraformValue(.unknown(.dynamic, .reference(ResourceReference(id, attribute: name))))
    }
  }

  /// The object with every value replaced by what `transform` makes of it.
  func mapValues<Failure: Error>(
    _ transform: (TerraformValue) throws(Failure) -> TerraformValue
  ) throws(Failure) -> TerraformObject {
    var members = members
    for index in members.indices { members[index].value = try transform(members[index].value) }
    return TerraformObject(sorted: members, resource: resource)
  }
}
