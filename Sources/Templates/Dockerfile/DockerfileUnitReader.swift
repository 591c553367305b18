import Inventory
import SourceText
import Syntax

/// Turns a parsed Dockerfile into an inventory.
struct DockerfileUnitReader {
  private let dockerfile: Dockerfile
  /// The stage that becomes the image.
  private let finalIndex: Int?
  private let isTargetMissing: Bool
  /// The images that the stages come to, in the order of the stages.
  private var builds: [ImageBuild] = []
  private var arguments: [Value] = []
  private var addedFiles: [Value] = []
  private var runCommands: [Value] = []
  /// The work that may still be done: expansions, and copies of what a stage is built upon.
  private var expansionBudget: Int
  private var copyBudget = 200_000

  /// Reads `dockerfile` as the image that the stage `target` comes to; by default the last stage.
  init(_ dockerfile: Dockerfile, target: String?) {
    self.dockerfile = dockerfile
    finalIndex = target.flatMap(dockerfile.stage)?.index ?? dockerfile.stages.indices.last
    isTargetMissing = target != nil && target.flatMap(dockerfile.stage) == nil
    expansionBudget = dockerfile.globalScope.budget
  }

  private var file: SourceFile { dockerfile.file }

  /// Reads the file into one inventory, empty for a file without a stage.
  consuming func read() -> DeploymentUnit {
    readGlobalArguments()
    for stage in dockerfile.stages { build(stage) }
    var inventory = Inventory()
    if let finalIndex {
      inventory.add(resource(builds[finalIndex], dockerfile.stages[finalIndex]))
      inventory.images = [profile(builds[finalIndex])]
    }
    return DeploymentUnit(
      file: file,
      format: .dockerfile,
      inventories: [inventory],
      diagnostics: dockerfile.diagnostics + (isTargetMissing ? [.unknownTarget(file)] : [])
    )
  }

  private mutating func readGlobalArguments() {
    for instruction in dockerfile.instructions {
      if instruction.keyword == .from { return }
      if instruction.keyword == .arg { addArguments(instruction) }
    }
  }

  private mutating func addArguments(_ instruction: DockerfileInstruction) {
    for assignment in instruction.assignments {
      let name = assignment.name
      var members = [ValueObject.Member("name", .text(name, in: file))]
      if let value = assignment.value { members.append(.init("value", .text(value, in: file))) }
      let location = SourceLocation(file, name.range.union(assignment.value?.range ?? name.range))
      arguments.append(Value(.object(ValueObject(members)), at: location))
    }
  }

  /// Carries out the instructions of a stage upon what its base came to.
  private mutating func build(_ stage: DockerfileStage) {
    var build = beginning(of: stage)
    build.scope.budget = expansionBudget
    build.runTriggers()
    for instruction in stage.instructions {
      for noted in [instruction] + instruction.trigger {
        switch noted.keyword {
        case .arg: addArguments(noted)
        case .add: addFiles(noted, &build)
        case .run: addCommands(noted)
        default: break
        }
      }
      build.apply(instruction)
    }
    expansionBudget = build.scope.budget
    builds.append(build)
  }

  /// What a stage begins with; where there is too much of it, an image that is not known.
  private mutating func beginning(of stage: DockerfileStage) -> ImageBuild {
    guard case .stage(let index) = stage.base else { return ImageBuild(stage, in: dockerfile) }
    copyBudget -= builds[index].weight
    guard copyBudget < 0 else { return ImageBuild(upon: builds[index]) }
    var unknown = stage
    unknown.leaveOutBase()
    return ImageBuild(unknown, in: dockerfile)
  }

  private mutating func addFiles(
    _ instruction: DockerfileInstruction,
    _ build: inout ImageBuild
  ) {
    guard let target = instruction.arguments.last else { return }
    let destination = build.value(target)
    for word in instruction.arguments.dropLast() {
      let source = build.value(word)
      let members = [
        ValueObject.Member("source", source), ValueObject.Member("destination", destination),
      ]
      addedFiles.append(Value(.object(ValueObject(members)), at: source.origin))
    }
  }

  private mutating func addCommands(_ instruction: DockerfileInstruction) {
    for command in instruction.commands(in: file) {
      let location = SourceLocation(file, command.words[0].range)
      runCommands.append(Value(.string(command.name), at: location))
    }
  }

  private func resource(_ build: ImageBuild, _ stage: DockerfileStage) -> Resource {
    var members = build.members
    members.append(.init("stages", list(dockerfile.stages.map(value))))
    for (name, values) in [
      ("arguments", arguments), ("addedFiles", addedFiles), ("runCommands", runCommands),
    ] where !values.isEmpty {
      members.append(.init(name, list(values)))
    }
    let whole = SourceLocation(file, SourceRange(file.contentStart, file.bytes.count))
    return Resource(
      id: ResourceID(RelativePath.name(of: file.path)),
      kind: .dockerfile,
      type: "Dockerfile",
      properties: Value(.object(ValueObject(members)), at: whole),
      location: SourceLocation(file, stage.baseRange),
      hidden: dockerfile.hiddenPlaces
    )
  }

  private func list(_ values: [Value]) -> Value { Value(.list(values), at: nil) }

  /// A stage as an object; one that is built upon an image has its name.
  private func value(_ stage: DockerfileStage) -> Value {
    var members: [ValueObject.Member] = []
    if stage.from.arguments.count == 3 {
      members.append(.init("name", .text(stage.from.arguments[2], in: file)))
    }
    if stage.base == .image, !stage.baseImage.isEmpty {
      let place = SourceLocation(file, stage.baseRange)
      members.append(.init("baseImage", Value(stage.baseImage, at: place)))
    }
    let from = SourceLocation(file, stage.from.range)
    if let platform = stage.platform {
      members.append(.init("platform", Value(platform, at: from)))
    }
    let isFinal = stage.index == finalIndex
    members.append(.init("isFinal", Value(.bool(isFinal), at: nil)))
    return Value(.object(ValueObject(members)), at: from)
  }

  private func profile(_ build: ImageBuild) -> ImageProfile {
    ImageProfile(
      file: file,
      baseImage: build.baseImage,
      user: build.user,
      volumes: build.volumes,
      workingDirectory: build.workingDirectory,
      environment: build.environment.map { ($0.name, $0.value) },
      entryPoint: build.entryPoint,
      command: build.command,
      writablePaths: build.writablePaths
    )
  }
}

extension Dockerfile {
  /// The bytes that may hold secrets: values, and all of a command but its name.
  fileprivate var hiddenPlaces: [SourceLocation] {
    let ranges = instructions.flatMap { [file] instruction in
      ([instruction] + instruction.trigger).flatMap { $0.hiddenRanges(in: file) }
    }
    return joined(ranges.sorted { $0.start < $1.start }).map { SourceLocation(file, $0) }
  }

  /// The ranges, those with nothing but blanks between them made one.
  private func joined(_ ranges: [SourceRange]) -> [SourceRange] {
    var joined: [SourceRange] = []
    for range in ranges {
      if let last = joined.last, last.end <= range.start,
        file.bytes[Int(last.end)..<Int(range.start)].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
      {
        joined[joined.count - 1] = last.union(range)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension DockerfileInstruction {
  fileprivate func hiddenRanges(in file: SourceFile) -> [SourceRange] {
    let values = assignments.compactMap(\.value?.range) + heredocs.map(\.body)
    switch keyword {
    case .run:
      return values + script(in: file).operands.map(\.range)
    case .cmd, .entrypoint: return values + arguments.map(\.range)
    case .healthcheck: return values + arguments.dropFirst().map(\.range)
    default: return values
    }
  }
}
