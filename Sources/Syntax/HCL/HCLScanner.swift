import SourceText

/// Cuts an HCL file into tokens, from front to back.
///
/// Whatever the bytes are, the tokens nest: a string, a heredoc or a sequence that does not end gets
/// an empty closing token where the reader should go on.
struct HCLScanner {
  enum Mode {
    /// Bodies and expressions.
    case code
    case quoted
    case heredoc
    /// The text of a whole template.
    case bare
  }

  /// What the scanner is in the middle of.
  struct Frame {
    let mode: Mode
    /// The index of the token that began it.
    var opener = 0
    /// In code: the number of braces that were opened in it and not closed.
    var braces = 0
    /// In a heredoc: the bytes of the word that ends it.
    var marker = 0..<0
    /// In a heredoc: whether a line begins here.
    var isAtLineStart = true
  }

  var tokens: ContiguousArray<HCLToken> = []
  /// Where the first comment begins that has no end.
  var openComment: Int?
  var offset: Int
  let end: Int
  /// What is open; the first is the file itself.
  var frames: ContiguousArray<Frame>
  var mode: Mode

  init(_ mode: Mode, in range: Range<Int>) {
    self.mode = mode
    self.frames = [Frame(mode: mode)]
    self.offset = range.lowerBound
    self.end = range.upperBound
    tokens.reserveCapacity(range.count / 4 + 16)
  }

  /// Reads everything.
  mutating func scan(_ bytes: Span<UInt8>) {
    scanToEnd(bytes)
    var returns = 0
    while frames.count > 1, returns < Self.returnLimit, returnToBlock(bytes) {
      scanToEnd(bytes)
      returns += 1
    }
    while frames.count > 1 { closeEarly() }
    append(.endOfFile, from: end)
  }

  private mutating func scanToEnd(_ bytes: Span<UInt8>) {
    while offset < end {
      switch mode {
      case .code: scanCode(bytes)
      case .quoted: scanQuoted(bytes)
      case .heredoc: scanHeredoc(bytes)
      case .bare: scanBare(bytes)
      }
    }
  }

  mutating func append(_ kind: HCLToken.Kind, from start: Int) {
    tokens.append(HCLToken(kind, start, offset))
  }

  mutating func push(_ frame: Frame) {
    frames.append(frame)
    frames[frames.count - 1].opener = tokens.count - 1
    mode = frame.mode
  }

  mutating func pop() {
    frames.removeLast()
    mode = frames[frames.count - 1].mode
  }

  /// Ends the innermost frame with an empty token.
  mutating func closeEarly() {
    switch mode {
    case .code: append(.closeSequence, from: offset)
    case .quoted: append(.closeQuote, from: offset)
    case .heredoc: append(.closeHeredoc, from: offset)
    case .bare: break
    }
    pop()
  }

