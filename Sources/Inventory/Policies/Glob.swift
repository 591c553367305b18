/// A pattern of IAM, of ECR's filters and of file names: `*` for any text, `?` for any one character.
package struct Glob {
  private let pattern: [UInt8]
  private let ignoresCase: Bool

  /// A pattern; letter case is ignored unless `ignoresCase` is false.
  package init(_ pattern: String, ignoresCase: Bool = true) {
    self.ignoresCase = ignoresCase
    self.pattern = Self.bytes(of: pattern, ignoresCase)
  }

  private static func bytes(of text: String, _ ignoresCase: Bool) -> [UInt8] {
    ignoresCase ? text.utf8.map(\.asciiLowercased) : Array(text.utf8)
  }

  /// Whether the pattern matches the whole of `text`, which may be a pattern itself.
  package func covers(_ text: String) -> Bool {
    let text = Self.bytes(of: text, ignoresCase)
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
