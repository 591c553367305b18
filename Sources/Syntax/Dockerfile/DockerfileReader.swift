import SourceText

/// Joins the lines of a Dockerfile to instructions.
struct DockerfileReader {
  let file: SourceFile
  private(set) var escape: Unicode.Scalar = "\\"
  private(set) var directives: [Dockerfile.Directive] = []
  private(set) var instructions: [DockerfileInstruction] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var offset: Int
  /// Whether a directive may still come.
  private var expectsDirective = true

  init(_ file: SourceFile) {
    self.file = file
    offset = file.contentStart
  }

  mutating func read() {
    guard !file.bytes.starts(with: [0xFF, 0xFE]), !file.bytes.starts(with: [0xFE, 0xFF]) else {
      return report(.utf16, SourceRange(0, 2))
    }
    while let line = nextLine() {
      let content = withoutIndent(line)
      readDirective(content)
      if !content.isEmpty, file.bytes[content.lowerBound] != UInt8(ascii: "#") {
        readInstruction(content)
      }
    }
    if instructions.isEmpty, diagnostics.isEmpty { report(.empty, SourceRange(0, 0)) }
  }

  private mutating func report(_ problem: DockerfileProblem, _ range: SourceRange) {
    diagnostics.append(problem.diagnostic(at: SourceLocation(file, range)))
  }

  /// The bytes of the next line, its end left out.
  private mutating func nextLine() -> Range<Int>? {
    guard offset < file.bytes.count else { return nil }
    let start = offset
    let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    offset = end.map { $0 + 1 } ?? file.bytes.count
    var last = end ?? file.bytes.count
    while last > start, file.bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
    return start..<last
  }

  private func withoutIndent(_ line: Range<Int>) -> Range<Int> {
    let start = file.bytes[line].firstIndex { !$0.isDockerfileSpace }
    return (start ?? line.upperBound)..<line.upperBound
  }

  /// Reads `# name = value` while nothing else has been seen.
  private mutating func readDirective(_ content: Range<Int>) {
    guard expectsDirective else { return }
    guard let (name, value) = directive(content), ["syntax", "escape", "check"].contains(name)
    else {
      expectsDirective = false
      return
    }
    let range = SourceRange(content.lowerBound, content.upperBound)
    if directives.contains(where: { $0.name == name }) {
      return report(.repeatedDirective(name), range)
    }
    directives.append(Dockerfile.Directive(name: name, value: value, range: range))
    guard name == "escape" else { return }
    switch value {
    case "\\", "`": escape = value.unicodeScalars.first ?? escape
    default: report(.escapeDirective, range)
    }
  }

  private func directive(_ content: Range<Int>) -> (name: String, value: String)? {
    guard file.bytes[content].first == UInt8(ascii: "#"),
      let sign = file.bytes[content].firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let name = text((content.lowerBound + 1)..<sign).lowercased()
    let value = text((sign + 1)..<content.upperBound)
    let isName = name.utf8.allSatisfy {
      $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")
        || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
    }
    return isName && !name.isEmpty && !value.isEmpty ? (name, value) : nil
  }

  private func text(_ range: Range<Int>) -> String {
    let bytes = file.bytes[range]
    let start = bytes.firstIndex { !$0.isDockerfileSpace } ?? range.upperBound
    let end = bytes.lastIndex { !$0.isDockerfileSpace }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Reads the instruction that begins with `content`, with all its lines.
  private mutating func readInstruction(_ content: Range<Int>) {
    var line = LogicalLine()
    var (part, continues) = cutContinuation(content)
    line.append(part, of: file)
    var end = content.upperBound
    while continues, let next = nextLine() {
      let text = withoutIndent(next)
      if text.isEmpty {
        report(.emptyContinuation, SourceRange(next.lowerBound, next.upperBound))
        continue
      }
      if file.bytes[text.lowerBound] == UInt8(ascii: "#") { continue }
      (part, continues) = cutContinuation(next)
      line.append(part, of: file)
      end = next.upperBound
    }
    var reader = InstructionReader(file: file, line: line, escape: escape)
    var instruction = reader.read(0..<line.bytes.count)
    instruction?.range = SourceRange(content.lowerBound, end)
    readHeredocs(of: &instruction, line, &reader)
    diagnostics += reader.diagnostics
    if let instruction { instructions.append(instruction) }
  }

  /// The line without an escape character at its end, and whether there was one.
  ///
  /// Two of them in a row are no continuation, as in BuildKit.
  private func cutContinuation(_ line: Range<Int>) -> (Range<Int>, continues: Bool) {
    let sign = UInt8(truncatingIfNeeded: escape.value)
    var last = line.upperBound
    while last > line.lowerBound, [0x20, 0x09].contains(file.bytes[last - 1]) { last -= 1 }
    guard last > line.lowerBound, file.bytes[last - 1] == sign,
      last - 1 == line.lowerBound || file.bytes[last - 2] != sign
    else { return (line, false) }
    return (line.lowerBound..<(last - 1), true)
  }

  /// Reads the heredocs that the words of `line` announce.
  private mutating func readHeredocs(
    of instruction: inout DockerfileInstruction?,
    _ line: LogicalLine,
    _ reader: inout InstructionReader
  ) {
    guard reader.takesHeredocs else { return }
    for mark in HeredocMark.all(in: line.bytes) {
      let start = offset
      guard let heredoc = readHeredoc(mark) else {
        reader.report(.unterminatedHeredoc(mark.delimiter), line.range(mark.bounds))
        let body = SourceRange(min(start, file.bytes.count), file.bytes.count)
        instruction?.heredocs.append(mark.heredoc(body))
        instruction?.range.end = UInt32(file.bytes.count)
        return
      }
      instruction?.heredocs.append(heredoc)
      instruction?.range.end = UInt32(offset)
    }
  }

  private mutating func readHeredoc(_ mark: HeredocMark) -> DockerfileHeredoc? {
    let start = offset
    let delimiter = Array(mark.delimiter.utf8)
    while let line = nextLine() {
      var content = file.bytes[line]
      if mark.stripsTabs { content = content.drop { $0 == UInt8(ascii: "\t") } }
      if content.elementsEqual(delimiter) {
        return mark.heredoc(SourceRange(start, line.lowerBound))
      }
    }
    return nil
  }
}
