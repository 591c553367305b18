import SourceText

/// Takes one logical line apart.
struct InstructionReader {
  let file: SourceFile
  let line: LogicalLine
  let escape: UInt8
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether `<<` in the line announces a heredoc.
  private(set) var takesHeredocs = false

  init(file: SourceFile, line: LogicalLine, escape: Unicode.Scalar) {
    self.file = file
    self.line = line
    self.escape = UInt8(truncatingIfNeeded: escape.value)
  }

  /// Reads the instruction at `bounds`; `nil` where it is none, or a broken one.
  mutating func read(_ bounds: Range<Int>, isTrigger: Bool = false) -> DockerfileInstruction? {
    let text = line.trimmed(bounds)
    guard !text.isEmpty else { return nil }
    let nameEnd = line.bytes[text].firstIndex { $0.isDockerfileSpace } ?? text.upperBound
    let name = line.word(text.lowerBound..<nameEnd)
    guard let keyword = DockerfileKeyword(rawValue: name.text.uppercased()) else {
      report(.unknownInstruction(name.text), name.range)
      return nil
    }
    if isTrigger, [.onbuild, .from, .maintainer].contains(keyword) {
      report(.trigger(keyword), name.range)
      return nil
    }
    let (flags, rest) = flags(nameEnd..<text.upperBound)
    var instruction = DockerfileInstruction(
      keyword: keyword,
      name: name,
      range: line.range(text),
      flags: flags,
      line: line,
      argumentBounds: line.trimmed(rest)
    )
    readArguments(of: &instruction, keyword)
    let takers: [DockerfileKeyword] = [.run, .copy, .add]
    takesHeredocs = takesHeredocs || takers.contains(keyword) && instruction.form == .shell
    return check(instruction, keyword) ? instruction : nil
  }

  mutating func report(_ problem: DockerfileProblem, _ range: SourceRange) {
    diagnostics.append(problem.diagnostic(at: SourceLocation(file, range)))
  }

  private mutating func readArguments(
    of instruction: inout DockerfileInstruction,
    _ keyword: DockerfileKeyword
  ) {
    let bounds = instruction.argumentBounds
    guard !bounds.isEmpty else { return }
    switch keyword {
    case .from, .expose: instruction.arguments = words(bounds)
    case .maintainer, .stopsignal, .user, .workdir: instruction.arguments = [line.word(bounds)]
    case .add, .copy, .volume: readList(of: &instruction, bounds, orElse: words(bounds))
    case .cmd, .entrypoint, .run, .shell:
      readList(of: &instruction, bounds, orElse: [line.word(bounds)])
    case .healthcheck: readHealthCheck(of: &instruction)
    case .arg: readBuildArguments(of: &instruction)
    case .env, .label: readAssignments(of: &instruction, keyword)
    case .onbuild: instruction.trigger = read(bounds, isTrigger: true).map { [$0] } ?? []
    }
  }

  /// Reads a JSON array of texts, or takes `words` where it is none.
  private mutating func readList(
    of instruction: inout DockerfileInstruction,
    _ bounds: Range<Int>,
    orElse words: [DockerfileWord]
  ) {
    switch ExecForm.read(bounds, of: line) {
    case .words(let words):
      instruction.form = .exec
      instruction.arguments += words
    case .otherElements:
      instruction.form = .exec
      report(.otherElements, line.range(bounds))
    case .noArray:
      instruction.arguments += words
      if instruction.keyword != .run, line.bytes[bounds].first == UInt8(ascii: "[") {
        report(.almostArray, line.range(bounds))
      }
    }
  }

  private mutating func readHealthCheck(of instruction: inout DockerfileInstruction) {
    let bounds = instruction.argumentBounds
    let end = line.bytes[bounds].firstIndex { $0.isDockerfileSpace } ?? bounds.upperBound
    instruction.arguments = [line.word(bounds.lowerBound..<end)]
    let rest = line.trimmed(end..<bounds.upperBound)
    if !rest.isEmpty { readList(of: &instruction, rest, orElse: [line.word(rest)]) }
  }

  private mutating func readBuildArguments(of instruction: inout DockerfileInstruction) {
    for bounds in quotedWords(instruction.argumentBounds) {
      instruction.arguments.append(line.word(bounds))
      instruction.assignments.append(
        assignment(bounds)
          ?? DockerfileAssignment(name: line.word(bounds), value: nil, isLegacy: false)
      )
    }
  }

  /// Reads `name=value …`, or the old `name value`.
  private mutating func readAssignments(
    of instruction: inout DockerfileInstruction,
    _ keyword: DockerfileKeyword
  ) {
    let bounds = instruction.argumentBounds
    let words = quotedWords(bounds)
    guard let first = words.first, assignment(first) != nil else {
      return readLegacyAssignment(of: &instruction, keyword)
    }
    for word in words {
      if let assignment = assignment(word) {
        instruction.assignments.append(assignment)
      } else {
        report(.noEqualsSign(keyword), line.range(word))
      }
    }
  }

  private mutating func readLegacyAssignment(
    of instruction: inout DockerfileInstruction,
    _ keyword: DockerfileKeyword
  ) {
    let bounds = instruction.argumentBounds
    let end = line.bytes[bounds].firstIndex { $0.isDockerfileSpace } ?? bounds.upperBound
    let value = line.trimmed(end..<bounds.upperBound)
    guard !value.isEmpty else { return report(.noValue(keyword), line.range(bounds)) }
    instruction.assignments.append(
      DockerfileAssignment(
        name: line.word(bounds.lowerBound..<end),
        value: line.word(value),
        isLegacy: true
      )
    )
  }

  private func assignment(_ bounds: Range<Int>) -> DockerfileAssignment? {
    guard let sign = line.bytes[bounds].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return DockerfileAssignment(
      name: line.word(bounds.lowerBound..<sign),
      value: line.word((sign + 1)..<bounds.upperBound),
      isLegacy: false
    )
  }
}
