import SourceText

/// Writes indented JSON, member by member, in the order of the calls.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var depth = 0
  private var isEmpty = true

  /// What was written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object as the value of `key`, or as an element where there is no key.
  mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
    container(key, "{", "}", members)
  }

  /// Writes an array as the value of `key`, or as an element where there is no key.
  mutating func array<Element>(
    _ key: String? = nil,
    _ elements: [Element],
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    container(key, "[", "]") { json in
      for element in elements { write(&json, element) }
    }
  }

  /// Writes an array of one object.
  mutating func single(_ key: String, _ members: (inout JSONWriter) -> Void) {
    container(key, "[", "]") { json in json.object(nil, members) }
  }

  /// Writes an array of strings.
  mutating func array(_ key: String, _ strings: [String]) {
    array(key, strings) { json, string in json.string(nil, string) }
  }

  /// Writes a string; `null` where there is none.
  mutating func string(_ key: String?, _ value: String?) {
    start(key)
    if let value { quote(value) } else { put("null") }
  }

  /// Writes a whole number; `null` where there is none.
  mutating func number(_ key: String, _ value: Int?) {
    start(key)
    put(value.map(String.init) ?? "null")
  }

  /// Writes a truth value.
  mutating func bool(_ key: String, _ value: Bool) {
    start(key)
    put(value ? "true" : "false")
  }

  /// Writes `null`.
  mutating func null(_ key: String) {
    start(key)
    put("null")
  }

  private mutating func container(
    _ key: String?,
    _ open: String,
    _ close: String,
    _ body: (inout JSONWriter) -> Void
  ) {
    start(key)
    put(open)
    depth += 1
    isEmpty = true
    body(&self)
    depth -= 1
    if !isEmpty { newline() }
    isEmpty = false
    put(close)
    if depth == 0 { put("\n") }
  }

  private mutating func start(_ key: String?) {
    if depth > 0 {
      if !isEmpty { put(",") }
      newline()
    }
    isEmpty = false
    guard let key else { return }
    quote(key)
    put(": ")
  }

  private mutating func newline() {
    put("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ value: String) {
    put("\"")
    if value.utf8.allSatisfy(JSONWriter.isPlain) {
      put(value)
    } else {
      for scalar in value.unicodeScalars { escape(scalar) }
    }
    put("\"")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    if let escape = scalar.escape { return put(escape) }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
