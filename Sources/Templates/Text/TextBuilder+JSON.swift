import Inventory

extension TextBuilder {
  /// Adds `value` as JSON text without spaces; unknown parts stay unknown pieces of the text.
  mutating func appendJSON(_ value: Value) {
    switch value.content {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .number(let text): append(text)
    case .list(let elements): appendJSON(elements)
    case .object(let object): appendJSON(object)
    case .string, .partial, .reference, .unknown:
      append("\"")
      appendEscaped(value)
      append("\"")
    }
  }

  private mutating func appendJSON(_ elements: [Value]) {
    append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      appendJSON(element)
    }
    append("]")
  }

  private mutating func appendJSON(_ object: ValueObject) {
    append("{")
    for (index, member) in object.members.enumerated() {
      if index > 0 { append(",") }
      append("\"" + Self.escaped(member.name) + "\":")
      appendJSON(member.value)
    }
    append("}")
  }

  private mutating func appendEscaped(_ value: Value) {
    guard case .partial(let pieces) = value.content else {
      if let text = value.text { append(Self.escaped(text)) } else { append(value) }
      return
    }
    for piece in pieces {
      if case .literal(let text) = piece { append(Self.escaped(text)) } else { append(piece) }
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
