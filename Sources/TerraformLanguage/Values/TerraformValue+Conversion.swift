import Inventory
import SourceText

extension TerraformValue {
  /// The value as one of the type `target`, every part from the same place as before.
  ///
  /// - Throws: where the value, or one of its parts, cannot be of that type.
  package func converted(to target: TerraformType) throws(TerraformError) -> TerraformValue {
    switch content {
    case _ where target == .dynamic: return self
    case .unknown(let type, let doubt):
      guard type.converts(to: target, .any) else { throw .wrongType(target, at: origin) }
      return with(.unknown(target.withoutOptionals.filled(from: type), doubt))
    case .null(let type):
      guard type.converts(to: target, .any) else { throw .wrongType(target, at: origin) }
      return with(.null(target.withoutOptionals.filled(from: type)))
    case .bool, .number, .string: return try convertedScalar(to: target)
    case .tuple, .list, .set: return try convertedSequence(to: target)
    case .object(let object), .map(_, let object): return try convertedObject(object, to: target)
    }
  }

  private func convertedScalar(to target: TerraformType) throws(TerraformError) -> TerraformValue {
    switch (content, target) {
    case (.bool, .bool), (.number, .number), (.string, .string): return self
    case (.bool(let bool), .string): return with(.string(written(bool ? "true" : "false")))
    case (.number(let number), .string): return with(.string(written(number.text)))
    case (.string(let rope), .number), (.string(let rope), .bool):
      guard let text = rope.text else {
        return with(.unknown(target, rope.doubt ?? .reason(.function("tonumber"))))
      }
      guard let content = Content(text, as: target) else { throw .wrongType(target, at: origin) }
      return with(content)
    default: throw .wrongType(target, at: origin)
    }
  }

  /// The text of a scalar, from the bytes that own it where they read the same.
  private func written(_ text: String) -> TerraformText {
    let source = origin.map { origin in
      TerraformText.TextSource(
        origin,
        isVerbatim: origin.range.count == text.utf8.count
          && origin.file.bytes[origin.range.bounds].elementsEqual(text.utf8)
      )
    }
    return TerraformText(text, from: source)
  }

  private func convertedSequence(
    to target: TerraformType
  ) throws(TerraformError) -> TerraformValue {
    let elements = elements ?? []
    if case .tuple(let types) = target {
      guard case .tuple = content, types.count == elements.count else {
        throw .wrongType(target, at: origin)
      }
      return with(.tuple(try zip(elements, types).map(Self.converted)))
    }
    guard let wanted = target.element else { throw .wrongType(target, at: origin) }
    let (type, converted) = try converted(elements, to: wanted)
    switch target {
    case .list: return with(.list(type, converted))
    case .set: return with(Content.set(of: converted, type))
    default: throw .wrongType(target, at: origin)
    }
  }

  /// The elements of a collection whose type asks for elements of `wanted`, and their one type.
  private func converted(
    _ elements: [TerraformValue],
    to wanted: TerraformType
  ) throws(TerraformError) -> (TerraformType, [TerraformValue]) {
    var converted: [TerraformValue] = []
    converted.reserveCapacity(elements.count)
    for element in elements { converted.append(try element.converted(to: wanted)) }
    guard wanted.isOpen else { return (wanted.withoutOptionals, converted) }
    if elements.isEmpty {
      return (wanted.withoutOptionals.filled(from: type.element ?? .dynamic), [])
    }
    guard let type = TerraformType.elementType(of: converted.map(\.type)) else {
      throw .mixedTypes(at: origin)
    }
    // An open type was found by converting the elements: doing so again would multiply.
    for index in converted.indices where converted[index].type != type {
      converted[index] = try converted[index].converted(to: type)
    }
    return (type, converted)
  }

  private static func converted(
    _ element: TerraformValue,
    to type: TerraformType
  ) throws(TerraformError) -> TerraformValue {
    try element.converted(to: type)
  }

  private func convertedObject(
    _ object: TerraformObject,
    to target: TerraformType
  ) throws(TerraformError) -> TerraformValue {
    switch target {
    case .map(let wanted):
      let (type, values) = try converted(object.members.map(\.value), to: wanted)
      var members = object.members
      for (index, value) in values.enumerated() { members[index].value = value }
      let converted = TerraformObject(sorted: members, resource: object.resource)
      return with(.map(type, converted))
    case .object(let attributes, let optional):
      return try convertedObject(object, to: attributes, optional: optional)
    default: throw .wrongType(target, at: origin)
    }
  }

  private func convertedObject(
    _ object: TerraformObject,
    to attributes: [String: TerraformType],
    optional: Set<String>
  ) throws(TerraformError) -> TerraformValue {
    var members: [TerraformObject.Member] = []
    for (name, type) in attributes {
      if let value = object.attribute(name) {
        let key = object.member(name)?.key
        members.append(.init(name, try value.converted(to: type), key: key))
      } else if optional.contains(name) {
        members.append(.init(name, TerraformValue(.null(type.withoutOptionals))))
      } else {
        throw .missingAttribute(name, at: origin)
      }
    }
    return with(.object(TerraformObject(members)))
  }
}

extension TerraformValue.Content {
  /// The Boolean or the number that `text` spells; `nil` where it does not.
  fileprivate init?(_ text: String, as type: TerraformType) {
    switch (type, text) {
    case (.number, _):
      guard let number = TerraformNumber(text) else { return nil }
      self = .number(number)
    case (.bool, "true"), (.bool, "1"): self = .bool(true)
    case (.bool, "false"), (.bool, "0"): self = .bool(false)
    default: return nil
    }
  }
}

extension TerraformType {
  /// The type with its open parts taken from `source`, where that has the same form.
  fileprivate func filled(from source: TerraformType) -> TerraformType {
    switch (self, source) {
    case (.dynamic, _): return source
    case (.list(let element), _): return .list(element.filled(from: source.commonElement))
    case (.set(let element), _): return .set(element.filled(from: source.commonElement))
    case (.map(let element), _): return .map(element.filled(from: source.commonElement))
    case (.tuple(let elements), .tuple(let sources)) where elements.count == sources.count:
      return .tuple(zip(elements, sources).map { $0.filled(from: $1) })
    default: return self
    }
  }

  private var commonElement: TerraformType {
    switch self {
    case .tuple(let elements): TerraformType.elementType(of: elements) ?? .dynamic
    case .object(let attributes, _):
      TerraformType.elementType(of: Array(attributes.values)) ?? .dynamic
    default: element ?? .dynamic
    }
  }
}
