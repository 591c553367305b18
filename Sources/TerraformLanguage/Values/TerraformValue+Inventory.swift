package import Inventory
import SourceText

extension TerraformValue {
  /// The value as the inventory holds it, every part with its place.
  ///
  /// Where the budget ends, or the nesting is too deep, the rest is `.unknown(.tooLarge)`.
  ///
  /// - Parameters:
  ///   - readsJSON: whether a text that is the encoding of a value is taken for that value
  ///   - budget: how many values may still be made
  /// - Returns: the value; all within a secret is a secret
  package func inventoryValue(readsJSON: Bool = false, budget: inout ValueBudget) -> Value {
    var converter = InventoryConverter(readsJSON: readsJSON, budget: budget)
    let value = converter.convert(self, isSensitive: false, depth: 0)
    budget = converter.budget
    return value
  }

  /// The value as the inventory holds it, with a budget of its own.
  package func inventoryValue(readsJSON: Bool = false) -> Value {
    var budget = ValueBudget()
    return inventoryValue(readsJSON: readsJSON, budget: &budget)
  }
}

/// Turns values of the language into values of the inventory.
private struct InventoryConverter {
  let readsJSON: Bool
  var budget: ValueBudget

  mutating func convert(_ value: TerraformValue, isSensitive outer: Bool, depth: Int) -> Value {
    let isSensitive = outer || value.marks.contains("sensitive")
    var result = Value(.null, at: value.origin, via: value.via)
    result.isSensitive = isSensitive
    guard budget.spend(), depth < ValueBudget.depth else {
      result.content = .unknown(.tooLarge(value.origin?.file.path ?? ""))
      return result
    }
    switch value.content {
    case .null: break
    case .unknown(_, let doubt): result.content = doubt.content
    case .bool(let bool): result.content = .bool(bool)
    case .number(let number): result.content = .number(number.text)
    case .string(let rope):
      if readsJSON, case .json(let inner) = rope.pieces.first, rope.pieces.count == 1 {
        let isWhole = outer || value.marksOfWholeText.contains("sensitive")
        return convert(inner, isSensitive: isWhole, depth: depth + 1)
      }
      result.content = rope.inventoryContent
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      result.content = .list(
        elements.map { convert($0, isSensitive: isSensitive, depth: depth + 1) }
      )
    case .object(let object), .map(_, let object):
      result.content = .object(convert(object, isSensitive: isSensitive, depth: depth))
    }
    return result
  }

  private mutating func convert(
    _ object: TerraformObject,
    isSensitive: Bool,
    depth: Int
  ) -> ValueObject {
    ValueObject(
      object.membersAsWritten.map { member in
        ValueObject.Member(
          member.name,
          convert(member.value, isSensitive: isSensitive, depth: depth + 1),
          key: member.key
        )
      }
    )
  }
}

extension TerraformObject {
  /// The members in the order of their keys in one file; by name where they do not all have one.
  fileprivate var membersAsWritten: [Member] {
    guard let file = members.first?.key?.file, members.allSatisfy({ $0.key?.file == file }) else {
      return members
    }
    return members.sorted { ($0.key?.range.start ?? 0) < ($1.key?.range.start ?? 0) }
  }
}

extension TerraformValue.Doubt {
  /// What the inventory holds of a value that is not known.
  fileprivate var content: Value.Content {
    switch self {
    case .reason(let reason): .unknown(reason)
    case .reference(let reference): .reference(reference)
    }
  }

  fileprivate var piece: TextPiece {
    switch self {
    case .reason(let reason): .unknown(reason)
    case .reference(let reference): .reference(reference)
    }
  }
}

extension TerraformText {
  /// A text, or its known and unknown pieces; a single unknown piece is that itself.
  fileprivate var inventoryContent: Value.Content {
    if let text { return .string(text) }
    if case .unknown(let doubt, _) = pieces.first, pieces.count == 1 { return doubt.content }
    var result: [TextPiece] = []
    for piece in pieces {
      switch piece {
      case .unknown(let doubt, _): result.append(doubt.piece)
      case .literal, .json:
        guard let text = piece.text else {
          result.append(doubt(in: piece))
          continue
        }
        if case .literal(let before) = result.last {
          result[result.count - 1] = .literal(before + text)
        } else {
          result.append(.literal(text))
        }
      }
    }
    return .partial(result)
  }

  private func doubt(in piece: Piece) -> TextPiece {
    TerraformText([piece]).doubt?.piece ?? .unknown(.function("jsonencode"))
  }
}
