import SourceText

extension Node {
  /// The decoded text of a scalar of any kind (`80` as `"80"`); `nil` for collections.
  package var string: String? {
    let record = record
    guard !record.isCollection else { return nil }
    return record.flags.contains(.decoded)
      ? String(decoding: tree.decodedBytes[record.text], as: UTF8.self)
      : String(decoding: file.bytes[record.text], as: UTF8.self)
  }

  /// The value of a boolean; `nil` for every other kind.
  package var bool: Bool? {
    guard record.kind == .bool, let string else { return nil }
    return ["true", "yes", "on"].contains(string.lowercased())
  }

  /// The value of a number, as near as a `Double` comes; `nil` for every other kind.
  package var number: Double? {
    guard record.kind == .number, let string else { return nil }
    return NumberText.value(of: string)
  }

  /// Whether the text of the scalar consists of exactly the bytes `text`.
  func hasText(_ text: Span<UInt8>) -> Bool {
    let record = record
    guard !record.isCollection, Int(record.count) == text.count else { return false }
    let start = Int(record.first)
    if record.flags.contains(.decoded) {
      return text.indices.allSatisfy { tree.decodedBytes[start + $0] == text[$0] }
    }
    return text.indices.allSatisfy { file.bytes[start + $0] == text[$0] }
  }
}
