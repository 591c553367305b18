extension TerraformValue {
  /// The value as a string that holds its JSON encoding; the structure is kept within.
  package var jsonEncoded: TerraformValue {
    TerraformValue(.string(TerraformText([.json(self)])), marks: allMarks)
  }

  /// The most bytes of JSON that are written; escapes multiply where JSON is encoded again.
  private static let jsonLimit = 10_000_000

  /// The JSON that Terraform encodes the value as; `nil` where a part is not known, or too long.
  package var jsonText: String? {
    guard isKnown else { return nil }
    var text = ""
    writeJSON(to: &text)
    return text.utf8.count > Self.jsonLimit ? nil : text
  }

  /// Writes the JSON of a known value.
  private func writeJSON(to text: inout String) {
    guard text.utf8.count <= Self.jsonLimit else { return }
    switch content {
    case .unknown, .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let number): text += number.text
    case .string(let rope):
      text += rope.text.map { Self.quoted($0) } ?? String(repeating: " ", count: Self.jsonLimit + 1)
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.writeJSON(to: &text)
      }
      text += "]"
    case .object(let object), .map(_, let object):
      text += "{"
      for (index, member) in object.members.enumerated() {
        text += (index > 0 ? "," : "") + Self.quoted(member.name) + ":"
        member.value.writeJSON(to: &text)
      }
      text += "}"
    }
  }

  /// A JSON string, with the characters escaped that could end a script in a web page.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] {
        result += escape
      } else if scalar.value < 0x20 || unsafeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{8}": "\\b",
    "\u{C}": "\\f",
  ]
  private static let unsafeScalars: Set<Unicode.Scalar> = ["<", ">", "&", "\u{2028}", "\u{2029}"]

  /// The value as it comes out when its JSON is decoded: types are what JSON can tell.
  package var asJSON: TerraformValue {
    switch content {
    case .unknown, .bool, .number, .string: self
    case .null: with(.null(.dynamic))
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      with(.tuple(elements.map(\.asJSON)))
    case .object(let object), .map(_, let object):
      with(.object(object.mapValues { $0.asJSON }))
    }
  }
}
