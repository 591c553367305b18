import Inventory
import SourceText
import Syntax

extension Stack {
  /// The result of `call`; `nil` for `AWS::NoValue`.
  func apply(_ call: Intrinsic, _ bindings: Bindings) -> Value? {
    switch call.name {
    case "Ref": reference(call, bindings)
    case "Fn::GetAtt": attribute(call, bindings)
    case "Fn::If": choice(call, bindings)
    case "Fn::Sub": substitution(call, bindings)
    case "Fn::Join": join(call, bindings)
    case "Fn::Select": select(call, bindings)
    case "Fn::Split": split(call, bindings)
    case "Fn::FindInMap": findInMap(call, bindings)
    // The plain text is what says something; nobody judges its encoded form.
    case "Fn::Base64": argument(of: call, bindings)
    case "Fn::Cidr": cidr(call, bindings)
    case "Fn::Length": length(call, bindings)
    case "Fn::ToJsonString": jsonText(call, bindings)
    case "Fn::ImportValue":
      unknown(.importedValue(label(argument(of: call, bindings))), at: call.location)
    case "Fn::GetAZs", "Fn::Transform", "Fn::GetStackOutput", "Fn::And", "Fn::Or", "Fn::Not",
      "Fn::Equals":
      unknown(.function(call.name), at: call.location)
    case "Condition": conditionValue(call, bindings)
    default: unsupported(call)
    }
  }

  private func unsupported(_ call: Intrinsic) -> Value {
    reading.log.add(.unknownFunction(call.name, at: call.location))
    return unknown(.function(call.name), at: call.location)
  }

  /// A short text for `value`, to stand in messages.
  func label(_ value: Value) -> String {
    switch value.content {
    case .partial(let pieces):
      pieces.map { piece in
        if case .literal(let text) = piece { text } else { "…" }
      }.joined()
    default: value.text ?? "…"
    }
  }

  private func conditionValue(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    switch truth(named: call.argument, bindings) {
    case .decided(let holds): Value(.bool(holds), at: call.location)
    case .undecided(let reason): unknown(reason, at: call.location)
    }
  }

  /// `Fn::If`: the value of the branch that holds.
  private func choice(_ call: Intrinsic, _ bindings: Bindings) -> Value? {
    let operands = operands(of: call)
    guard operands.count == 3, operands[0].string != nil else { return malformed(call) }
    switch truth(named: operands[0], bindings) {
    case .decided(let holds): return value(operands[holds ? 1 : 2], bindings)
    case .undecided(let reason): return unknown(reason, at: call.location)
    }
  }

  private func select(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    let operands = operands(of: call)
    guard operands.count == 2 else { return malformed(call) }
    let position = operand(operands[0], bindings)
    let list = operand(operands[1], bindings)
    if let doubt = position.doubt ?? list.doubt { return unknown(doubt, at: call.location) }
    guard let index = position.text.flatMap({ Int($0) }), let elements = list.list,
      elements.indices.contains(index)
    else { return malformed(call) }
    return elements[index].seen(from: call.location)
  }

  private func split(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    let operands = operands(of: call)
    guard operands.count == 2 else { return malformed(call) }
    let delimiter = operand(operands[0], bindings)
    let source = operand(operands[1], bindings)
    if let doubt = delimiter.doubt ?? source.doubt { return unknown(doubt, at: call.location) }
    guard let delimiter = delimiter.text, !delimiter.isEmpty, let text = source.text else {
      return malformed(call)
    }
    let parts = text.parts(separatedBy: delimiter)
    return Value(
      .list(parts.map { Value(.string(String($0)), at: source.origin, via: source.via) }),
      at: source.origin,
      via: source.via
    )
  }

  private func length(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    let list = argument(of: call, bindings)
    if let doubt = list.doubt { return unknown(doubt, at: call.location) }
    guard let elements = list.list else { return malformed(call) }
    return Value(.number(String(elements.count)), at: call.location)
  }

  private func findInMap(_ call: Intrinsic, _ bindings: Bindings) -> Value? {
    let operands = operands(of: call)
    guard (3...4).contains(operands.count) else { return malformed(call) }
    let keys = operands[..<3].map { operand($0, bindings) }
    let texts = keys.compactMap(\.text)
    if texts.count == 3,
      let found = template.mappings?[texts[0]]?[texts[1]]?[texts[2]]
    {
      return plainValue(found, bindings).seen(from: call.location)
    }
    if let fallback = operands.dropFirst(3).first?["DefaultValue"] {
      let known = keys.allSatisfy { $0.doubt == nil }
      if known { return value(fallback, bindings)?.seen(from: call.location) }
    }
    if let doubt = keys.lazy.compactMap(\.doubt).first { return unknown(doubt, at: call.location) }
    guard texts.count == 3 else { return malformed(call) }
    let name = texts.joined(separator: ".")
    if template.mappings?.entry("Fn::Transform") != nil {
      return unknown(.function("Fn::Transform"), at: call.location)
    }
    reading.log.add(.undefinedReference(name, at: call.location))
    return unknown(.undefined(name), at: call.location)
  }
}
