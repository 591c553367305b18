/// What starts ECS tasks outside services: event rules, schedules and state machines.
enum ECSTargets {
  /// The ECS targets of `resource` in the shape of an event rule's target.
  static func targets(of resource: Resource) -> [(name: String, value: Value)] {
    switch resource.kind {
    case .eventRule: eventTargets(resource)
    case .schedule: scheduleTarget(resource)
    case .stateMachine: runTaskStates(resource)
    default: []
    }
  }

  private static func eventTargets(_ rule: Resource) -> [(String, Value)] {
    rule.partList("Targets").enumerated().compactMap { index, target in
      guard target.unknownReason != nil || target["EcsParameters"] != nil else { return nil }
      return (target["Id"]?.text ?? "Targets[\(index)]", target)
    }
  }

  private static func scheduleTarget(_ schedule: Resource) -> [(String, Value)] {
    guard let target = schedule.properties["Target"] else { return [] }
    let runsTasks = target.unknownReason != nil || target["EcsParameters"] != nil
    return runsTasks ? [("Target", target)] : []
  }

  private static func runTaskStates(_ machine: Resource) -> [(String, Value)] {
    guard let definition = machine.properties["definition"] else { return [] }
    let value = JSONText.value(of: definition)
    if value.unknownReason != nil { return [("definition", value)] }
    return states(in: value, depth: 0)
  }

  /// The `ecs:runTask` states of a state machine and of the machines inside its states.
  private static func states(in machine: Value, depth: Int) -> [(String, Value)] {
    guard depth < 20, let members = machine["States"]?.object?.members else { return [] }
    return members.flatMap { member -> [(String, Value)] in
      let state = member.value
      let inner =
        (state["Branches"]?.list ?? [])
        + [state["Iterator"], state["ItemProcessor"]]
        .compactMap { $0 }
      let nested = inner.flatMap { states(in: $0, depth: depth + 1) }
      let resource = state["Resource"]?.literalText ?? ""
      return resource.contains("states:::ecs:runTask")
        ? [(member.name, target(of: state))] + nested : nested
    }
  }

  private static func target(of state: Value) -> Value {
    let input = state["Parameters"] ?? state["Arguments"] ?? state
    let known = withoutPaths(input)
    let parameters = Spelling.shape("events.EcsParameters").applied(to: known)
    return Value(
      .object(ValueObject([ValueObject.Member("EcsParameters", parameters)])),
      at: state.origin,
      via: state.via
    )
  }

  /// The input with what is computed at run time unknown: keys that end in `.$`, `{% … %}` texts.
  private static func withoutPaths(_ value: Value) -> Value {
    switch value.content {
    case .list(let elements): return value.with(.list(elements.map(withoutPaths)))
    case .object(let object):
      let members = object.members.map { member in
        member.name.hasSuffix(".$")
          ? ValueObject.Member(
            String(member.name.dropLast(2)),
            member.value.unknown(.function("JSONPath")),
            key: member.key
          ) : ValueObject.Member(member.name, withoutPaths(member.value), key: member.key)
      }
      return value.with(.object(ValueObject(members)))
    case .string(let text) where text.hasPrefix("{%"): return value.unknown(.function("JSONata"))
    default: return value
    }
  }
}
