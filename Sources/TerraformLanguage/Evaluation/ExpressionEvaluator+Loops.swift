import SourceText
import Syntax

extension ExpressionEvaluator {
  /// What a loop runs over.
  enum Iteration {
    /// Elements with their keys.
    case elements([(key: TerraformValue, value: TerraformValue)])
    /// Something that is not known.
    case unknown
  }

  /// The elements of `collection`, which is the value of `expression`.
  func iteration(
    over collection: TerraformValue,
    at expression: HCLExpression
  ) throws(TerraformError) -> Iteration {
    switch collection.content {
    case .null: throw TerraformError.iterationOverNull.located(at: expression.location)
    case .unknown(let type, _) where type.isPrimitive:
      throw TerraformError.iterationOverScalar.located(at: expression.location)
    case .unknown: return .unknown
    case .bool, .number, .string:
      throw TerraformError.iterationOverScalar.located(at: expression.location)
    case .tuple(let elements), .list(_, let elements):
      return .elements(
        elements.enumerated().map { index, element in
          (TerraformValue(.number(TerraformNumber(index))), element.reached(through: collection))
        }
      )
    case .set(_, let elements):
      return .elements(
        elements.map { element in
          let element = element.reached(through: collection)
          return (element, element)
        }
      )
    case .object(let object), .map(_, let object):
      // The attributes of a resource are not all known by name.
      guard object.resource == nil else { return .unknown }
      return .elements(
        object.members.map { ($0.nameValue, $0.value.reached(through: collection)) }
      )
    }
  }

  /// The evaluator for one pass of a loop.
  func binding(
    _ keyName: String?,
    _ valueName: String,
    to pass: (key: TerraformValue, value: TerraformValue)
  ) -> ExpressionEvaluator {
    var evaluator = self
    if let keyName {
      evaluator.locals = LocalNames(keyName, pass.key, within: evaluator.locals)
    }
    evaluator.locals = LocalNames(valueName, pass.value, within: evaluator.locals)
    return evaluator
  }

  /// The value of `[for …]`.
  func tuple(
    of loop: HCLFor,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    let collection = try value(of: loop.collection)
    guard case .elements(let passes) = try iteration(over: collection, at: loop.collection) else {
      return .unsure(of: collection, at: expression.location)
    }
    var values: [TerraformValue] = []
    var marks = collection.marks
    var unsure: TerraformValue?
    for pass in passes {
      let evaluator = binding(loop.keyName, loop.valueName, to: pass)
      guard try evaluator.includes(loop, &marks, &unsure) else { continue }
      values.append(try evaluator.element(loop.valueResult))
    }
    if let unsure { return .unsure(of: unsure, at: expression.location).bearing(marks) }
    return TerraformValue(.tuple(values), at: expression.location, marks: marks)
  }

  /// Whether the condition of a loop lets this pass in; notes one that cannot be decided.
  private func includes(
    _ loop: HCLFor,
    _ marks: inout Set<String>,
    _ unsure: inout TerraformValue?
  ) throws(TerraformError) -> Bool {
    guard let condition = loop.condition else { return true }
    let test = try truth(of: condition)
    marks.formUnion(test.marks)
    guard let bool = test.bool else {
      unsure = unsure ?? test
      return false
    }
    return bool
  }

  /// The value of `{for …}`.
  func object(
    of loop: HCLFor,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    let collection = try value(of: loop.collection)
    guard case .elements(let passes) = try iteration(over: collection, at: loop.collection) else {
      return .unsure(of: collection, at: expression.location)
    }
    var groups = MemberGroups()
    var marks = collection.marks
    var unsure: TerraformValue?
    for pass in passes {
      let evaluator = binding(loop.keyName, loop.valueName, to: pass)
      var doubtful: TerraformValue?
      let isIncluded = try evaluator.includes(loop, &marks, &doubtful)
      guard isIncluded || doubtful != nil, let keyResult = loop.keyResult else { continue }
      let key = try evaluator.key(keyResult)
      marks.formUnion(key.marks)
      guard let name = key.text else {
        unsure = unsure ?? key
        continue
      }
      guard loop.groups || !groups.contains(name) else {
        let shown = marks.contains("sensitive") ? "…" : name
        throw TerraformError.duplicateKey(shown).located(at: keyResult.location)
      }
      let value = try evaluator.element(loop.valueResult)
      // Whether the member is there is as little known as its value; the others stay known.
      let member = doubtful.map { value.isUnknown ? value : .unsure(of: $0, at: value.origin) }
      groups.add(member ?? value, to: name, key: key.origin)
    }
    if let unsure { return .unsure(of: unsure, at: expression.location).bearing(marks) }
    let members = groups.members(areGrouped: loop.groups, at: expression.location)
    return TerraformValue(
      .object(TerraformObject(members)),
      at: expression.location,
      marks: marks
    )
  }

  private func key(_ expression: HCLExpression) throws(TerraformError) -> TerraformValue {
    let value = try value(of: expression)
    do {
      return try keyText(of: value)
    } catch {
      throw error.located(at: expression.location)
    }
  }
}

/// The members of an object that a loop makes, with all values that came for one name.
private struct MemberGroups {
  private var groups: [(name: String, key: SourceLocation?, values: [TerraformValue])] = []
  private var positions: [String: Int] = [:]

  func contains(_ name: String) -> Bool { positions[name] != nil }

  mutating func add(_ value: TerraformValue, to name: String, key: SourceLocation?) {
    if let position = positions[name] {
      groups[position].values.append(value)
    } else {
      positions[name] = groups.count
      groups.append((name, key, [value]))
    }
  }

  /// The members, with tuples for values where they are grouped.
  func members(areGrouped: Bool, at location: SourceLocation) -> [TerraformObject.Member] {
    groups.map { group in
      let value =
        areGrouped ? TerraformValue(.tuple(group.values), at: location) : group.values[0]
      return TerraformObject.Member(group.name, value, key: group.key)
    }
  }
}

extension TerraformValue {
  /// The same value as an element that a loop takes from `collection`, whose marks stay with the
  /// loop.
  func reached(through collection: TerraformValue) -> TerraformValue {
    guard !collection.marks.isEmpty else { return taken(from: collection) }
    var value = taken(from: collection)
    value.marks = marks
    return value
  }
}

extension TerraformObject.Member {
  /// The name as a value that the bytes of the key own.
  var nameValue: TerraformValue {
    let source = key.map { key in
      TerraformText.TextSource(
        key,
        isVerbatim: key.file.bytes[key.range.bounds].elementsEqual(name.utf8)
      )
    }
    return TerraformValue(.string(TerraformText(name, from: source)), at: key)
  }
}
