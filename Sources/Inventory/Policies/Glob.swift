/// A pattern of IAM and of ECR's filters: `*` for any text, `?` for any one character.
struct Glob {
  private let pattern: [UInt8]

  /// A pattern; letter case is ignored.
  init(_ pattern: String) { self.pattern = pattern.utf8.map(\.asciiLowercased) }

  /// Whether the pattern matches the whole of `text`, which may be a pattern itself.
  func covers(_ text: String) -> Bool {
    let text = text.utf8.map(\.asciiLowercased)
    var position = 0
    var index = 0
    var retry: (pattern: Int, text: Int)?
    while index < text.count {
      if position < pattern.count, pattern[position] == UInt8(ascii: "*") {
        retry = (position, index)
        position += 1
      } else if position < pattern.count,
        pattern[position] == text[index] || pattern[position] == UInt8(ascii: "?")
      {
        position += 1
        index += 1
      } else if let last = retry {
        retry = (last.pattern, last.text + 1)
        position = last.pattern + 1
        index = last.text + 1
      } else {
        return false
      }
    }
    return pattern[position...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
