/// A JSON value that keeps the text of its numbers and the order of its keys.
indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Reads a valid JSON text.
  init?(_ text: some StringProtocol) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.value() else { return nil }
    self = value
  }

  subscript(_ path: String...) -> JSONValue? { at(path) }

  func at(_ path: [String]) -> JSONValue? {
    var value = self
    for key in path {
      switch value {
      case .object(let members):
        guard let next = members.first(where: { $0.key == key })?.value else { return nil }
        value = next
      case .array(let elements):
        guard let index = Int(key), elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
    }
    return value
  }

  var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }

  /// The value without white space.
  var compact: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let text): return text
    case .string(let text): return Self.quoted(text)
    case .array(let elements): return "[\(elements.map(\.compact).joined(separator: ","))]"
    case .object(let members):
      let parts = members.map { "\(Self.quoted($0.key)):\($0.value.compact)" }
      return "{\(parts.joined(separator: ","))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var offset = 0

  mutating func value() -> JSONValue? {
    skipSpace()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return word()
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func object() -> JSONValue? {
    guard take("{") else { return nil }
    var members: [(key: String, value: JSONValue)] = []
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard let key = string(), take(":"), let value = value() else { return nil }
      members.append((key, value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> JSONValue? {
    guard take("[") else { return nil }
    var elements: [JSONValue] = []
    if take("]") { return .array([]) }
    repeat {
      guard let value = value() else { return nil }
      elements.append(value)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func word() -> JSONValue? {
    let start = offset
    while offset < bytes.count, !",]} \n\t\r".utf8.contains(bytes[offset]) { offset += 1 }
    switch String(decoding: bytes[start..<offset], as: UTF8.self) {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case let text: return text.isEmpty ? nil : .number(text)
    }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt16] = []
    var text = ""
    var plain: [UInt8] = []
    func flush() {
      text += String(decoding: units, as: UTF16.self) + String(decoding: plain, as: UTF8.self)
      units = []
      plain = []
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        flush()
        return text
      }
      guard byte == UInt8(ascii: "\\"), offset < bytes.count else {
        if !units.isEmpty { flush() }
        plain.append(byte)
        continue
      }
      if !plain.isEmpty { flush() }
      let letter = bytes[offset]
      offset += 1
      if letter == UInt8(ascii: "u") {
        let digits = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        offset += 4
      } else {
        let plainEscapes: [UInt8: UInt8] = [
          UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
          UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
        ]
        units.append(UInt16(plainEscapes[letter] ?? letter))
      }
    }
    return nil
  }
}