  /// Reads tokens of code until another mode begins.
  private mutating func scanCode(_ bytes: Span<UInt8>) {
    while offset < end, mode == .code {
      let start = offset
      let byte = bytes[start]
      offset += 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): skipSpaces(bytes)
      case UInt8(ascii: "\n"): append(.newline, from: start)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        scanIdentifier(bytes)
        append(.identifier, from: start)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        scanNumber(bytes)
        append(.number, from: start)
      case UInt8(ascii: "\""):
        append(.openQuote, from: start)
        push(Frame(mode: .quoted))
      case UInt8(ascii: "#"): scanLineComment(from: start, bytes)
      case UInt8(ascii: "/"): scanSlash(from: start, bytes)
      case UInt8(ascii: "{"):
        append(.openBrace, from: start)
        frames[frames.count - 1].braces += 1
      case UInt8(ascii: "}"): closeBrace(from: start)
      case UInt8(ascii: "\r"):
        append(follows(UInt8(ascii: "\n"), bytes) ? .newline : .invalid, from: start)
      case 0x80...: scanCharacter(from: start, bytes)
      default: scanOperator(byte, from: start, bytes)
      }
    }
  }

  private mutating func skipSpaces(_ bytes: Span<UInt8>) {
    while offset < end, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
      offset += 1
    }
  }

  /// Moves behind `byte` if it is the next one.
  mutating func follows(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard offset < end, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Ends a block, an object or the sequence that the code stands in.
  private mutating func closeBrace(from start: Int) {
    let frame = frames.count - 1
    if frame > 0, frames[frame].braces == 0 {
      append(.closeSequence, from: start)
      pop()
    } else {
      append(.closeBrace, from: start)
      frames[frame].braces -= 1
    }
  }

  /// Reads `~`, or the `~}` that ends a sequence.
  private mutating func scanTilde(from start: Int, _ bytes: Span<UInt8>) {
    guard follows(UInt8(ascii: "}"), bytes) else { return append(.tilde, from: start) }
    append(.closeSequence, from: start)
    let frame = frames.count - 1
    if frame > 0, frames[frame].braces == 0 { pop() } else { frames[frame].braces -= 1 }
  }

  /// Reads `#` or `//` up to and with the newline.
  private mutating func scanLineComment(from start: Int, _ bytes: Span<UInt8>) {
    while offset < end {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: "\n") { return append(.lineComment, from: start) }
    }
    append(.comment, from: start)
  }

  private mutating func scanSlash(from start: Int, _ bytes: Span<UInt8>) {
    if follows(UInt8(ascii: "/"), bytes) { return scanLineComment(from: start, bytes) }
    guard follows(UInt8(ascii: "*"), bytes) else { return append(.slash, from: start) }
    while openComment == nil, offset < end {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: "*"), follows(UInt8(ascii: "/"), bytes) {
        return append(.comment, from: start)
      }
    }
    abandonComment(from: start, bytes)
  }

  /// Ends a comment without an end where a labelled block begins behind it.
  private mutating func abandonComment(from start: Int, _ bytes: Span<UInt8>) {
    openComment = openComment ?? start
    offset = blockHeader(from: start + 2, bytes) ?? end
    append(.comment, from: start)
    if offset < end { append(.newline, from: offset) }
  }

  private mutating func scanOperator(_ byte: UInt8, from start: Int, _ bytes: Span<UInt8>) {
    switch byte {
    case UInt8(ascii: "="):
      if follows(UInt8(ascii: "="), bytes) { return append(.equalTo, from: start) }
      append(follows(UInt8(ascii: ">"), bytes) ? .fatArrow : .equal, from: start)
    case UInt8(ascii: "<"):
      if follows(UInt8(ascii: "="), bytes) { return append(.lessThanOrEqual, from: start) }
      if !scanHeredocStart(from: start, bytes) { append(.lessThan, from: start) }
    case UInt8(ascii: "."):
      let isEllipsis =
        offset + 1 < end && bytes[offset] == UInt8(ascii: ".")
        && bytes[offset + 1] == UInt8(ascii: ".")
      if isEllipsis { offset += 2 }
      append(isEllipsis ? .ellipsis : .dot, from: start)
    case UInt8(ascii: "~"): scanTilde(from: start, bytes)
    default: append(simpleOperator(byte, bytes), from: start)
    }
  }

  /// The kind of an operator of one byte, or of two where the second is of one kind only.
  private mutating func simpleOperator(_ byte: UInt8, _ bytes: Span<UInt8>) -> HCLToken.Kind {
    switch byte {
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): follows(byte, bytes) ? .doubleColon : .colon
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "!"): follows(UInt8(ascii: "="), bytes) ? .notEqualTo : .not
    case UInt8(ascii: ">"): follows(UInt8(ascii: "="), bytes) ? .greaterThanOrEqual : .greaterThan
    case UInt8(ascii: "&"): follows(byte, bytes) ? .and : .ampersand
    case UInt8(ascii: "|"): follows(byte, bytes) ? .or : .pipe
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "^"): .caret
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "`"): .backtick
    case UInt8(ascii: "'"): .apostrophe
    default: .invalid
    }
  }
}
