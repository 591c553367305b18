package import SourceText

/// The mapping from CloudFormation's spelling to the AWS shape.
///
/// A property takes the name of the API member it equals but for letter case; a short table has
/// the names that differ, and a few functions the structures that do.
package enum CloudFormationShape {
  /// The resource that a template declares, its evaluated `properties` brought into the AWS shape.
  package static func resource(
    id: ResourceID,
    type: String,
    properties: Value,
    location: SourceLocation,
    constructPath: String? = nil
  ) -> Resource {
    let kind = kinds[type] ?? .other
    return Resource(
      id: id,
      kind: kind,
      type: type,
      properties: kind == .other ? properties : converted(properties, type: type, kind: kind),
      location: location,
      constructPath: constructPath
    )
  }

  private static func converted(_ properties: Value, type: String, kind: ResourceKind) -> Value {
    let flat = hoisted(properties, type: type)
    let value = Spelling.shape("@" + kind.rawValue).applied(to: flat)
    return restructured(value, kind: kind, type: type)
  }
}

/// How the keys of an object are spelt in the AWS shape.
enum Spelling {
  /// By the members of the named shape.
  case shape(String)
  /// As written: the keys are the user's own.
  case free
  /// As written, but with a small first letter.
  case lowerCamel

  /// `value` with the keys of its objects in the AWS shape.
  func applied(to value: Value) -> Value {
    if case .free = self { return value }
    switch value.content {
    case .list(let elements): return value.with(.list(elements.map(applied)))
    case .object(let object): return value.with(.object(applied(to: object)))
    default: return value
    }
  }

  private func applied(to object: ValueObject) -> ValueObject {
    ValueObject(
      object.members.map { member in
        let (name, content) = target(of: member.name)
        let value =
          content == .bool
          ? member.value.asStrictBool : spelling(of: content).applied(to: member.value)
        return ValueObject.Member(name, value, key: member.key)
      }
    )
  }

  private func target(of name: String) -> (name: String, content: ShapeTable.Content?) {
    guard case .shape(let shape) = self else { return (name.loweringFirst, nil) }
    let renamed = CloudFormationShape.renames[shape]?[name] ?? name
    if let member = ShapeTable.shared.member(renamed, of: shape) {
      return (member.name, member.content)
    }
    let lower = ShapeTable.shared.isLowerCamel(shape)
    return (lower ? renamed.loweringFirst : renamed, nil)
  }

  private func spelling(of content: ShapeTable.Content?) -> Spelling {
    switch content {
    case .shape(let name): .shape(name)
    case .leaf, .bool, .map: .free
    case nil: isLowerCamel ? .lowerCamel : .free
    }
  }

  private var isLowerCamel: Bool {
    if case .shape(let shape) = self { ShapeTable.shared.isLowerCamel(shape) } else { true }
  }
}

extension Value {
  /// The Boolean that a text stands for where only a Boolean can stand; unknown for other texts,
  /// and for an attribute of another resource, which is no text here.
  var asStrictBool: Value {
    let value = asBool
    switch value.content {
    case .string: return value.unknown(.malformed(expected: "true or false"))
    case .partial, .reference: return value.firstUnknownReason.map(value.unknown) ?? value
    default: return value
    }
  }

  /// The Boolean that a text stands for, as CloudFormation reads it; else the value itself.
  var asBool: Value {
    guard case .string(let text) = content else { return self }
    return switch text {
    case "true", "True", "TRUE": with(.bool(true))
    case "false", "False", "FALSE": with(.bool(false))
    default: self
    }
  }
}
