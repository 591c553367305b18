import Inventory
import SourceText

/// The variables that Copilot puts into a manifest: `${NAME}`, nothing else.
struct CopilotVariables {
  private var values: [String: Value]

  init(_ given: [String: Value], environment: String?) {
    values = given
    if let environment {
      values["COPILOT_ENVIRONMENT_NAME"] = Value(.string(environment), at: nil)
    }
  }

  /// `value` with its variables filled in; their names join `names`.
  func filled(_ value: Value, _ names: inout Set<String>) -> Value {
    switch value.content {
    case .string(let text) where text.utf8.contains(UInt8(ascii: "$")):
      return value.with(content(of: text, &names))
    case .list(let elements):
      return value.with(.list(elements.map { filled($0, &names) }))
    case .object(let object):
      let members = object.members.map {
        ValueObject.Member($0.name, filled($0.value, &names), key: $0.key)
      }
      return value.with(.object(ValueObject(members)))
    default: return value
    }
  }

  private func content(of text: String, _ names: inout Set<String>) -> Value.Content {
    var builder = TextBuilder()
    for part in Substitution(text).parts {
      switch part {
      case .literal(let text): builder.append(text)
      case .alphanumeric(let name): builder.append("&{\(name)}")
      case .variable(let name):
        guard !name.isEmpty, name.utf8.allSatisfy(\.isPartOfVariable) else {
          builder.append("${\(name)}")
          continue
        }
        if values[name] == nil { names.insert(name) }
        builder.append(values[name] ?? Value(.unknown(.parameter(name)), at: nil))
      }
    }
    return builder.content
  }
}
