import Inventory
import SourceText
import Syntax

extension Stack {
  /// `Ref`: a parameter, a resource or a pseudo parameter.
  func reference(_ call: Intrinsic, _ bindings: Bindings) -> Value? {
    guard let name = argument(of: call, bindings).text else { return malformed(call) }
    return reference(to: name, bindings, at: call.location)
  }

  /// What `name` stands for; `nil` for `AWS::NoValue`.
  func reference(to name: String, _ bindings: Bindings, at location: SourceLocation) -> Value? {
    if name == "AWS::NoValue" { return nil }
    if let bound = bindings[name] { return bound.seen(from: location) }
    if template.parameters[name] != nil {
      return parameterValue(name).seen(from: location)
    }
    if resourcesByName[name] != nil {
      return Value(.reference(ResourceReference(id(name))), at: location)
    }
    if name.hasPrefix("AWS::") { return parameterValue(name).seen(from: location) }
    return undefined(name, at: location)
  }

  /// `Fn::GetAtt`, in all its spellings.
  func attribute(_ call: Intrinsic, _ bindings: Bindings) -> Value {
    if call.argument.kind == .sequence {
      let parts = operands(of: call).map { operand($0, bindings) }
      if let doubt = parts.lazy.compactMap(\.doubt).first {
        return unknown(doubt, at: call.location)
      }
      let texts = parts.compactMap(\.text)
      guard texts.count >= 2, texts.count == parts.count else { return malformed(call) }
      return attribute(
        texts[1...].joined(separator: "."),
        of: texts[0],
        at: call.location
      )
    }
    guard let text = argument(of: call, bindings).text, let dot = text.offset(of: ".") else {
      return malformed(call)
    }
    let (name, attribute) = text.split(at: dot)
    return self.attribute(String(attribute.dropFirst()), of: String(name), at: call.location)
  }

  /// The attribute of the resource `name`; an output's value where that is a nested stack.
  func attribute(_ attribute: String, of name: String, at location: SourceLocation) -> Value {
    guard resourcesByName[name] != nil else { return undefined(name, at: location) }
    if attribute.hasPrefix("Outputs.") {
      do {
        if let nested = try nestedStack(name) {
          let output = String(attribute.dropFirst("Outputs.".count))
          return nested.output(output)?.seen(from: location)
            ?? undefined("\(name).\(attribute)", at: location)
        }
      } catch {
        reading.log.add(.circular(name, at: location))
        return unknown(.circular(name), at: location)
      }
    }
    return Value(.reference(ResourceReference(id(name), attribute: attribute)), at: location)
  }

  private func undefined(_ name: String, at location: SourceLocation) -> Value {
    if template.generatesResources { return unknown(.attribute(name), at: location) }
    reading.log.add(.undefinedReference(name, at: location))
    return unknown(.undefined(name), at: location)
  }

  /// The value of the parameter or pseudo parameter `name` in this run.
  func parameterValue(_ name: String) -> Value {
    if let value = conditionRun?.value(of: name, in: self) { return value }
    reading.trace.asked(parameter: name, answer: pinned[name])
    if let value = pinned[name] { return value }
    guard let parameter = template.parameters[name] else {
      return arguments[name] ?? unknown(.pseudoParameter(name), at: nil)
    }
    if let given = arguments[name] { return parameter.value(from: given) }
    return parameter.defaultValue ?? allowedValue(of: parameter)
  }

  /// One of the allowed values of a parameter that has nothing else: a scenario for each.
  private func allowedValue(of parameter: TemplateParameter) -> Value {
    let allowed = parameter.allowed
    let isChosen = isJudging && conditionRun == nil && allowed.count <= 8
    guard allowed.count == 1 || isChosen && !allowed.isEmpty else {
      return unknown(.parameter(parameter.name), at: nil)
    }
    reading.trace.askedElse()
    let name = prefix + parameter.name
    let value = parameter.value(
      from: Value(allowed[reading.choices.choose("parameter \(name)", of: allowed.count)])
    )
    if allowed.count > 1 {
      reading.note(
        Scenario.Decision(
          name: name,
          holds: true,
          because: "\(parameter.name) = \(value.text ?? "…")"
        )
      )
    }
    return value
  }
}
