import SourceText

/// Reads a JSON file from front to back into a tree, without recursion.
struct JSONReader {
  var builder: TreeBuilder
  var offset: Int
  private let dialect: JSONParser.Dialect
  /// The tolerated deviations that have been reported; each kind is reported once.
  private var reported: Set<JSONProblem> = []

  init(file: SourceFile, dialect: JSONParser.Dialect) {
    self.builder = TreeBuilder(file: file, duplicateCode: "json.duplicate-key")
    self.offset = file.contentStart
    self.dialect = dialect
  }

  /// Reads everything; the first fault ends the tree.
  mutating func read(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return report(.error, .utf16, 0, 2)
    }
    if let range = builder.file.firstInvalidUTF8 {
      report(.error, .encoding, Int(range.start), Int(range.end))
    }
    do throws(JSONFault) {
      try readFile(bytes.span)
    } catch {
      report(.error, error.problem, error.start, min(error.end, bytes.count))
      builder.abandon()
    }
  }

  private mutating func readFile(_ bytes: Span<UInt8>) throws(JSONFault) {
    try skipTrivia(bytes)
    guard offset < bytes.count else { throw JSONFault(.empty, offset, offset) }
    var expectsValue = true
    repeat {
      expectsValue = expectsValue ? try readValue(bytes) : try readSeparator(bytes)
    } while expectsValue || !builder.frames.isEmpty
    try skipTrivia(bytes)
    guard offset == bytes.count else { throw JSONFault(.trailingData, offset, offset + 1) }
  }

  /// Reads a scalar or the beginning of a collection; returns whether a value must follow.
  private mutating func readValue(_ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    guard offset < bytes.count else { throw JSONFault(.unterminated, offset, offset) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try open(.mapping, bytes)
    case UInt8(ascii: "["): return try open(.sequence, bytes)
    case UInt8(ascii: "\""): try readString(bytes)
    case UInt8(ascii: "t"): try readWord("true", .bool, bytes)
    case UInt8(ascii: "f"): try readWord("false", .bool, bytes)
    case UInt8(ascii: "n"): try readWord("null", .null, bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber(bytes)
    default: throw JSONFault(.value, offset, offset + 1)
    }
    return false
  }

  private mutating func open(
    _ kind: NodeRecord.Kind,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) -> Bool {
    guard builder.frames.count < TreeBuilder.depthLimit else {
      throw JSONFault(.nesting, offset, offset + 1)
    }
    builder.open(kind, .flow, start: offset, end: offset + 1)
    offset += 1
    return try readNext(bytes)
  }

  /// Reads what follows a value within a collection; returns whether a value must follow.
  private mutating func readSeparator(_ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try skipTrivia(bytes)
    guard offset < bytes.count else { throw JSONFault(.unterminated, offset, offset) }
    if bytes[offset] == UInt8(ascii: ",") {
      let comma = offset
      offset += 1
      let follows = try readNext(bytes)
      if !follows { tolerate(.trailingComma, comma, comma + 1) }
      return follows
    }
    guard closes(bytes[offset]) else { throw JSONFault(.separator, offset, offset + 1) }
    offset += 1
    builder.close(end: offset)
    return false
  }

  /// Reads the end of the collection or the next key; returns whether a value must follow.
  private mutating func readNext(_ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try skipTrivia(bytes)
    guard offset < bytes.count else { throw JSONFault(.unterminated, offset, offset) }
    if closes(bytes[offset]) {
      offset += 1
      builder.close(end: offset)
      return false
    }
    if builder.frames[builder.frames.count - 1].isMapping { try readKey(bytes) }
    return true
  }

  private func closes(_ byte: UInt8) -> Bool {
    let isMapping = builder.frames[builder.frames.count - 1].isMapping
    return byte == (isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  private mutating func readKey(_ bytes: Span<UInt8>) throws(JSONFault) {
    guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONFault(.key, offset, offset + 1) }
    try readString(bytes)
    try skipTrivia(bytes)
    guard offset < bytes.count else { throw JSONFault(.unterminated, offset, offset) }
    guard bytes[offset] == UInt8(ascii: ":") else { throw JSONFault(.colon, offset, offset + 1) }
    offset += 1
    try skipTrivia(bytes)
  }

  private mutating func readWord(
    _ word: StaticString,
    _ kind: NodeRecord.Kind,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    let start = offset
    offset += word.utf8CodeUnitCount
    let isInFile = offset <= bytes.count
    let isComplete =
      isInFile
      && (0..<word.utf8CodeUnitCount).allSatisfy { unsafe bytes[start + $0] == word.utf8Start[$0] }
    guard isComplete else { throw JSONFault(.value, start, start + 1) }
    try endScalar(kind, start: start, or: .value, bytes)
  }

  /// Appends a word or a number, which may not run into something else.
  mutating func endScalar(
    _ kind: NodeRecord.Kind,
    start: Int,
    or problem: JSONProblem,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    if offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...:
        throw JSONFault(problem, start, offset + 1)
      default: break
      }
    }
    builder.appendScalar(
      kind,
      .plain,
      start: start,
      end: offset,
      text: start..<offset,
      isDecoded: false
    )
  }

  /// Reports a deviation that does no harm here, once for each kind.
  mutating func tolerate(_ problem: JSONProblem, _ start: Int, _ end: Int) {
    guard reported.insert(problem).inserted else { return }
    report(dialect == .strict ? .error : .warning, problem, start, end)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity,
    _ problem: JSONProblem,
    _ start: Int,
    _ end: Int
  ) {
    builder.report(severity, problem.code, problem.text, at: SourceRange(start, max(start, end)))
  }
}
