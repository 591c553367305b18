import SourceText
import Syntax

/// How the members of an object, or the arguments of a body, are written.
struct HCLMemberStyle {
  /// Whether keys stand in quotes that need none.
  var quotesKeys = false
  /// `=` or `:`.
  var separator = "="
  /// What stands before a separator that is not aligned with others.
  var before = " "
  /// What stands behind a separator.
  var after = " "
  /// Whether separators on consecutive lines are put below each other.
  var aligns = true

  init() {}

  /// The style of the last of `items`.
  init(of items: [HCLItem], aligns: Bool, _ lines: HCLLines) {
    self.aligns = aligns
    guard let item = items.last(where: { $0.separator != nil }), let key = item.key,
      let mark = item.separator, let value = item.value
    else { return }
    quotesKeys = lines.file.bytes[Int(key.start)] == UInt8(ascii: "\"")
    separator = lines.file.text(mark)
    after = Self.gap(lines.file.text(SourceRange(Int(mark.end), Int(value.start))))
    before = Self.gap(lines.file.text(SourceRange(Int(key.end), Int(mark.start))))
    if separator == "=", before.utf8.count > 1 { before = " " }
    if separator == ":" { self.aligns = false }
  }

  /// The gap, unless a comment or a line ending is a part of it.
  private static func gap(_ text: String) -> String {
    text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? text : " "
  }

  /// The key as it is written; behind a brace, a bare `for` would begin an expression.
  func key(_ name: String) -> String {
    let needsQuotes = name == "for" || !HCLWriter.isName(name)
    return quotesKeys || needsQuotes ? HCLWriter.quoted(name) : name
  }
}
