/// A text with variables in it, as `Fn::Sub` and `Fn::ForEach` read it.
struct Substitution {
  /// One stretch of the text.
  enum Part: Equatable {
    case literal(String)
    /// `${name}`.
    case variable(String)
    /// `&{name}`: what is left of the value when only letters and digits are kept.
    case alphanumeric(String)
  }

  /// The stretches in order.
  private(set) var parts: [Part] = []

  /// Reads `text`; `${!name}` stands for the literal `${name}`.
  init(_ text: String) {
    var rest = text[...]
    while let start = Self.nextVariable(in: rest) {
      let (before, variable) = rest.split(at: start)
      append(before)
      guard let end = variable.offset(of: "}") else {
        append(variable)
        return
      }
      let (whole, behind) = variable.split(at: end + 1)
      append(variable: whole)
      rest = behind
    }
    append(rest)
  }

  private mutating func append(_ text: Substring) {
    guard !text.isEmpty else { return }
    if case .literal(let last)? = parts.last {
      parts[parts.count - 1] = .literal(last + text)
    } else {
      parts.append(.literal(String(text)))
    }
  }

  /// Adds `${name}`, `${!name}` or `&{name}`.
  private mutating func append(variable whole: Substring) {
    let name = whole.dropFirst(2).dropLast().trimmed
    if name.hasPrefix("!") {
      append("${" + name.dropFirst() + "}")
    } else {
      parts.append(whole.hasPrefix("&") ? .alphanumeric(String(name)) : .variable(String(name)))
    }
  }

  private static func nextVariable(in text: Substring) -> Int? {
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "{"),
        previous == UInt8(ascii: "$") || previous == UInt8(ascii: "&")
      {
        return offset - 1
      }
      previous = byte
    }
    return nil
  }
}
