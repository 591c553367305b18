/// Searches in texts by their bytes, which tell apart what Unicode holds equivalent.
enum ByteText {
  /// Whether `part` stands in `text`.
  static func contains(_ part: String, in text: String) -> Bool {
    part.isEmpty || !occurrences(of: Array(part.utf8), in: Array(text.utf8), limit: 1).isEmpty
  }

  /// The parts of `text` between the occurrences of `separator`; its characters if that is empty.
  static func split(_ text: String, at separator: String) -> [String] {
    if separator.isEmpty { return text.unicodeScalars.map { String($0) } }
    let bytes = Array(text.utf8)
    let width = separator.utf8.count
    var start = 0
    var parts: [String] = []
    for index in occurrences(of: Array(separator.utf8), in: bytes) {
      parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + width
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// Puts `replacement` in place of every `part`; around every character where that is empty.
  ///
  /// The result is nil where it would be too long.
  static func replace(_ part: String, in text: String, with replacement: String) -> String? {
    let parts = split(text, at: part)
    let growth = parts.count.multipliedReportingOverflow(by: replacement.utf8.count)
    guard !growth.overflow, growth.partialValue <= FunctionInput.textLimit else { return nil }
    let joined = parts.joined(separator: replacement)
    return part.isEmpty ? replacement + joined + replacement : joined
  }

  private static func occurrences(
    of part: [UInt8],
    in text: [UInt8],
    limit: Int = .max
  ) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index + part.count <= text.count, found.count < limit {
      if text[index] == part[0], text[index..<index + part.count].elementsEqual(part) {
        found.append(index)
        index += part.count
      } else {
        index += 1
      }
    }
    return found
  }
}
