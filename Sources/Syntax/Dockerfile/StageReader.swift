import SourceText

/// Parts the instructions of a Dockerfile into build stages.
struct StageReader {
  /// The most stages that are told apart.
  static let limit = 1_000

  private(set) var stages: [DockerfileStage] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var globalScope: DockerfileScope
  private let file: SourceFile
  private var names: [String: Int] = [:]

  init(file: SourceFile, escape: Unicode.Scalar) {
    self.file = file
    globalScope = DockerfileScope(escape: escape)
    for name in DockerfileScope.platformArguments { globalScope.declare(name, nil) }
  }

  mutating func read(_ instructions: [DockerfileInstruction]) {
    for instruction in instructions {
      if instruction.keyword == .from {
        guard stages.count < StageReader.limit else {
          return report(.tooManyStages, instruction.range)
        }
        begin(instruction)
      } else if !stages.isEmpty {
        stages[stages.count - 1].instructions.append(instruction)
      } else if instruction.keyword == .arg {
        declare(instruction)
      } else {
        report(.beforeFrom(instruction.keyword), instruction.name.range)
      }
    }
  }

  private mutating func report(_ problem: DockerfileProblem, _ range: SourceRange) {
    diagnostics.append(problem.diagnostic(at: SourceLocation(file, range)))
  }

  private mutating func declare(_ instruction: DockerfileInstruction) {
    for assignment in instruction.assignments {
      globalScope.declare(assignment.name.text, assignment.value.map { expanded($0) })
    }
  }

  private mutating func begin(_ from: DockerfileInstruction) {
    let word = from.arguments[0]
    let image = expanded(word)
    if image.isEmpty { report(.emptyBase, word.range) }
    let name = from.arguments.count == 3 ? from.arguments[2].text.lowercased() : nil
    stages.append(
      DockerfileStage(
        index: stages.count,
        name: name,
        baseImage: image,
        baseRange: word.range,
        base: base(image),
        platform: from.flag("platform").map { expanded($0) },
        from: from
      )
    )
    if let name { names[name] = stages.count - 1 }
  }

  private func base(_ image: DockerfileText) -> DockerfileStage.Base {
    guard let text = image.text else {
      return names.keys.contains(where: image.mayBe) ? .someStage : .image
    }
    if let index = names[text.lowercased()] { return .stage(index) }
    return text == "scratch" ? .scratch : .image
  }

  private mutating func expanded(_ word: DockerfileWord) -> DockerfileText {
    do throws(ExpansionError) {
      return try globalScope.expand(word.text)
    } catch {
      report(.expansion, word.range)
      return DockerfileText(unknown: .tooLarge)
    }
  }
}
