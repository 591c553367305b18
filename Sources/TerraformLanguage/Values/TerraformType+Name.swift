extension TerraformType {
  /// What messages call the type: `list of string`, `object`.
  package var name: String {
    switch self {
    case .dynamic: "any type"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .list(let element): "list of \(element.name)"
    case .set(let element): "set of \(element.name)"
    case .map(let element): "map of \(element.name)"
    case .tuple: "tuple"
    case .object: "object"
    }
  }

  /// Whether the type is one of the scalar ones.
  package var isPrimitive: Bool { self == .bool || self == .number || self == .string }

  /// The type of the elements of a list, a set or a map; `nil` for other types.
  package var element: TerraformType? {
    switch self {
    case .list(let element), .set(let element), .map(let element): element
    default: nil
    }
  }

  /// Whether a part of the type is not known yet.
  package var isOpen: Bool {
    switch self {
    case .dynamic: true
    case .bool, .number, .string: false
    case .list(let element), .set(let element), .map(let element): element.isOpen
    case .tuple(let elements): elements.contains(where: \.isOpen)
    case .object(let attributes, _): attributes.values.contains(where: \.isOpen)
    }
  }

  /// The type without leave to omit attributes.
  package var withoutOptionals: TerraformType {
    switch self {
    case .dynamic, .bool, .number, .string: self
    case .list(let element): .list(element.withoutOptionals)
    case .set(let element): .set(element.withoutOptionals)
    case .map(let element): .map(element.withoutOptionals)
    case .tuple(let elements): .tuple(elements.map(\.withoutOptionals))
    case .object(let attributes, _): .object(attributes.mapValues(\.withoutOptionals))
    }
  }
}
