import SourceText

extension TerraformValue {
  /// What is certain of a value that is either this one or `other`.
  ///
  /// Collections of one shape are merged member by member; a member that only one of them has is
  /// not known.
  func merged(with other: TerraformValue, _ doubt: Doubt) -> TerraformValue {
    switch (content, other.content) {
    case (.null, .null):
      return with(.null(commonType(with: other)))
    case (.object(let left), .object(let right)) where left.resource == right.resource:
      return with(.object(left.merged(with: right, doubt)))
    case (.map(let type, let left), .map(let otherType, let right)) where type == otherType:
      return with(.map(type, left.merged(with: right, doubt)))
    case (.tuple(let left), .tuple(let right)) where left.count == right.count:
      return with(.tuple(Self.merged(left, right, doubt)))
    case (.list(let type, let left), .list(let otherType, let right))
    where type == otherType && left.count == right.count:
      return with(.list(type, Self.merged(left, right, doubt)))
    case (.string(let left), .string(let right)) where left.encoded != nil && right.encoded != nil:
      return mergedJSON(left, right, doubt) ?? unsure(between: other, doubt)
    default:
      return isKnown && isEqual(to: other) == true ? self : unsure(between: other, doubt)
    }
  }

  private func unsure(between other: TerraformValue, _ doubt: Doubt) -> TerraformValue {
    TerraformValue(.unknown(commonType(with: other), doubt), marks: marks.union(other.marks))
  }

  private func commonType(with other: TerraformValue) -> TerraformType {
    let types = [type, other.type]
    if isNull, types[0] == .dynamic { return types[1] }
    if other.isNull, types[1] == .dynamic { return types[0] }
    guard !types.contains(.dynamic), !holdsResource, !other.holdsResource else { return .dynamic }
    return TerraformType.unified(types) ?? .dynamic
  }

  private func mergedJSON(
    _ left: TerraformText,
    _ right: TerraformText,
    _ doubt: Doubt
  ) -> TerraformValue? {
    guard let left = left.encoded, let right = right.encoded else { return nil }
    let merged = left.merged(with: right, doubt)
    return with(.string(TerraformText([.json(merged)])))
  }

  private static func merged(
    _ left: [TerraformValue],
    _ right: [TerraformValue],
    _ doubt: Doubt
  ) -> [TerraformValue] {
    zip(left, right).map { left, right in
      left.merged(with: right, doubt).bearing(right.marks)
    }
  }

  /// Whether the value is a resource or holds one, so that its type is not wholly known.
  var holdsResource: Bool {
    switch content {
    case .unknown, .null, .bool, .number, .string: false
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      elements.contains(where: \.holdsResource)
    case .object(let object), .map(_, let object):
      object.resource != nil || object.members.contains(where: \.value.holdsResource)
    }
  }
}

extension TerraformObject {
  fileprivate func merged(
    with other: TerraformObject,
    _ doubt: TerraformValue.Doubt
  ) -> TerraformObject {
    var merged: [Member] = []
    for var member in members {
      if let counterpart = other.attribute(member.name) {
        member.value = member.value.merged(with: counterpart, doubt).bearing(counterpart.marks)
      } else {
        member.value = member.value.with(.unknown(member.value.type, doubt))
      }
      merged.append(member)
    }
    for var member in other.members where self.member(member.name) == nil {
      if let counterpart = attribute(member.name) {
        member.value = counterpart.merged(with: member.value, doubt)
      } else {
        member.value = member.value.with(.unknown(member.value.type, doubt))
      }
      merged.append(member)
    }
    return TerraformObject(merged, resource: resource)
  }
}

extension TerraformText {
  /// The value whose JSON the text is and nothing else.
  fileprivate var encoded: TerraformValue? {
    if case .json(let value) = pieces.first, pieces.count == 1 { value } else { nil }
  }
}
