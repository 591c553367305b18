import Inventory

extension TerraformValue {
  /// The value of `value.name`.
  func attribute(_ name: String) throws(TerraformError) -> TerraformValue {
    switch content {
    case .object(let object), .map(_, let object):
      guard let value = object.attribute(name) else { throw .unsupportedAttribute(name) }
      return value.taken(from: self)
    case .null: throw .partOfNull
    case .unknown(let type, let doubt):
      let part = try type.attribute(name)
      return with(.unknown(part, doubt.within(".\(name)")))
    case .bool, .number, .string, .tuple, .list, .set: throw .noAttributes
    }
  }

  /// The value of `value[key]`.
  func indexed(by key: TerraformValue) throws(TerraformError) -> TerraformValue {
    if isNull { throw .partOfNull }
    if key.isNull { throw .invalidIndex }
    return try part(at: key).bearing(key.marks)
  }

  private func part(at key: TerraformValue) throws(TerraformError) -> TerraformValue {
    switch content {
    case .unknown(let type, let doubt): return try part(at: key, of: type, doubt)
    case .tuple(let elements):
      return try element(of: elements, .dynamic, at: key)
    case .list(let type, let elements):
      return try element(of: elements, type, at: key)
    case .object(let object):
      return try member(of: object, .dynamic, at: key)
    case .map(let type, let object):
      return try member(of: object, type, at: key)
    case .set: throw .indexOfSet
    case .null, .bool, .number, .string: throw .invalidIndex
    }
  }

  private func element(
    of elements: [TerraformValue],
    _ type: TerraformType,
    at key: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    let index = try key.asKey(.number)
    if case .unknown(_, let doubt) = index.content {
      return TerraformValue(.unknown(type, doubt), via: via, marks: marks)
    }
    guard let position = index.number?.int, elements.indices.contains(position) else {
      throw .invalidIndex
    }
    return elements[position].taken(from: self)
  }

  private func member(
    of object: TerraformObject,
    _ type: TerraformType,
    at key: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    let name = try key.asKey(.string)
    guard let text = name.text else {
      return TerraformValue(
        .unknown(type, name.spreadingDoubt),
        via: via,
        marks: marks
      )
    }
    guard let value = object.attribute(text) else { throw .invalidIndex }
    return value.taken(from: self)
  }

  /// An element of a value of which only the type is known.
  private func part(
    at key: TerraformValue,
    of type: TerraformType,
    _ doubt: Doubt
  ) throws(TerraformError) -> TerraformValue {
    switch type {
    case .dynamic: return with(.unknown(.dynamic, doubt.within(key.step)))
    case .list(let element):
      _ = try key.asKey(.number)
      return with(.unknown(element, doubt.within(key.step)))
    case .map(let element):
      _ = try key.asKey(.string)
      return with(.unknown(element, doubt.within(key.step)))
    case .tuple(let elements):
      guard let index = try key.asKey(.number).number else {
        return with(.unknown(.dynamic, doubt))
      }
      guard let position = index.int, elements.indices.contains(position) else {
        throw .invalidIndex
      }
      return with(.unknown(elements[position], doubt.within(key.step)))
    case .object(let attributes, _):
      guard let name = try key.asKey(.string).text else {
        return with(.unknown(.dynamic, doubt))
      }
      guard let attribute = attributes[name] else { throw .invalidIndex }
      return with(.unknown(attribute, doubt.within(key.step)))
    case .set: throw .indexOfSet
    case .bool, .number, .string: throw .invalidIndex
    }
  }

  /// The value as a key of the type `type`.
  private func asKey(_ type: TerraformType) throws(TerraformError) -> TerraformValue {
    do {
      return try converted(to: type)
    } catch {
      throw .invalidIndex
    }
  }

  /// The step to the element with this key, as it is written.
  private var step: String { "[\(number?.text ?? text ?? "?")]" }
}

extension TerraformType {
  /// The type of the attribute `name` of a value of this type.
  fileprivate func attribute(_ name: String) throws(TerraformError) -> TerraformType {
    switch self {
    case .dynamic: return .dynamic
    case .map(let element): return element
    case .object(let attributes, _):
      guard let type = attributes[name] else { throw .unsupportedAttribute(name) }
      return type
    case .bool, .number, .string, .list, .set, .tuple: throw .noAttributes
    }
  }
}

extension TerraformValue.Doubt {
  /// The doubt about a part of the value: of a resource's attribute, that part of it.
  fileprivate func within(_ step: String) -> TerraformValue.Doubt {
    guard case .reference(var reference) = self else { return self }
    if let attribute = reference.attribute {
      reference.attribute = attribute + step
    } else {
      reference.attribute = step.hasPrefix(".") ? String(step.dropFirst()) : step
    }
    return .reference(reference)
  }
}
