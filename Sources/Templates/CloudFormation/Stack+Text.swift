import Inventory
import SourceText
import Syntax

extension Stack {
  /// `Fn::Sub`, with or without a map of its own variables.
  func substitution(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    let operands = operands(of: call)
    guard let text = call.argument.string ?? operands.first?.string else { return malformed(call) }
    var variables: [String: Value] = [:]
    for entry in operands.dropFirst().first?.entries ?? [] {
      guard let name = entry.key.string else { continue }
      variables[bindings.name(name)] = operand(entry.value, bindings)
    }
    var builder = TextBuilder()
    for part in Substitution(text).parts {
      switch part {
      case .literal(let text): builder.append(text)
      case .alphanumeric(let name): bindings.appendAlphanumeric(name, to: &builder)
      case .variable(let name):
        builder.append(
          variables[name] ?? variable(name, bindings, at: call.location)
            ?? Value(.null, at: nil)
        )
      }
    }
    let template = operands.first ?? call.argument
    return Value(builder.content, at: template.location)
  }

  /// What `${name}` stands for in a text.
  private func variable(_ name: String, _ bindings: Bindings, at location: SourceLocation) -> Value?
  {
    let resolved = bindings.isEmpty ? name : bindings.name(name)
    guard bindings[name] == nil, let dot = resolved.offset(of: ".") else {
      return reference(to: resolved, bindings, at: location)
    }
    let (resource, attribute) = resolved.split(at: dot)
    return self.attribute(String(attribute.dropFirst()), of: String(resource), at: location)
  }

  /// `Fn::Join`.
  func join(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    let operands = operands(of: call)
    guard operands.count == 2 else { return malformed(call) }
    let delimiter = operand(operands[0], bindings)
    let list = operand(operands[1], bindings)
    if let doubt = list.doubt { return unknown(doubt, at: call.location) }
    guard let elements = list.list else { return malformed(call) }
    var builder = TextBuilder()
    for (index, element) in elements.enumerated() {
      if index > 0 { builder.append(delimiter) }
      builder.append(element)
    }
    return Value(builder.content, at: call.location)
  }

  /// `Fn::ToJsonString`.
  func jsonText(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    var builder = TextBuilder()
    builder.appendJSON(argument(of: call, bindings))
    return Value(builder.content, at: call.location)
  }

  /// `Fn::Cidr` for IPv4 blocks.
  func cidr(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    let operands = operands(of: call).map { operand($0, bindings) }
    if let doubt = operands.lazy.compactMap(\.doubt).first {
      return unknown(doubt, at: call.location)
    }
    guard (2...3).contains(operands.count), let block = operands[0].text,
      let count = operands[1].text.flatMap({ Int($0) }),
      let bits = operands.count == 3 ? operands[2].text.flatMap({ Int($0) }) : 8
    else { return malformed(call) }
    guard let blocks = IPv4Block(block)?.divided(into: count, hostBits: bits) else {
      return unknown(.function(call.name), at: call.location)
    }
    return Value(
      .list(blocks.map { Value(.string($0.text), at: call.location) }),
      at: call.location
    )
  }
}
