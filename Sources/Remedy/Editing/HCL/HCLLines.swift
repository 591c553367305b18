import SourceText
import Syntax

/// The lines of an HCL file, as far as the place of an item on them matters.
struct HCLLines: Sendable {
  let tree: HCLTree

  var file: SourceFile { tree.file }
  /// The bytes that end a line.
  var newline: String { file.newline == .carriageReturnLineFeed ? "\r\n" : "\n" }

  /// The zero-based line that holds the byte at `offset`.
  func line(at offset: Int) -> Int { file.lines.line(at: offset) }

  /// The offset at which the zero-based line begins; the end of the file behind the last line.
  func start(of line: Int) -> Int {
    line < file.lines.starts.count ? Int(file.lineRange(line).start) : file.bytes.count
  }

  /// The offset at which the line of the byte at `offset` ends, its line ending left out.
  func end(at offset: Int) -> Int { Int(file.lineRange(line(at: offset)).end) }

  /// The spaces and tabs that the line of the byte at `offset` begins with.
  func indentation(at offset: Int) -> String {
    let range = file.lineRange(line(at: offset))
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    return String(decoding: file.bytes[range.bounds].prefix(while: isSpace), as: UTF8.self)
  }

  /// Whether nothing but spaces stands before `offset` on its line.
  func beginsLine(_ offset: Int) -> Bool {
    start(of: line(at: offset)) + indentation(at: offset).utf8.count >= offset
  }

  /// Whether there is such a line, with nothing but spaces on it.
  func isBlank(_ line: Int) -> Bool {
    guard line >= 0, line < file.lines.starts.count else { return false }
    let start = start(of: line)
    guard start < file.bytes.count else { return false }
    return indentation(at: start).utf8.count == file.lineRange(line).count
  }

  /// The number of characters before `offset` on its line.
  func column(at offset: Int) -> Int { file.position(at: offset).column - 1 }

  /// Where the comment lines begin that stand right above the item at `offset`, or the item itself.
  func commentedStart(_ offset: Int) -> Int {
    let tokens = tree.tokens
    var start = offset
    var index = tokens.index(from: offset)
    while index > 0 {
      let isAbove = tokens[index - 1].kind == .newline
      let place = index - (isAbove ? 2 : 1)
      guard place >= 0 else { return start }
      let comment = tokens[place]
      let kind: HCLToken.Kind = isAbove ? .comment : .lineComment
      guard comment.kind == kind, beginsLine(Int(comment.range.start)) else { return start }
      start = Int(comment.range.start)
      index = place
    }
    return start
  }

  /// What stands behind an item that ends at `offset` and still belongs to it.
  func tail(at offset: Int) -> HCLTail {
    let tokens = tree.tokens
    var tail = HCLTail(end: offset)
    var index = tokens.index(from: offset)
    if index > 0, tokens[index - 1].kind == .closeHeredoc {
      tail.isHeredoc = true
      // A comma cannot stand on the line that ends a heredoc.
      if tokens[index].kind == .newline, tokens[index + 1].kind == .comma { index += 1 }
    }
    while true {
      let token = tokens[index]
      switch token.kind {
      case .comma where tail.comma == nil:
        tail.comma = token.range
        tail.end = Int(token.range.end)
      case .comment:
        tail.end = Int(token.range.end)
      case .lineComment:
        tail.end = end(at: Int(token.range.start))
        tail.endsLine = true
        return tail
      case .newline, .endOfFile:
        tail.endsLine = true
        return tail
      default: return tail
      }
      index += 1
    }
  }

  /// Whether a comment stands in the range.
  func hasComment(_ range: Range<Int>) -> Bool {
    let tokens = tree.tokens
    var index = tokens.index(from: range.lowerBound)
    while index < tokens.count, tokens[index].range.start < range.upperBound {
      if tokens[index].kind == .comment || tokens[index].kind == .lineComment { return true }
      index += 1
    }
    return false
  }

  /// The comment that ends the zero-based line behind something else.
  func trailingComment(on line: Int) -> SourceRange? {
    guard line >= 0, line < file.lines.starts.count else { return nil }
    let index = tree.tokens.index(from: Int(file.lineRange(line).end))
    guard index > 0 else { return nil }
    let token = tree.tokens[index - 1]
    let start = Int(token.range.start)
    guard token.kind == .comment || token.kind == .lineComment, self.line(at: start) == line,
      !beginsLine(start)
    else { return nil }
    return token.range
  }
}

/// What stands behind an item and belongs to it.
struct HCLTail {
  /// The bytes of the comma that separates the item from the next.
  var comma: SourceRange?
  /// The end of the comma and of the comments on the line.
  var end: Int
  /// Whether nothing else stands on the line.
  var endsLine = false
  /// Whether the item ends with a heredoc.
  var isHeredoc = false

  init(end: Int) { self.end = end }
}
