import SourceText

/// Reads the tokens of an HCL file into a tree, by recursive descent.
///
/// An error is reported once for each argument or block header; the reader then goes on where a
/// list, an object or a line goes on. What it had to skip is an invalid expression in the tree.
struct HCLReader {
  /// How deep blocks and expressions may nest.
  static let depthLimit = 200
  /// How many levels an expression may have, chains of operators included.
  static let heightLimit = 500
  /// How many errors are reported; the rest of a file like that hardly is HCL.
  static let reportLimit = 500

  let file: SourceFile
  let bytes: [UInt8]
  /// Where the text stands if it is no file of its own.
  let anchor: SourceLocation?
  let tokens: ContiguousArray<HCLToken>
  /// The index of the next token that counts.
  private(set) var index = 0
  /// The index of the token before which nothing is read any more; -1 at the beginning.
  private(set) var previous = -1
  /// Whether newlines mean nothing here.
  private(set) var ignoresNewlines = false

  var records: ContiguousArray<HCLRecord> = []
  var links: ContiguousArray<UInt32> = []
  /// The children of what is being read.
  var pending: ContiguousArray<UInt32> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether the next token makes no sense where it stands.
  var isRecovering = false
  /// Whether everything that is open ends here, since a new top-level item begins.
  var isUnwinding = false
  /// Whether an error has been reported of the argument or block header at hand.
  var isQuiet = false
  /// Whether the items of the body at hand stand on one line.
  var isSingleLine = false
  /// Whether an item at the left margin ends the blocks that are open, which is how an indented
  /// text is read once more if braces are missing in it.
  let closesAtMargin: Bool
  /// Whether a block has no closing brace.
  var hasOpenBlock = false
  /// Whether an argument of a block is indented.
  var isIndented = false
  /// Whether an argument of a block stands at the left margin.
  var isUnindented = false
  /// The numbers of parentheses, square brackets and sequences of templates that are open.
  var openParentheses = 0
  var openBrackets = 0
  var openSequences = 0
  private(set) var depth = 0

  init(
    _ file: SourceFile,
    tokens: ContiguousArray<HCLToken>,
    anchor: SourceLocation?,
    closesAtMargin: Bool = false
  ) {
    self.file = file
    self.bytes = file.bytes
    self.anchor = anchor
    self.tokens = tokens
    self.closesAtMargin = closesAtMargin
    records.reserveCapacity(tokens.count * 3 / 4)
    links.reserveCapacity(tokens.count / 2)
    settle()
  }

  /// The next token.
  var next: HCLToken { tokens[index] }
  /// What the next token is.
  var kind: HCLToken.Kind { tokens[index].kind }
  /// What the word is that comes next, if it is one that may mean something.
  var keyword: HCLKeyword? { HCLKeyword(next, in: bytes) }
  /// Whether the file or the template is at its end.
  var isAtEnd: Bool { kind == .endOfFile }

  /// The end of what has been read.
  var previousEnd: UInt32 {
    var place = previous
    while place >= 0, tokens[place].kind.isNewline || tokens[place].kind == .comment { place -= 1 }
    return place >= 0 ? tokens[place].end : UInt32(file.contentStart)
  }

  /// Moves behind the next token.
  mutating func advance() {
    guard tokens[index].kind != .endOfFile else { return }
    previous = index
    index += 1
    settle()
  }

  /// Moves to the token at `place`, whatever has been read.
  mutating func move(to place: Int) {
    previous = place - 1
    index = place
    settle()
  }

  /// Says whether newlines mean nothing from here on, and returns what was said before.
  mutating func setIgnoresNewlines(_ value: Bool) -> Bool {
    let outer = ignoresNewlines
    guard value != outer else { return outer }
    ignoresNewlines = value
    index = previous + 1
    settle()
    return outer
  }

  private mutating func settle() {
    while true {
      switch tokens[index].kind {
      case .comment: index += 1
      case .newline, .lineComment:
        guard ignoresNewlines else { return }
        index += 1
      default: return
      }
    }
  }

  /// Goes one level deeper, unless that is too deep.
  mutating func enter() -> Bool {
    guard depth < Self.depthLimit else { return false }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }

  /// Reports a problem, if it is the first of the item at hand.
  mutating func report(_ problem: HCLProblem, at range: SourceRange) {
    guard !isQuiet, diagnostics.count < Self.reportLimit else { return }
    isQuiet = true
    let location = anchor ?? SourceLocation(file, range)
    diagnostics.append(Diagnostic(.error, problem.code, problem.text, at: location))
  }

  /// Reports a problem because of which the next token makes no sense.
  mutating func fail(_ problem: HCLProblem, at range: SourceRange) {
    report(problem, at: range)
    isRecovering = true
  }

  /// Reports that the next token is not what `problem` asks for, and why if that is known.
  mutating func reportNext(_ problem: HCLProblem) {
    let end = Int(previousEnd)
    let range = kind.isNewline ? SourceRange(end, end) : next.range
    report(.unexpected(next.kind) ?? problem, at: range)
  }

  /// Reports that the next token is not what `problem` asks for, and makes no sense.
  mutating func refuseNext(_ problem: HCLProblem) {
    reportNext(problem)
    isRecovering = true
  }
}
