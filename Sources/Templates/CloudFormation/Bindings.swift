import Inventory

/// The loop variables of the `Fn::ForEach` around an expression.
struct Bindings {
  private var values: [String: Value] = [:]

  var isEmpty: Bool { values.isEmpty }

  subscript(name: String) -> Value? { values[name] }

  func binding(_ name: String, to value: Value) -> Bindings {
    var copy = self
    copy.values[name] = value
    return copy
  }

  /// The content of `text` with every loop variable in it replaced.
  func substitute(_ text: String) -> Value.Content {
    guard !isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return .text(text) }
    var builder = TextBuilder()
    for part in Substitution(text).parts {
      switch part {
      case .literal(let text): builder.append(text)
      case .variable(let name):
        if let value = values[name] { builder.append(value) } else { builder.append("${\(name)}") }
      case .alphanumeric(let name): appendAlphanumeric(name, to: &builder)
      }
    }
    return builder.content
  }

  /// The name that the key `text` becomes; the text itself where a variable is unknown.
  func name(_ text: String) -> String {
    if case .string(let name) = substitute(text) { name } else { text }
  }

  func appendAlphanumeric(_ name: String, to builder: inout TextBuilder) {
    guard let value = values[name] else {
      builder.append("&{\(name)}")
      return
    }
    if let text = value.text {
      builder.append(String(text.unicodeScalars.filter(Self.isAlphanumeric)))
    } else {
      builder.append(value)
    }
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
