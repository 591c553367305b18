import Inventory
import SourceText
import Syntax

/// An image in the making: what the instructions of a stage, one after the other, come to.
struct ImageBuild {
  /// A variable that `ENV` sets.
  struct Variable {
    let name: String
    let value: Value
    let origin: SourceLocation
  }

  let file: SourceFile
  /// The image that it is built upon; `nil` for none.
  let baseImage: Value?
  private(set) var user: Value?
  private(set) var workingDirectory: Value?
  private(set) var entryPoint: Value?
  private(set) var command: Value?
  private(set) var healthCheck: Value?
  private(set) var stopSignal: Value?
  private(set) var volumes: [Value] = []
  private(set) var exposedPorts: [Value] = []
  private(set) var environment: [Variable] = []
  private(set) var labels: [Variable] = []
  var writablePaths: [WritablePath] = []
  var scope: DockerfileScope
  private let globalScope: DockerfileScope
  /// Whether the command was set in this stage, so that an entry point leaves it alone.
  private var setsCommand = false
  /// The instructions that a stage built upon this one begins with.
  private var triggers: [DockerfileInstruction] = []

  /// Begins with an image from a registry, or with nothing.
  init(_ stage: DockerfileStage, in dockerfile: Dockerfile) {
    file = dockerfile.file
    let isImage = stage.base != .scratch
    let place = SourceLocation(dockerfile.file, stage.baseRange)
    let image =
      stage.baseImage.isEmpty
      ? Value(.unknown(.malformed(expected: "image")), at: place)
      : Value(stage.baseImage, at: place)
    baseImage = isImage ? image : nil
    globalScope = dockerfile.globalScope
    scope = DockerfileScope(escape: dockerfile.escape)
    scope.inheritsUnknown = isImage
    workingDirectory = isImage ? nil : Value(.string("/"), at: nil)
  }

  /// How much there is to copy for a stage that is built upon this one.
  var weight: Int {
    scope.count + volumes.count + exposedPorts.count + environment.count + labels.count
      + writablePaths.count + triggers.count
  }

  /// Begins with what another stage came to.
  init(upon base: ImageBuild) {
    self = base
    scope = base.scope.environmentOnly()
    setsCommand = false
  }

  /// Carries out what the base put behind `ONBUILD`.
  mutating func runTriggers() {
    let pending = triggers
    triggers = []
    for instruction in pending { apply(instruction) }
  }

  /// Carries out one instruction.
  mutating func apply(_ instruction: DockerfileInstruction) {
    let words = instruction.arguments
    switch instruction.keyword {
    case .user: user = words.first.map { value($0) }
    case .workdir: words.first.map { enter($0) }
    case .stopsignal: stopSignal = words.first.map { value($0) }
    case .volume: volumes += words.map { path($0) }
    case .expose: exposedPorts += words.flatMap { ports($0) }
    case .env: setEnvironment(instruction)
    case .label: labels += variables(instruction)
    case .arg: declare(instruction)
    case .cmd:
      command = list(instruction)
      setsCommand = true
    case .entrypoint:
      entryPoint = list(instruction)
      if !setsCommand { command = nil }
    case .healthcheck: healthCheck = check(instruction)
    case .run: noteCommands(instruction)
    case .copy, .add: noteCopy(instruction)
    case .onbuild: triggers += instruction.trigger
    case .from, .maintainer, .shell: break
    }
  }

  /// A word with its variables expanded, as far as they are known.
  mutating func value(_ word: DockerfileWord) -> Value {
    let place = SourceLocation(file, word.range)
    do throws(ExpansionError) {
      return Value(try scope.expand(word.text), at: place)
    } catch {
      return Value(.unknown(.malformed(expected: "string")), at: place)
    }
  }

  private mutating func enter(_ word: DockerfileWord) { workingDirectory = path(word) }

  /// The absolute path that a word means in the working directory.
  mutating func path(_ word: DockerfileWord) -> Value {
    let value = value(word)
    guard let text = value.text else { return value }
    if let path = ContainerPath.absolute(text, in: workingDirectory?.text) {
      return Value(.string(path), at: value.origin)
    }
    let reason = workingDirectory?.unknownReason ?? .outside("WORKDIR")
    return Value(.unknown(reason), at: value.origin)
  }

  private mutating func ports(_ word: DockerfileWord) -> [Value] {
    let value = value(word)
    guard let text = value.text else { return [value] }
    return text.split(separator: " ").map { Value(.string(String($0)), at: value.origin) }
  }

  /// All values of one `ENV` are expanded before the first is set.
  private mutating func setEnvironment(_ instruction: DockerfileInstruction) {
    let expanded = instruction.assignments.map { assignment in
      (assignment.name.text, (try? scope.expand(assignment.value?.text ?? "")) ?? nil)
    }
    environment += variables(instruction)
    for (name, text) in expanded {
      scope.setEnvironment(name, text ?? DockerfileText(unknown: .environment(name)))
    }
  }

  private mutating func variables(_ instruction: DockerfileInstruction) -> [Variable] {
    instruction.assignments.map { assignment in
      let value = assignment.value.map { self.value($0) }
      let place = SourceLocation(file, assignment.name.range)
      let name = self.value(assignment.name).text ?? assignment.name.text
      return Variable(name: name, value: value ?? Value(.string(""), at: place), origin: place)
    }
  }

  private mutating func declare(_ instruction: DockerfileInstruction) {
    for assignment in instruction.assignments {
      let text = assignment.value.map { value in
        (try? scope.expand(value.text)) ?? DockerfileText(unknown: .argument(assignment.name.text))
      }
      scope.declare(assignment.name.text, text, outer: globalScope)
    }
  }

  /// The words of a command; one for the whole of a shell form.
  private func list(_ instruction: DockerfileInstruction) -> Value {
    let words = instruction.arguments.map { Value.text($0, in: file) }
    return Value(.list(words), at: SourceLocation(file, instruction.range))
  }

  /// The command of a health check; `nil` where one is taken away.
  private func check(_ instruction: DockerfileInstruction) -> Value? {
    guard instruction.arguments.first?.text.uppercased() != "NONE" else { return nil }
    return list(instruction)
  }

  /// The members of the image in the words of a container definition.
  var members: [ValueObject.Member] {
    let single = [
      ("baseImage", baseImage), ("user", user), ("workingDirectory", workingDirectory),
      ("entryPoint", entryPoint), ("command", command), ("healthCheck", healthCheck),
      ("stopSignal", stopSignal),
    ]
    let lists = [
      ("volumes", volumes), ("exposedPorts", exposedPorts),
      ("environment", environment.map(\.object)), ("labels", labels.map(\.object)),
    ]
    return single.compactMap { name, value in value.map { ValueObject.Member(name, $0) } }
      + lists.filter { !$0.1.isEmpty }.map {
        ValueObject.Member($0.0, Value(.list($0.1), at: nil))
      }
  }
}

extension ImageBuild.Variable {
  fileprivate var object: Value {
    let members = [
      ValueObject.Member("name", Value(.string(name), at: origin)),
      ValueObject.Member("value", value),
    ]
    return Value(.object(ValueObject(members)), at: origin)
  }
}
