/// How the arguments and blocks of a Terraform resource are spelt in the AWS shape.
///
/// The target of an argument may be a path: `deploymentConfiguration.maximumPercent` for an
/// argument that the API nests, `AttachedManagedPolicies.PolicyArn` for texts that the API holds
/// in objects, one each.
struct ArgumentSpelling {
  /// The shape of the API that the arguments belong to.
  let shape: String

  /// Spells by the members of `shape`.
  init(_ shape: String) { self.shape = shape }

  /// `value` with the keys of its objects in the AWS shape.
  func applied(to value: Value) -> Value {
    switch value.content {
    case .list(let elements): value.with(.list(elements.map(applied)))
    case .object(let object): value.with(.object(applied(to: object)))
    default: value
    }
  }

  private func applied(to object: ValueObject) -> ValueObject {
    object.members.reduce(into: ValueObject()) { result, argument in
      if let member = member(for: argument) { result.merge(member) }
    }
  }

  /// The member of the shape that `argument` becomes; `nil` where the API has nothing like it.
  func member(for argument: ValueObject.Member) -> ValueObject.Member? {
    let name = TerraformShape.renames[shape]?[argument.name]
    if name == "" || Self.own.contains(argument.name) { return nil }
    let path = name.map { $0.split(separator: ".").map(String.init) } ?? [argument.name]
    let value = TerraformShape.choices[shape]?[argument.name].map(argument.value.choice)
    return member(along: path[...], value ?? argument.value, key: argument)
  }

  /// What resources and blocks have for Terraform's own use.
  private static let own: Set<String> = ["tags_all", "timeouts"]

  /// The member of the shape at the end of the dotted `path`, where `value` stands.
  func member(_ path: String, _ value: Value, key: ValueObject.Member) -> ValueObject.Member? {
    member(along: path.split(separator: ".").map(String.init)[...], value, key: key)
  }

  private func member(
    along path: ArraySlice<String>,
    _ value: Value,
    key argument: ValueObject.Member
  ) -> ValueObject.Member? {
    guard let name = path.first else { return nil }
    guard let found = found(name, isBlock: value.object == nil && value.text == nil) else {
      return ValueObject.Member(conventional(name), value, key: argument.key)
    }
    let rest = path.dropFirst()
    let content: Value?
    if rest.isEmpty {
      content = self.content(value, of: found, argument: argument.name)
    } else if found.isList {
      let parts = value.list ?? (value.isNull ? [] : [value])
      content = value.with(.list(parts.compactMap { nested(rest, $0, in: found, argument) }))
    } else {
      content = value.isNull ? value : nested(rest, value, in: found, argument)
    }
    return content.map { ValueObject.Member(found.name, $0, key: argument.key) }
  }

  private func nested(
    _ path: ArraySlice<String>,
    _ value: Value,
    in member: ShapeTable.Member,
    _ argument: ValueObject.Member
  ) -> Value? {
    let inner: ValueObject.Member?
    if case .shape(let shape) = member.content {
      inner = ArgumentSpelling(shape).member(along: path, value, key: argument)
    } else {
      inner = path.last.map { ValueObject.Member($0, value, key: argument.key) }
    }
    return inner.map { value.with(.object(ValueObject([$0]))) }
  }

  /// What stands in `member`: JSON read, a single block as the object that it is.
  private func content(_ value: Value, of member: ShapeTable.Member, argument: String) -> Value? {
    if TerraformShape.jsonMembers[shape]?.contains(argument) ?? false {
      let json = JSONText.value(of: value)
      return member.content.shape.map { Spelling.shape($0).applied(to: json) } ?? json
    }
    switch member.content {
    case .bool: return value.asStrictBool
    case .leaf: return value
    case .map: return value.asSingleBlock
    case .shape(let shape):
      let spelling = ArgumentSpelling(shape)
      guard member.isList else { return value.asSingleBlock.map(spelling.applied) }
      return spelling.pairs(of: value) ?? spelling.applied(to: value)
    }
  }

  /// The members of a map as the list of pairs that the API holds instead.
  private func pairs(of value: Value) -> Value? {
    guard let object = value.object, let names = pairNames else { return nil }
    let pairs = object.members.map { member in
      let key = Value(.string(member.name), at: member.key)
      return member.value.with(
        .object(
          ValueObject([
            ValueObject.Member(names.key, key), ValueObject.Member(names.value, member.value),
          ])
        )
      )
    }
    return value.with(.list(pairs))
  }

  private var pairNames: (key: String, value: String)? {
    let names = (ShapeTable.shared.members(of: shape) ?? []).map(\.name)
    return [("key", "value"), ("Key", "Value"), ("name", "value")].first { [$0.0, $0.1] == names }
  }

  /// The member that equals `name` but for case and underscores, or that is a block's plural.
  private func found(_ name: String, isBlock: Bool) -> ShapeTable.Member? {
    let plain = name.filter { $0 != "_" }
    let names = isBlock ? [plain, plain + "s", plain + "es"] : [plain]
    for name in names {
      if let member = ShapeTable.shared.member(name, of: shape) { return member }
    }
    return nil
  }

  /// The name that a member would have by the convention of the shape.
  private func conventional(_ name: String) -> String {
    name.camelCased(upper: !ShapeTable.shared.isLowerCamel(shape))
  }
}

extension ShapeTable.Content {
  /// The name of the shape that stands behind the member.
  var shape: String? { if case .shape(let name) = self { name } else { nil } }
}

extension String {
  /// `assign_public_ip` as `assignPublicIp`, or with a capital as `AssignPublicIp`.
  func camelCased(upper: Bool) -> String {
    split(separator: "_").enumerated().map { index, word in
      index > 0 || upper ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
    }.joined()
  }
}

extension Value {
  /// The one object of a list of blocks where the API has no list; `nil` where there is no block.
  fileprivate var asSingleBlock: Value? {
    guard let list else { return self }
    return list.count > 1 ? unknown(.malformed(expected: "one block")) : list.first
  }

  /// The word of the API for a Boolean argument.
  fileprivate func choice(_ words: (yes: String, no: String)) -> Value {
    switch asBool.content {
    case .bool(let flag): with(.string(flag ? words.yes : words.no))
    case .partial, .reference: asStrictBool
    default: self
    }
  }
}

extension ValueObject {
  /// Adds `member`: to a list the elements, to an object the members, else in place of the old.
  mutating func merge(_ member: Member) {
    guard let old = self[member.name] else { return set(member) }
    if let left = old.list, let right = member.value.list {
      set(Member(member.name, old.with(.list(left + right)), key: self.member(member.name)?.key))
    } else if var left = old.object, let right = member.value.object {
      for inner in right.members { left.merge(inner) }
      set(Member(member.name, old.with(.object(left)), key: self.member(member.name)?.key))
    } else if !member.value.isNull || old.isNull {
      set(member)
    }
  }
}
