import Inventory
import SourceText
import Syntax

extension Stack {
  /// The value of the expression `node`; `nil` for `AWS::NoValue`.
  func value(_ node: Node, _ bindings: Bindings) -> Value? {
    reading.depth += 1
    defer { reading.depth -= 1 }
    guard reading.budget.spend(), reading.depth < ValueBudget.depth else {
      reading.log.add(.tooLarge(node.file))
      return unknown(.tooLarge(node.file.path), at: node.location)
    }
    if let call = Intrinsic(node) {
      guard var value = apply(call, bindings) else { return nil }
      if let alias = call.alias { value.via.append(alias) }
      return value
    }
    return plainValue(node, bindings)
  }

  /// The value of `node`, its own tag left out of account.
  func plainValue(_ node: Node, _ bindings: Bindings) -> Value {
    Value(
      content(of: node, bindings),
      at: node.location,
      via: node.aliasLocation.map { [$0] } ?? []
    )
  }

  private func content(of node: Node, _ bindings: Bindings) -> Value.Content {
    switch node.kind {
    case .string: bindings.substitute(node.string ?? "")
    case .null, .bool, .number: Value.scalarContent(of: node)
    case .sequence: .list(node.elements.compactMap { value($0, bindings) })
    case .mapping: .object(object(node, bindings))
    }
  }

  private func object(_ node: Node, _ bindings: Bindings) -> ValueObject {
    var members: [ValueObject.Member] = []
    for entry in node.entries {
      let key = entry.key.string ?? ""
      if key.hasPrefix("Fn::ForEach") {
        forEach(entry, bindings) { name, body, bindings in
          guard let value = value(body.value, bindings) else { return }
          members.append(.init(name, value, key: body.key.location))
        }
      } else if key == "Fn::Transform" {
        reading.log.add(.transformNotApplied(at: entry.key.location))
      } else if let value = value(entry.value, bindings) {
        members.append(.init(bindings.name(key), value, key: entry.key.location))
      }
    }
    return ValueObject(members)
  }

  /// The value of what `call` is applied to; null where that is `AWS::NoValue`.
  func argument(of call: Intrinsic, _ bindings: Bindings) -> Value {
    if call.isTagged {
      guard let inner = Intrinsic(behindTagOf: call.argument) else {
        return plainValue(call.argument, bindings)
      }
      return apply(inner, bindings) ?? Value(.null, at: call.argument.location)
    }
    return value(call.argument, bindings) ?? Value(.null, at: call.argument.location)
  }

  /// The elements of what `call` is applied to, not evaluated.
  func operands(of call: Intrinsic) -> [Node] { call.argument.elements }

  /// The value of one operand; null where that is `AWS::NoValue`.
  func operand(_ node: Node, _ bindings: Bindings) -> Value {
    value(node, bindings) ?? Value(.null, at: node.location)
  }

  func unknown(_ reason: UnknownReason, at location: SourceLocation?) -> Value {
    Value(.unknown(reason), at: location)
  }

  /// Reports that `call` has the wrong arguments.
  func malformed(_ call: Intrinsic) -> Value {
    reading.log.add(.malformedCall(call.name, at: call.location))
    return unknown(.function(call.name), at: call.location)
  }
}

extension Value {
  /// Why the value, or a part of its text, is not known.
  var doubt: UnknownReason? {
    switch content {
    case .unknown(let reason): reason
    case .reference(let reference):
      .attribute(
        [reference.resource.path, reference.attribute].compactMap(\.self).joined(separator: ".")
      )
    case .partial(let pieces):
      pieces.lazy.compactMap { Value(Self.content(of: $0), at: nil).doubt }.first
    default: nil
    }
  }

  private static func content(of piece: TextPiece) -> Content {
    switch piece {
    case .literal(let text): .string(text)
    case .reference(let reference): .reference(reference)
    case .unknown(let reason): .unknown(reason)
    }
  }

  /// The value as it looks from `location`, to which it came from elsewhere.
  ///
  /// A value that nobody wrote is shown where it is used.
  func seen(from location: SourceLocation) -> Value {
    var value = self
    if origin == nil { value.origin = location } else { value.via.append(location) }
    return value
  }
}
