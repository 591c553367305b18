/// The type that a variable declares, with the values of attributes that may be left out.
package struct TypeConstraint: Sendable, Hashable {
  /// The type.
  package let type: TerraformType
  let defaults: AttributeDefaults?

  /// The constraint of a variable that declares none.
  package static let any = TypeConstraint(.dynamic)

  /// Asks for `type`.
  package init(_ type: TerraformType) { self.init(type, defaults: nil) }

  init(_ type: TerraformType, defaults: AttributeDefaults?) {
    self.type = type
    self.defaults = defaults
  }

  /// `value` with the defaults of absent attributes, converted to the type.
  ///
  /// - Throws: where the value cannot be of the type.
  package func apply(to value: TerraformValue) throws(TerraformError) -> TerraformValue {
    try (defaults?.completing(value) ?? value).converted(to: type)
  }
}

/// The defaults of optional attributes, as deep as a type has them.
indirect enum AttributeDefaults: Sendable, Hashable {
  /// Those of each element of a collection.
  case elements(AttributeDefaults)
  /// Those of the elements of a tuple.
  case tuple([AttributeDefaults?])
  /// Those of the attributes of an object, and those within its attributes.
  case object([String: TerraformValue], within: [String: AttributeDefaults])

  /// `value` with defaults for what is absent or null in it; itself it may be null.
  func completing(_ value: TerraformValue) -> TerraformValue {
    switch value.content {
    case .unknown, .null, .bool, .number, .string: return value
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      return value.with(.tuple(completing(elements)))
    case .object(let object), .map(_, let object):
      return value.with(.object(completing(object)))
    }
  }

  private func completing(_ elements: [TerraformValue]) -> [TerraformValue] {
    switch self {
    case .elements(let defaults): elements.map { defaults.completing($0) }
    case .tuple(let defaults):
      elements.enumerated().map { index, element in
        guard index < defaults.count, let defaults = defaults[index] else { return element }
        return defaults.completing(element)
      }
    case .object: elements
    }
  }

  private func completing(_ object: TerraformObject) -> TerraformObject {
    switch self {
    case .tuple: return object
    case .elements(let defaults): return object.mapValues { defaults.completing($0) }
    case .object(let values, let within):
      var members = object.members
      for index in members.indices {
        let name = members[index].name
        if members[index].value.isNull, let value = values[name] { members[index].value = value }
        if let inner = within[name] {
          members[index].value = inner.completing(members[index].value)
        }
      }
      for (name, value) in values where object.member(name) == nil && object.resource == nil {
        members.append(.init(name, within[name]?.completing(value) ?? value))
      }
      return TerraformObject(members, resource: object.resource)
    }
  }
}
