import Inventory
import SourceText
import Syntax

/// One entry of a template's `Parameters`.
struct TemplateParameter: Sendable {
  let name: String
  let type: String
  let defaultNode: Node?
  let allowed: [Node]

  /// Reads the section; entries that are no mappings count as parameters without a default.
  static func read(_ section: Node?) -> [String: TemplateParameter] {
    var parameters: [String: TemplateParameter] = [:]
    for entry in section?.entries ?? [] {
      guard let name = entry.key.string else { continue }
      parameters[name] = TemplateParameter(
        name: name,
        type: entry.value["Type"]?.string ?? "String",
        defaultNode: entry.value["Default"],
        allowed: entry.value["AllowedValues"]?.elements ?? []
      )
    }
    return parameters
  }

  /// Whether the value is a list that is written as one text with commas.
  var isList: Bool {
    type == "CommaDelimitedList" || type.hasPrefix("List<")
      || type.hasSuffix("<CommaDelimitedList>")
      || type.hasPrefix("AWS::SSM::Parameter::Value<List<")
  }

  /// Whether the text names a parameter of Systems Manager that holds the value.
  var isStored: Bool { type.hasPrefix("AWS::SSM::Parameter::Value<") }

  /// Whether CloudFormation refuses the default because `AllowedValues` does not list it.
  var hasForbiddenDefault: Bool {
    guard !isList, let defaultNode, defaultNode.string != nil, !allowed.isEmpty else {
      return false
    }
    let texts = defaultNode.parameterTexts
    return !allowed.contains { !texts.isDisjoint(with: $0.parameterTexts) }
  }

  /// The value if nothing is given, where the template has one.
  var defaultValue: Value? { defaultNode.map { value(from: Value($0)) } }

  /// The value that the text `given` stands for.
  func value(from given: Value) -> Value {
    guard let text = given.text else { return given.list == nil || isList ? given : joined(given) }
    if isStored {
      return Value(
        .unknown(.dynamicReference("{{resolve:ssm:\(text)}}")),
        at: given.origin,
        via: given.via
      )
    }
    if isList { return split(text, of: given) }
    return Value(type == "Number" ? .number(text) : .text(text), at: given.origin, via: given.via)
  }

  private func split(_ text: String, of given: Value) -> Value {
    let parts = text.isEmpty ? [] : text.parts(separatedBy: ",")
    return Value(
      .list(parts.map { Value(.text(String($0.trimmed)), at: given.origin, via: given.via) }),
      at: given.origin,
      via: given.via
    )
  }

  /// A list given for a text: the elements with commas between.
  private func joined(_ given: Value) -> Value {
    var builder = TextBuilder()
    for (index, element) in (given.list ?? []).enumerated() {
      if index > 0 { builder.append(",") }
      builder.append(element)
    }
    return Value(builder.content, at: given.origin, via: given.via)
  }
}

extension Node {
  /// What a parameter may take the scalar for: `yes` is a text, or `true`.
  fileprivate var parameterTexts: Set<String> {
    Set([string, bool.map { "\($0)" }].compactMap { $0 })
  }
}
