import SourceText

/// Replaces the names of lists by their items in the text of a condition, before it is parsed.
///
/// This is text work without regard to quotes, as in Falco: one pass for each list in the order
/// of definition, over names that stand between blanks, parentheses, commas and equals signs.
struct ListSubstitution: Sendable {
  /// The size that no condition may exceed.
  static let sizeLimit = 1 << 20

  private let lists: [(name: [UInt8], replacement: [UInt8])]

  init(_ lists: [(name: String, items: [String])]) {
    self.lists = lists.map { list in
      let items = list.items.map(Self.quoted).joined(separator: ", ")
      return (Array(list.name.utf8), Array(items.utf8))
    }
  }

  /// Quotes an item that holds a space and is not quoted.
  private static func quoted(_ item: String) -> String {
    let isQuoted = item.utf8.first?.isOneOf("\"'") ?? false
    return item.utf8.contains(UInt8(ascii: " ")) && !isQuoted ? "\"\(item)\"" : item
  }

  /// Substitutes every list in `text`.
  func apply(to text: inout ConditionText) throws(ConditionError) {
    for list in lists where !list.name.isEmpty {
      var pass = SubstitutionPass(text.bytes, list.name, list.replacement)
      guard pass.run() else { continue }
      guard pass.output.count <= Self.sizeLimit else {
        throw ConditionError(
          .tooLarge,
          LocalizedText(
            en: "The lists make the condition longer than \(Self.sizeLimit) bytes.",
            ja: "リストの展開により条件式が \(Self.sizeLimit) バイトを超えている。"
          ),
          at: SourceRange(0, text.writtenCount),
          in: text.place
        )
      }
      text.replace(with: pass.output, from: pass.sources)
    }
  }
}

/// One pass over a text for one list.
private struct SubstitutionPass {
  let bytes: [UInt8]
  let name: [UInt8]
  let replacement: [UInt8]
  var output: [UInt8] = []
  var sources: [SourceRange] = []
  private var offset = 0

  init(_ bytes: [UInt8], _ name: [UInt8], _ replacement: [UInt8]) {
    self.bytes = bytes
    self.name = name
    self.replacement = replacement
  }

  /// Writes the text with all names replaced; false if there was none.
  mutating func run() -> Bool {
    var isChanged = false
    while offset < bytes.count, output.count <= ListSubstitution.sizeLimit {
      if isNameHere {
        isChanged = true
        substitute()
      } else {
        put(bytes[offset], SourceRange(offset, offset + 1))
        offset += 1
      }
    }
    return isChanged
  }

  private var isNameHere: Bool {
    guard bytes[offset] == name[0], bytes[offset...].starts(with: name) else { return false }
    let end = offset + name.count
    return (output.last?.isDelimiter ?? true) && (end == bytes.count || bytes[end].isDelimiter)
  }

  private mutating func substitute() {
    let place = SourceRange(offset, offset + name.count)
    offset += name.count
    while output.last?.isListBlank ?? false { dropLast() }
    while offset < bytes.count, bytes[offset].isListBlank { offset += 1 }
    if replacement.isEmpty {
      if output.last == UInt8(ascii: ",") {
        dropLast()
      } else if offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
        offset += 1
      }
    }
    if !output.isEmpty { put(UInt8(ascii: " "), place) }
    for byte in replacement { put(byte, place) }
    put(UInt8(ascii: " "), place)
  }

  private mutating func put(_ byte: UInt8, _ source: SourceRange) {
    output.append(byte)
    sources.append(source)
  }

  private mutating func dropLast() {
    output.removeLast()
    sources.removeLast()
  }
}

extension UInt8 {
  fileprivate var isListBlank: Bool { isOneOf(" \t\r\n") }
  fileprivate var isDelimiter: Bool { isListBlank || isOneOf("(),=") }
}
