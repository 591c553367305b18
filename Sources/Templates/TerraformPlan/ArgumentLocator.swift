import Inventory
import SourceText
import Syntax

/// Moves the values of a plan to the arguments of the sources that they come from.
///
/// Names lead from blocks to arguments, and on through literal lists and objects, those within
/// `jsonencode` among them. Where they end, a value stands at the last expression that was reached.
struct ArgumentLocator {
  /// The paths of the arguments that hold JSON as text.
  let jsonArguments: Set<String>

  /// The arguments `properties` of a resource at their places in its blocks.
  ///
  /// Of several blocks, the first that has an argument counts: the others are overridden.
  func located(_ properties: Value, in blocks: [HCLBlock]) -> Value {
    guard let place = blocks.last?.location else { return properties }
    return located(properties, in: blocks.map(\.body), at: place, path: "")
  }

  private func located(
    _ value: Value,
    in bodies: [HCLBody],
    at place: SourceLocation,
    path: String
  ) -> Value {
    guard let object = value.object else { return value.moved(to: place) }
    let members = object.members.map { argument($0, in: bodies, path: path + $0.name) }
    return value.placed(at: place, .object(ValueObject(members)))
  }

  private func argument(
    _ member: ValueObject.Member,
    in bodies: [HCLBody],
    path: String
  ) -> ValueObject.Member {
    for body in bodies {
      if let attribute = body.attribute(member.name) {
        var value = located(member.value, in: attribute.expression)
        // What is not known of it may hold secrets, which nothing else would hide.
        if value.unknownReason != nil, jsonArguments.contains(path) { value.isSensitive = true }
        return ValueObject.Member(member.name, value, key: attribute.nameLocation)
      }
      let blocks = body.blocks(called: member.name)
      if let first = blocks.first {
        let value = located(member.value, in: blocks, path: path + ".")
        return ValueObject.Member(member.name, value, key: first.header)
      }
    }
    return ValueObject.Member(member.name, member.value.moved(to: nil))
  }

  /// The elements of `value` at the blocks that they come from, as far as that is clear.
  private func located(_ value: Value, in blocks: [NestedBlock], path: String) -> Value {
    let place = blocks[0].header
    guard let elements = value.list else { return value.moved(to: place) }
    let isOneToOne = blocks.count == elements.count && !blocks.contains(where: \.isDynamic)
    let located = elements.enumerated().map { index, element in
      guard isOneToOne || blocks.count == 1 else { return element.moved(to: place) }
      let block = blocks[isOneToOne ? index : 0]
      return self.located(element, in: [block.body], at: block.location, path: path)
    }
    return value.placed(at: place, .list(located))
  }
}

extension ArgumentLocator {
  /// The parts of `value` at the parts of `expression` that they come from.
  private func located(_ value: Value, in expression: HCLExpression) -> Value {
    switch expression.form {
    case .parentheses(let inner), .wrapped(let inner): return located(value, in: inner)
    case .call(let call)
    where call.arguments.count == 1 && Self.transparent.contains(call.name):
      return located(value, in: call.arguments[0])
    case .tuple(let parts):
      guard let elements = value.list else { break }
      return value.placed(at: expression.location, .list(located(elements, in: parts)))
    case .object(let items):
      guard let object = value.object else { break }
      let members = object.members.map { located($0, in: items, else: expression.location) }
      return value.placed(at: expression.location, .object(ValueObject(members)))
    default: break
    }
    return value.moved(to: expression.location)
  }

  /// The functions whose value has the parts of their argument.
  private static let transparent: Set<String> = [
    "jsonencode", "nonsensitive", "sensitive", "tolist", "tomap", "toset",
  ]

  /// Matches elements by their names, since the provider may sort them, else by their order.
  private func located(_ elements: [Value], in parts: [HCLExpression]) -> [Value] {
    let names = parts.map(\.nameOfObject)
    return elements.enumerated().map { index, element in
      let name = element.name
      let match = name.flatMap { name in names.firstIndex { $0 == name } }
      let isInOrder = parts.count == elements.count && (name == nil || names[index] == nil)
      guard let part = match ?? (isInOrder ? index : nil) else {
        return parts.first.map { element.moved(to: $0.location) } ?? element
      }
      return located(element, in: parts[part])
    }
  }

  private func located(
    _ member: ValueObject.Member,
    in items: [HCLObjectItem],
    else place: SourceLocation
  ) -> ValueObject.Member {
    let item = items.first { $0.keyName?.lowercased() == member.name.lowercased() }
    guard let item else {
      return ValueObject.Member(member.name, member.value.moved(to: place))
    }
    return ValueObject.Member(
      member.name,
      located(member.value, in: item.value),
      key: item.key.location
    )
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

  /// The member `name`, however its letters are written.
  fileprivate var name: String? {
    object?.members.first { $0.name.lowercased() == "name" }?.value.text
  }
}

extension HCLExpression {
  /// The text of the member `name` of an object.
  fileprivate var nameOfObject: String? {
    guard case .object(let items) = form else { return nil }
    return items.first { $0.keyName?.lowercased() == "name" }?.value.literal
  }
}

/// A block within a resource, or the content that a dynamic one repeats.
private struct NestedBlock {
  let body: HCLBody
  let location: SourceLocation
  let header: SourceLocation
  let isDynamic: Bool
}

extension HCLBody {
  /// The blocks of the type `name`, dynamic ones among them.
  fileprivate func blocks(called name: String) -> [NestedBlock] {
    blocks.compactMap { block in
      let isDynamic = block.type == "dynamic" && block.labels.first?.text == name
      guard isDynamic || block.type == name else { return nil }
      let content = isDynamic ? block.body.blocks.first { $0.type == "content" } : block
      return NestedBlock(
        body: content?.body ?? block.body,
        location: block.location,
        header: block.headerLocation,
        isDynamic: isDynamic
      )
    }
  }
}
