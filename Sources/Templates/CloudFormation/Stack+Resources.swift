import Inventory
import SourceText
import Syntax

extension Stack {
  /// Whether the resource `definition` exists in this run; so it does where that is not known.
  func isPresent(_ definition: Definition) -> Bool {
    guard let condition = definition.node["Condition"] else { return true }
    return truth(named: condition, definition.bindings) != .decided(false)
  }

  /// The resources of this stack and the stacks it nests, in source order.
  func allResources() -> [Resource] {
    guard template.resources.map({ $0.kind == .mapping }) ?? true else { return [] }
    return resources.flatMap { definition in
      guard let resource = resource(definition) else { return [Resource]() }
      let nested = (try? nestedStack(definition.name))?.allResources() ?? []
      return [resource] + nested
    }
  }

  private func resource(_ definition: Definition) -> Resource? {
    guard definition.bindings.isEmpty else { return evaluate(definition) }
    return reading.resource(definition.name, in: self) { evaluate(definition) }
  }

  private func evaluate(_ definition: Definition) -> Resource? {
    let node = definition.node
    guard node.kind == .mapping, let type = node["Type"], type.kind == .string,
      let name = type.string
    else {
      let place = node["Type"]?.location ?? definition.key
      reading.log.add(.wrongType(expected: "Type", at: place))
      return nil
    }
    guard isPresent(definition) else { return nil }
    let typeName = definition.bindings.name(name)
    isJudging = ResourceRelevance.isJudged(typeName)
    defer { isJudging = false }
    let resource = CloudFormationShape.resource(
      id: id(definition.name),
      type: typeName,
      properties: merged(properties(definition), type: typeName),
      location: definition.key,
      constructPath: node["Metadata"]?["aws:cdk:path"]?.string
    )
    return TaskDefinitionTypes.checked(resource, &reading.log)
  }

  private func properties(_ definition: Definition) -> Value {
    guard let node = definition.node["Properties"], node.kind != .null else {
      return Value(.object(ValueObject()), at: definition.node.location)
    }
    let value = operand(node, definition.bindings)
    if value.object != nil || value.doubt != nil { return value }
    reading.log.add(.wrongType(expected: "Properties", at: node.location))
    return unknown(.malformed(expected: "object"), at: node.location)
  }

  /// Adds what the `Globals` of a serverless template say of resources of `type`.
  private func merged(_ properties: Value, type: String) -> Value {
    let prefix = "AWS::Serverless::"
    guard template.isServerless, type.hasPrefix(prefix),
      let globals = template.globals?[String(type.dropFirst(prefix.count))]
    else { return properties }
    return operand(globals, Bindings()).merged(with: properties)
  }
}

extension Value {
  /// What a resource says for itself, over what is said for all of its kind.
  fileprivate func merged(with own: Value) -> Value {
    if let left = list, let right = own.list {
      return Value(.list(left + right), at: own.origin, via: own.via)
    }
    guard var object, let other = own.object else { return own }
    for member in other.members {
      let value = object[member.name].map { $0.merged(with: member.value) } ?? member.value
      object.set(.init(member.name, value, key: member.key))
    }
    return Value(.object(object), at: own.origin, via: own.via)
  }
}
