import SourceText

/// A source with the comments in it, and what stands on its lines.
struct AnnotatedSource: Sendable {
  /// How a language shows where something ends.
  enum Layout: Sendable {
    /// By brackets, as HCL does.
    case brackets([BracketToken])
    /// By indentation, as YAML does.
    case indentation
    /// Instruction by instruction, as in a Dockerfile.
    case instructions([InstructionPlace])
  }

  let file: SourceFile
  /// The bytes of every comment, in source order, without the ends of their lines.
  let comments: [SourceRange]
  private let layout: Layout

  init(_ file: SourceFile, comments: [SourceRange], layout: Layout) {
    self.file = file
    self.comments = comments
    self.layout = layout
  }

  /// The zero-based line of the byte at `offset`.
  func line(at offset: UInt32) -> Int { file.lines.line(at: Int(offset)) }

  /// What a comment speaks of: what begins on its line, else what begins on the next line of code.
  func target(of comment: SourceRange) -> SourceRange? {
    let first = line(at: comment.start)
    if isCode(first) { return construct(onLine: first) }
    let count = file.lines.starts.count
    let next = (first..<count).first { isCode($0) }
    return next.flatMap(construct)
  }

  /// Whether `comment` stands directly behind `line`, with at most comments between them.
  func follows(_ comment: SourceRange, line: Int) -> Bool {
    let own = self.line(at: comment.start)
    return own > line && !(line + 1...own).contains(where: isCode)
  }

  /// The block, mapping entry, list element or instruction that begins on `line`.
  func construct(onLine line: Int) -> SourceRange? {
    switch layout {
    case .brackets(let tokens): bracketed(onLine: line, tokens)
    case .indentation: indented(onLine: line)
    case .instructions(let places): InstructionPlace.construct(at: file.lineRange(line), places)
    }
  }

  /// Whether something besides blanks and comments stands on `line`.
  func isCode(_ line: Int) -> Bool {
    let range = file.lineRange(line)
    var offset = range.bounds.lowerBound
    while offset < range.bounds.upperBound {
      if let comment = comment(at: offset) {
        offset = Int(comment.end)
      } else if file.bytes[offset].isBlank {
        offset += 1
      } else {
        return true
      }
    }
    return false
  }

  private func comment(at offset: Int) -> SourceRange? {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if Int(comments[middle].end) <= offset { low = middle + 1 } else { high = middle }
    }
    return low < comments.count && Int(comments[low].start) <= offset ? comments[low] : nil
  }
}

extension AnnotatedSource {
  /// What begins on `line`: everything below that is indented deeper.
  ///
  /// The elements of a list may stand below their key without being indented.
  private func indented(onLine line: Int) -> SourceRange? {
    guard let start = indentation(of: line) else { return nil }
    let isElement = file.bytes[start.offset...].isListMark
    var last = line
    for next in (line + 1)..<max(line + 1, file.lines.starts.count) where isCode(next) {
      guard let place = indentation(of: next) else { continue }
      let text = file.bytes[place.offset...]
      let belongs =
        place.column > start.column
        || place.column == start.column && (text.isClosing || text.isListMark && !isElement)
      guard belongs else { break }
      last = next
    }
    return SourceRange(start.offset, file.lineRange(last).bounds.upperBound)
  }

  /// Where the text of `line` begins; `nil` for a line of blanks.
  private func indentation(of line: Int) -> (offset: Int, column: Int)? {
    let range = file.lineRange(line).bounds
    guard let offset = range.first(where: { !file.bytes[$0].isBlank }) else { return nil }
    return (offset, offset - range.lowerBound)
  }

  /// What begins on `line`: up to the end of the line on which its last bracket is closed.
  private func bracketed(onLine line: Int, _ tokens: [BracketToken]) -> SourceRange? {
    let bounds = file.lineRange(line).bounds
    let first = tokens.firstToken(from: UInt32(bounds.lowerBound))
    guard first < tokens.count, Int(tokens[first].range.start) < bounds.upperBound else {
      return nil
    }
    var depth = 0
    var end = tokens[first].range.end
    for token in tokens[first...] {
      if depth <= 0, self.line(at: token.range.start) > self.line(at: end) { break }
      depth += token.depthChange
      end = max(end, token.range.end)
    }
    return SourceRange(Int(tokens[first].range.start), Int(end))
  }
}

/// A token of a language in which brackets show where something ends.
struct BracketToken: Sendable {
  let range: SourceRange
  /// 1 where it opens something, -1 where it closes something.
  let depthChange: Int
}

extension [BracketToken] {
  /// The index of the first token that starts at `offset` or behind it.
  fileprivate func firstToken(from offset: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// An instruction of a Dockerfile.
struct InstructionPlace: Sendable {
  let range: SourceRange
  /// Whether it starts a build stage.
  let startsStage: Bool

  /// The instruction on the line at `line`; of one that starts a stage, the whole stage.
  static func construct(at line: SourceRange, _ places: [InstructionPlace]) -> SourceRange? {
    guard let index = places.firstIndex(where: { $0.range.end > line.start }),
      places[index].range.start < line.end
    else { return nil }
    let first = places[index]
    guard first.startsStage else { return first.range }
    let rest = places[(index + 1)...].prefix { !$0.startsStage }
    return rest.last.map { first.range.union($0.range) } ?? first.range
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a carriage return.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

extension ArraySlice<UInt8> {
  /// Whether a YAML list element begins here.
  fileprivate var isListMark: Bool {
    first == UInt8(ascii: "-") && (count == 1 || " \n\r".utf8.contains(self[startIndex + 1]))
  }

  /// Whether a bracket of a YAML flow collection is closed here.
  fileprivate var isClosing: Bool {
    first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
  }
}
