import SourceText

extension Node {
  /// The decoded text of a scalar of any kind (`80` as `"80"`); `nil` for collections.
  package var string: String? { textBytes.map { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of the decoded text, which tell apart what Unicode holds equivalent.
  var textBytes: ArraySlice<UInt8>? {
    let record = record
    guard !record.isCollection else { return nil }
    return record.flags.contains(.decoded)
      ? tree.decodedBytes[record.text] : file.bytes[record.text]
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
    guard Int(record.count) == text.count, let own = textBytes else { return false }
    return text.indices.allSatisfy { own[own.startIndex + $0] == text[$0] }
  }
}
