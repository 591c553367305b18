import Inventory
import SourceText
import Syntax

/// Moves the values of a plan to the arguments of the sources that they come from.
///
/// Names lead from blocks to arguments, and on through literal lists and objects, those within
/// `jsonencode` and within texts of JSON among them. Where they end, a value stands at the last
/// expression that was reached.
struct ArgumentLocator {
  /// The paths of the arguments that hold JSON as text.
  let jsonArguments: Set<String>

  /// The arguments `properties` of a resource at their places in the block `declaration`.
  func located(_ properties: Value, in declaration: Declaration) -> Value {
    located(properties, in: declaration.body, at: declaration.location, path: "")
  }

  private func located(
    _ value: Value,
    in body: TerraformBody,
    at place: SourceLocation,
    path: String
  ) -> Value {
    guard let object = value.object else { return value.moved(to: place) }
    let members = object.members.map { argument($0, in: body, path: path + $0.name) }
    return value.placed(at: place, .object(ValueObject(members)))
  }

  private func argument(
    _ member: ValueObject.Member,
    in body: TerraformBody,
    path: String
  ) -> ValueObject.Member {
    if let argument = body.argument(member.name) {
      let place = argument.expression.location
      var value = located(member.value, in: SourcePart(argument.expression), else: place)
      // What is not known of it may hold secrets, which nothing else would hide.
      if value.unknownReason != nil, jsonArguments.contains(path) { value.isSensitive = true }
      return ValueObject.Member(member.name, value, key: argument.nameLocation)
    }
    let blocks = body.nativeBlocks.filter { $0.effectiveType == member.name }
    if let first = blocks.first {
      let value = located(member.value, in: blocks, path: path + ".")
      return ValueObject.Member(member.name, value, key: first.header)
    }
    return ValueObject.Member(member.name, member.value.moved(to: nil))
  }

  /// The elements of `value` at the blocks that they come from, as far as that is clear.
  private func located(_ value: Value, in blocks: [TerraformBlock], path: String) -> Value {
    let place = blocks[0].header
    guard let elements = value.list else { return value.moved(to: place) }
    let isOneToOne = blocks.count == elements.count && !blocks.contains(where: \.isDynamic)
    let located = elements.enumerated().map { index, element in
      guard isOneToOne || blocks.count == 1 else { return element.moved(to: place) }
      let block = blocks[isOneToOne ? index : 0]
      let content = block.isDynamic ? block.body.blocks("content").first : block
      let body = content?.body ?? block.body
      return self.located(element, in: body, at: block.location, path: path)
    }
    return value.placed(at: place, .list(located))
  }
}

extension ArgumentLocator {
  /// The parts of `value` at the parts of `part` that they come from.
  private func located(
    _ value: Value,
    in part: SourcePart,
    else outer: SourceLocation
  ) -> Value {
    let place = part.location ?? outer
    switch (value.content, part.structure) {
    case (.list(let elements), .list(let parts)):
      return value.placed(at: place, .list(located(elements, in: parts, else: place)))
    // The JSON syntax may leave out the list around a single block.
    case (.list(let elements), .object) where elements.count == 1:
      return value.placed(at: place, .list([located(elements[0], in: part, else: place)]))
    case (.object(let object), .object(let members)):
      let found = object.members.map { located($0, in: members, else: place) }
      return value.placed(at: place, .object(ValueObject(found)))
    default: return value.moved(to: place)
    }
  }

  /// Matches elements by their names, since the provider may sort them, else by their order.
  private func located(
    _ elements: [Value],
    in parts: [SourcePart],
    else place: SourceLocation
  ) -> [Value] {
    let names = parts.map(\.name)
    return elements.enumerated().map { index, element in
      let name = element.name
      let match = name.flatMap { name in names.firstIndex { $0 == name } }
      let isInOrder = parts.count == elements.count && (name == nil || names[index] == nil)
      guard let index = match ?? (isInOrder ? index : nil) else { return element.moved(to: place) }
      return located(element, in: parts[index], else: place)
    }
  }

  private func located(
    _ member: ValueObject.Member,
    in members: [SourcePart.Member],
    else place: SourceLocation
  ) -> ValueObject.Member {
    let name = member.name.lowercased()
    guard let found = members.first(where: { $0.name.lowercased() == name }) else {
      return ValueObject.Member(member.name, member.value.moved(to: place))
    }
    return ValueObject.Member(
      member.name,
      located(member.value, in: found.part, else: place),
      key: found.key
    )
  }
}

extension SourcePart {
  /// The text of the member `name` of an object.
  fileprivate var name: String? {
    guard case .object(let members) = structure else { return nil }
    return members.first { $0.name.lowercased() == "name" }?.part.literal
  }
}

extension Value {
  /// The value with other parts at `place`; where it stood becomes a place it comes through.
  fileprivate func placed(at place: SourceLocation?, _ content: Content) -> Value {
    var value = self
    if let origin { value.via.append(origin) }
    value.origin = place
    value.content = content
    return value
  }

  /// The value and all its parts at `place`.
  fileprivate func moved(to place: SourceLocation?) -> Value {
    switch content {
    case .list(let elements):
      return placed(at: place, .list(elements.map { $0.moved(to: place) }))
    case .object(let object):
      let members = object.members.map {
        ValueObject.Member($0.name, $0.value.moved(to: place))
      }
      return placed(at: place, .object(ValueObject(members)))
    default: return placed(at: place, content)
    }
  }

  /// The text of the member `name`, however its letters are written.
  fileprivate var name: String? {
    object?.members.first { $0.name.lowercased() == "name" }?.value.text
  }
}
