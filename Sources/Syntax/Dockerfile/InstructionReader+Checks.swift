extension InstructionReader {
  /// Reports what BuildKit refuses; whether enough is left to make sense of.
  mutating func check(
    _ instruction: DockerfileInstruction,
    _ keyword: DockerfileKeyword
  ) -> Bool {
    switch keyword {
    case .from: return checkFrom(instruction)
    case .add, .copy: return checkCount(instruction, atLeast: 2, keyword)
    case .healthcheck: return checkHealthCheck(instruction)
    case .env, .label: return !instruction.assignments.isEmpty || checkCount(instruction, keyword)
    case .onbuild: return !instruction.trigger.isEmpty || checkCount(instruction, keyword)
    // An empty command takes the command of the base image away.
    case .cmd, .entrypoint, .run, .shell: return true
    default: return checkCount(instruction, keyword)
    }
  }

  private mutating func checkCount(
    _ instruction: DockerfileInstruction,
    atLeast least: Int = 1,
    _ keyword: DockerfileKeyword
  ) -> Bool {
    guard instruction.arguments.count < least else { return true }
    if diagnostics.isEmpty { report(.missingArgument(keyword, least), instruction.range) }
    return false
  }

  private mutating func checkFrom(_ instruction: DockerfileInstruction) -> Bool {
    let words = instruction.arguments
    guard checkCount(instruction, .from) else { return false }
    if words.count == 3, words[1].text.lowercased() == "as" {
      if !DockerfileStage.isName(words[2].text.lowercased()) {
        report(.stageName(words[2].text), words[2].range)
      }
    } else if words.count != 1 {
      report(.fromArguments, instruction.range)
    }
    return true
  }

  private mutating func checkHealthCheck(_ instruction: DockerfileInstruction) -> Bool {
    guard checkCount(instruction, .healthcheck) else { return false }
    let type = instruction.arguments[0].text.uppercased()
    guard type == "NONE" || type == "CMD" && instruction.arguments.count > 1 else {
      report(.healthCheckType, instruction.range)
      return false
    }
    return true
  }
}
