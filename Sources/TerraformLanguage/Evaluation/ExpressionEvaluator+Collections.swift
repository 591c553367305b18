import Inventory
import SourceText
import Syntax

extension ExpressionEvaluator {
  /// The value of `[…]`.
  func tuple(
    _ elements: [HCLExpression],
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    var values: [TerraformValue] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try self.element(element)) }
    return TerraformValue(.tuple(values), at: expression.location)
  }

  /// The value of `{…}`; unknown as a whole if the name of a member is.
  func object(
    _ items: [HCLObjectItem],
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    var members: [TerraformObject.Member] = []
    members.reserveCapacity(items.count)
    var marks: Set<String> = []
    var unknown: TerraformValue?
    for item in items {
      if let name = item.keyName {
        members.append(.init(name, try element(item.value), key: item.key.location))
        continue
      }
      let key = try self.key(of: item)
      marks.formUnion(key.marks)
      let value = try element(item.value)
      if let name = key.text {
        members.append(.init(name, value, key: item.key.location))
      } else {
        unknown = unknown ?? key
      }
    }
    if let unknown { return .unsure(of: unknown, at: expression.location).bearing(marks) }
    return TerraformValue(
      .object(TerraformObject(members)),
      at: expression.location,
      marks: marks
    )
  }

  /// The value of a key that is not a plain name, as a string.
  private func key(of item: HCLObjectItem) throws(TerraformError) -> TerraformValue {
    if !item.isParenthesised, item.key.isAttribute {
      throw TerraformError.ambiguousKey.located(at: item.key.location)
    }
    do {
      return try keyText(of: element(item.key))
    } catch {
      let error = error.located(at: item.key.location)
      guard mode != .strict else { throw error }
      return lost(error, at: item.key)
    }
  }

  /// `value` as the key of an object.
  func keyText(of value: TerraformValue) throws(TerraformError) -> TerraformValue {
    if value.isNull { throw .nullKey }
    do {
      return try value.converted(to: .string)
    } catch {
      throw .invalidKey
    }
  }
}

extension TerraformValue {
  /// A value that depends on `cause`, of which not all is known.
  static func unsure(of cause: TerraformValue, at origin: SourceLocation?) -> TerraformValue {
    .unknown(cause.spreadingDoubt, at: origin).bearing(cause.marks)
  }

  /// Why something is not known that depends on this value, of which not all is known.
  var spreadingDoubt: Doubt {
    if let resource = object?.resource { return .reference(ResourceReference(resource)) }
    return doubt ?? .reason(.malformed(expected: "value"))
  }
}

extension HCLExpression {
  /// Whether the expression is a reference of several names, `a.b`.
  fileprivate var isAttribute: Bool {
    switch form {
    case .attribute, .legacyIndex, .index: true
    default: false
    }
  }
}
