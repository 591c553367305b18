import Inventory
import SourceText

/// A service or job of a Copilot manifest, as one environment has it.
struct CopilotWorkload {
  let manifest: Value
  let kind: CopilotManifest.Kind
  let environment: String?
  /// What Copilot adds of itself stands at the type of the manifest.
  let implied: ImpliedValues
  private(set) var log: DiagnosticLog

  init(
    _ manifest: Value,
    kind: CopilotManifest.Kind,
    environment: String?,
    implied: ImpliedValues,
    log: DiagnosticLog
  ) {
    self.manifest = manifest
    self.kind = kind
    self.environment = environment
    self.implied = implied
    self.log = log
  }

  /// The name of the workload.
  var name: String { manifest["name"]?.text ?? "workload" }

  /// The resources that Copilot generates.
  mutating func stack() -> CopilotStack {
    var stack = CopilotStack(owner: name, document: manifest.origin)
    let place = manifest["name"]?.origin ?? implied.place
    stack.add("TaskDefinition", "AWS::ECS::TaskDefinition", taskDefinition(), at: place)
    if kind == .scheduledJob {
      stack.add("StateMachine", "AWS::StepFunctions::StateMachine", stateMachine(), at: place)
    } else {
      stack.add("Service", "AWS::ECS::Service", service(), at: place)
    }
    stack.add("LogGroup", "AWS::Logs::LogGroup", logGroup, at: place)
    stack.add("ExecutionRole", "AWS::IAM::Role", executionRole, at: place)
    stack.add("TaskRole", "AWS::IAM::Role", taskRole, at: place)
    applyOverrides(to: &stack)
    return stack
  }

  /// What the manifest says along `path`; `nil` where that is nothing.
  func value(_ path: String...) -> Value? {
    let found = path.reduce(Optional(manifest)) { value, name in value?[name] }
    return found.flatMap { $0.isNull ? nil : $0 }
  }

  /// Reports that `value` is not `expected`, and leaves it unknown.
  mutating func wrong(_ value: Value, expected: String) -> Value {
    if let place = value.origin { log.add(.wrongManifestType(expected, at: place)) }
    return value.unknown(.malformed(expected: expected))
  }

  /// A text of known pieces and what only the deployment knows.
  func text(_ pieces: [TextPiece]) -> Value { implied.value(.null).with(pieces) }

  /// The piece that names the application, which no manifest does.
  static let application = TextPiece.unknown(.outside("application"))

  /// The piece that names the environment.
  var environmentPiece: TextPiece {
    environment.map(TextPiece.literal) ?? .unknown(.parameter("COPILOT_ENVIRONMENT_NAME"))
  }

  /// The tags that Copilot puts on every resource.
  var tags: Value {
    implied.list([
      CopilotStack.tag("copilot-application", text([Self.application]), implied),
      CopilotStack.tag("copilot-environment", text([environmentPiece]), implied),
      CopilotStack.tag("copilot-service", implied.text(name), implied),
    ])
  }

  private mutating func taskDefinition() -> Value {
    let family: [TextPiece] = [
      Self.application, .literal("-"), environmentPiece, .literal("-\(name)"),
    ]
    return implied.object([
      "Family": text(family),
      "NetworkMode": implied.text("awsvpc"),
      "RequiresCompatibilities": implied.list([implied.text("FARGATE")]),
      "Cpu": value("cpu") ?? implied.text("256"),
      "Memory": value("memory") ?? implied.text("512"),
      "RuntimePlatform": runtimePlatform,
      "EphemeralStorage": value("storage", "ephemeral").map { implied.object(["SizeInGiB": $0]) },
      "ExecutionRoleArn": implied.reference("\(name)/ExecutionRole", "Arn"),
      "TaskRoleArn": implied.reference("\(name)/TaskRole", "Arn"),
      "ContainerDefinitions": implied.list(containers()),
      "Volumes": volumes(),
      "Tags": tags,
    ])
  }

  /// The platform, where it is another than Linux on x86.
  private var runtimePlatform: Value? {
    guard let platform = value("platform") else { return nil }
    if platform.object != nil {
      return implied.object([
        "OperatingSystemFamily": platform["osfamily"].map(uppercased),
        "CpuArchitecture": platform["architecture"].map(uppercased),
      ])
    }
    guard let parts = platform.text?.uppercased().parts(separatedBy: "/"), parts.count == 2 else {
      return platform
    }
    let system = parts[0] == "WINDOWS" ? "WINDOWS_SERVER_2019_CORE" : String(parts[0])
    return implied.object([
      "OperatingSystemFamily": platform.with(.string(system)),
      "CpuArchitecture": platform.with(.string(String(parts[1]))),
    ])
  }

  private func uppercased(_ value: Value) -> Value {
    value.text.map { value.with(.string($0.uppercased())) } ?? value
  }

  private var logGroup: Value {
    let name: [TextPiece] = [
      .literal("/copilot/"), Self.application, .literal("-"), environmentPiece,
      .literal("-\(self.name)"),
    ]
    return implied.object([
      "LogGroupName": text(name),
      "RetentionInDays": value("logging", "retention") ?? implied.value(.number("30")),
      "Tags": tags,
    ])
  }

  private mutating func applyOverrides(to stack: inout CopilotStack) {
    guard let rules = value("taskdef_overrides") else { return }
    for rule in rules.list ?? [rules] {
      guard let path = rule["path"]?.text, !path.isEmpty, let value = rule["value"] else {
        _ = wrong(rule, expected: "path, value")
        continue
      }
      let patch = ValuePatch(.set(value), along: ValuePatch.steps(ofProperty: path))
      if let properties = stack["TaskDefinition"], let changed = patch.applied(to: properties) {
        stack["TaskDefinition"] = changed
      } else if let place = rule.origin {
        log.add(.overrideFailed(path, at: place))
      }
    }
  }
}
