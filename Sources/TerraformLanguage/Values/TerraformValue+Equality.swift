extension TerraformValue {
  /// Whether two values are the same, wherever they are written; `nil` where that is not known.
  ///
  /// Values of different types are never the same: `"1"` is not `1`.
  package func isEqual(to other: TerraformValue) -> Bool? {
    switch (content, other.content) {
    case (.null, .null): return true
    case (.unknown(let type, _), _) where !other.isNull: return type.mayBe(other.type) ? nil : false
    case (_, .unknown(let type, _)) where !isNull: return type.mayBe(self.type) ? nil : false
    case (.unknown, _), (_, .unknown): return nil
    case (.null, _), (_, .null): return false
    case (.bool(let left), .bool(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right
    case (.string(let left), .string(let right)): return left.isEqual(to: right)
    case (.tuple(let left), .tuple(let right)): return Self.areEqual(left, right)
    case (.list(let type, let left), .list(let other, let right)):
      return type.mayBe(other) ? Self.areEqual(left, right) : false
    case (.set(let type, let left), .set(let other, let right)):
      return type.mayBe(other) ? Self.areEqualSets(left, right) : false
    case (.object(let left), .object(let right)): return Self.areEqual(left, right)
    case (.map(let type, let left), .map(let other, let right)):
      return type.mayBe(other) ? Self.areEqual(left, right) : false
    default: return false
    }
  }

  private static func areEqual(_ left: [TerraformValue], _ right: [TerraformValue]) -> Bool? {
    guard left.count == right.count else { return false }
    var result: Bool? = true
    for (left, right) in zip(left, right) {
      switch left.isEqual(to: right) {
      case false?: return false
      case nil: result = nil
      case true?: continue
      }
    }
    return result
  }

  private static func areEqual(_ left: TerraformObject, _ right: TerraformObject) -> Bool? {
    let isOpen = left.resource != nil || right.resource != nil
    guard left.members.map(\.name) == right.members.map(\.name) else { return isOpen ? nil : false }
    let result = areEqual(left.members.map(\.value), right.members.map(\.value))
    return isOpen && result == true && left.resource != right.resource ? nil : result
  }

  /// Sets are in order, so that equal ones have equal elements in equal places.
  private static func areEqualSets(_ left: [TerraformValue], _ right: [TerraformValue]) -> Bool? {
    guard left.allSatisfy(\.isKnown), right.allSatisfy(\.isKnown) else { return nil }
    return areEqual(left, right)
  }
}

extension TerraformText {
  /// Whether two texts read the same; `nil` where that is not known.
  package func isEqual(to other: TerraformText) -> Bool? {
    if let left = text, let right = other.text { return left == right }
    if pieces == other.pieces, pieces.allSatisfy(\.isSameWhereverItStands) { return true }
    let (left, right) = (knownPrefix.utf8, other.knownPrefix.utf8)
    let mayBegin: Bool
    if let text = other.text {
      mayBegin = text.utf8.starts(with: left)
    } else if let text {
      mayBegin = text.utf8.starts(with: right)
    } else {
      mayBegin = left.starts(with: right) || right.starts(with: left)
    }
    return mayBegin ? nil : false
  }
}

extension TerraformText.Piece {
  /// Whether two such pieces are the same text: an attribute of one resource has one value.
  fileprivate var isSameWhereverItStands: Bool {
    switch self {
    case .literal, .unknown(.reference, _): true
    case .json, .unknown: false
    }
  }
}

extension TerraformType {
  /// Whether values of the two types can be of one type once all is known.
  func mayBe(_ other: TerraformType) -> Bool {
    switch (self, other) {
    case (.dynamic, _), (_, .dynamic): true
    case (.list(let left), .list(let right)), (.set(let left), .set(let right)),
      (.map(let left), .map(let right)):
      left.mayBe(right)
    case (.tuple(let left), .tuple(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.mayBe($1) }
    case (.object(let left, _), .object(let right, _)):
      left.count == right.count
        && left.allSatisfy { name, type in right[name]?.mayBe(type) ?? false }
    default: self == other
    }
  }
}
