import Inventory
import SourceText
import Syntax

/// Makes the values that a tool adds of itself, at the place that makes it do so.
struct ImpliedValues {
  let place: SourceLocation

  func value(_ content: Value.Content) -> Value { Value(content, at: place) }

  func text(_ text: String) -> Value { value(.string(text)) }

  func list(_ elements: [Value]) -> Value { value(.list(elements)) }

  func unknown(_ reason: UnknownReason) -> Value { value(.unknown(reason)) }

  /// A pointer to the resource `id` of the same inventory.
  func reference(_ id: String, _ attribute: String? = nil) -> Value {
    value(.reference(ResourceReference(ResourceID(id), attribute: attribute)))
  }

  /// An object of the members that there are.
  func object(_ members: KeyValuePairs<String, Value?>) -> Value {
    value(
      .object(
        ValueObject(
          members.compactMap { name, value in
            value.map { ValueObject.Member(name, $0) }
          }
        )
      )
    )
  }

  /// The trust policy of a role that tasks of Amazon ECS assume.
  var taskTrustPolicy: Value {
    json(
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": "ecs-tasks.amazonaws.com"}}]}
      """
    )
  }

  /// The value of `json`, all of it at the place.
  func json(_ json: String) -> Value {
    let tree = JSONParser.parse(SourceFile(path: place.file.path, text: json))
    return tree.root.map { relocated(Value($0)) } ?? value(.null)
  }

  private func relocated(_ value: Value) -> Value {
    switch value.content {
    case .list(let elements): return list(elements.map(relocated))
    case .object(let object):
      let members = object.members.map { ValueObject.Member($0.name, relocated($0.value)) }
      return self.value(.object(ValueObject(members)))
    default: return self.value(value.content)
    }
  }
}

extension Value {
  /// The value without its places: text that no file holds, so that nothing of a file is hidden
  /// in its stead.
  var unwritten: Value {
    switch content {
    case .list(let elements): Value(.list(elements.map(\.unwritten)), at: nil)
    case .object(let object):
      Value(
        .object(ValueObject(object.members.map { .init($0.name, $0.value.unwritten) })),
        at: nil
      )
    default: Value(content, at: nil)
    }
  }
}
