import Inventory

/// Marks the placeholders that deployment tools fill in as not known.
///
/// `<IMAGE1_NAME>` (CodePipeline) counts everywhere; `${TAG}` and `{{TAG}}` count where AWS never
/// takes them as they are, in images and role names, since commands may mean them literally.
enum TaskDefinitionPlaceholders {
  private static let neverLiteral: Set<String> = [
    "image", "executionRoleArn", "taskRoleArn", "family", "cpu", "memory",
  ]

  /// `value` with its placeholders replaced.
  static func marked(_ value: Value, member: String = "") -> Value {
    var result = value
    switch value.content {
    case .string(let text): result.content = content(of: text, member: member)
    case .list(let elements): result.content = .list(elements.map { marked($0, member: member) })
    case .object(let object):
      result.content = .object(
        ValueObject(
          object.members.map {
            .init($0.name, marked($0.value, member: $0.name), key: $0.key)
          }
        )
      )
    default: break
    }
    return result
  }

  private static func content(of text: String, member: String) -> Value.Content {
    let lowered = member.prefix(1).lowercased() + member.dropFirst()
    var scan = PlaceholderScan(text, takesBraces: neverLiteral.contains(lowered))
    var builder = TextBuilder()
    while let piece = scan.next() {
      builder.append(piece.literal)
      if let placeholder = piece.placeholder { builder.append(.unknown(.placeholder(placeholder))) }
    }
    return builder.content
  }
}

/// Reads a text placeholder by placeholder, each byte once.
private struct PlaceholderScan {
  private let bytes: [UInt8]
  /// The openings and closings that are still worth looking for; one whose closing is nowhere in
  /// the rest of the text is not.
  private var braces: [(open: [UInt8], close: [UInt8])]
  private var offset = 0

  init(_ text: String, takesBraces: Bool) {
    bytes = Array(text.utf8)
    braces =
      takesBraces
      ? [(Array("${".utf8), Array("}".utf8)), (Array("{{".utf8), Array("}}".utf8))] : []
  }

  /// The text in front of the next placeholder, and the placeholder; `nil` at the end.
  mutating func next() -> (literal: String, placeholder: String?)? {
    guard offset < bytes.count else { return nil }
    let start = offset
    while offset < bytes.count {
      if let end = placeholderEnd() {
        let literal = text(start, offset)
        let placeholder = text(offset, end)
        offset = end
        return (literal, placeholder)
      }
      offset += 1
    }
    return (text(start, offset), nil)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The end of the placeholder that begins here.
  private mutating func placeholderEnd() -> Int? {
    if bytes[offset] == UInt8(ascii: "<") { return nameEnd() }
    guard let index = braces.firstIndex(where: { bytes[offset...].starts(with: $0.open) }) else {
      return nil
    }
    let close = braces[index].close
    var end = offset + braces[index].open.count
    while end + close.count <= bytes.count {
      if bytes[end...].starts(with: close) { return end + close.count }
      end += 1
    }
    braces.remove(at: index)
    return nil
  }

  /// The end of a name in angle brackets.
  private func nameEnd() -> Int? {
    var end = offset + 1
    while end < bytes.count, bytes[end].isPartOfName { end += 1 }
    let isName = end > offset + 1 && end < bytes.count && bytes[end] == UInt8(ascii: ">")
    return isName ? end + 1 : nil
  }
}

extension UInt8 {
  fileprivate var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
