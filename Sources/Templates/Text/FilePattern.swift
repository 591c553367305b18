/// A pattern for file names: `*` stands for any characters, `?` for one.
struct FilePattern {
  private let pattern: [UInt8]

  /// Reads a pattern; `nil` for one with `**`, sets or alternatives.
  init?(_ text: String) {
    pattern = Array(text.utf8)
    let special = [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\\")]
    guard !pattern.contains(where: special.contains), text.offset(of: "**") == nil else {
      return nil
    }
  }

  /// Whether the pattern stands for itself only.
  var isPlain: Bool { !pattern.contains(UInt8(ascii: "*")) && !pattern.contains(UInt8(ascii: "?")) }

  /// Whether `name` as a whole is of the pattern.
  func matches(_ name: String) -> Bool {
    let text = Array(name.utf8)
    var (index, position) = (0, 0)
    var retry: (index: Int, position: Int)?
    while position < text.count {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        retry = (index, position)
        index += 1
      } else if index < pattern.count,
        pattern[index] == UInt8(ascii: "?") || pattern[index] == text[position]
      {
        (index, position) = (index + 1, position + 1)
      } else if let last = retry {
        retry = (last.index, last.position + 1)
        (index, position) = (last.index + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
