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
    var bytes: [UInt8] = []
    return writeJSON(to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Writes the JSON of a known value; says whether there was room for it.
  private func writeJSON(to bytes: inout [UInt8]) -> Bool {
    switch content {
    case .unknown, .null: bytes += "null".utf8
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .number(let number): bytes += number.text.utf8
    case .string(let rope):
      guard let text = rope.text else { return false }
      Self.quote(text, to: &bytes)
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        guard element.writeJSON(to: &bytes) else { return false }
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object), .map(_, let object):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.quote(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        guard member.value.writeJSON(to: &bytes) else { return false }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes.count <= Self.jsonLimit
  }

  /// A JSON string, with the characters escaped that could end a script in a web page.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    quote(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      bytes.append(byte)
      guard byte < 0x5D || byte & 0xFE == 0xA8, let escape = escape(of: bytes) else { continue }
      bytes.removeLast(byte < 0x80 ? 1 : 3)
      bytes += escape.utf8
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What stands in JSON for the last character of `bytes`; `nil` for the character itself.
  private static func escape(of bytes: [UInt8]) -> String? {
    switch bytes[bytes.count - 1] {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0C: return "\\f"
    case 0x0D: return "\\r"
    case let byte where byte < 0x20 || [0x26, 0x3C, 0x3E].contains(byte):
      return (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
    case 0xA8, 0xA9:
      guard bytes.count > 2, bytes[bytes.count - 3] == 0xE2, bytes[bytes.count - 2] == 0x80 else {
        return nil
      }
      return bytes.last == 0xA8 ? "\\u2028" : "\\u2029"
    default: return nil
    }
  }

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
