import Inventory

/// A pattern for file names: `*` stands for any characters, `?` for one.
struct FilePattern {
  /// Whether the pattern stands for itself only.
  let isPlain: Bool
  private let glob: Glob

  /// Reads a pattern; `nil` for one with `**`, sets or alternatives.
  init?(_ text: String) {
    let special = [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\\")]
    guard !text.utf8.contains(where: special.contains), text.offset(of: "**") == nil else {
      return nil
    }
    isPlain = !text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    glob = Glob(text, ignoresCase: false)
  }

  /// Whether `name` as a whole is of the pattern.
  func matches(_ name: String) -> Bool { glob.covers(name) }
}
