import Inventory
import SourceText
import Syntax

/// Reads a manifest of AWS Copilot into one inventory for each environment.
struct CopilotReader {
  private let document: Node
  private let options: TemplateOptions
  private let kind: CopilotManifest.Kind
  private var log = DiagnosticLog()
  private var budget: ValueBudget
  private var included: [String] = []
  private var variables: Set<String> = []

  init(_ document: Node, _ options: TemplateOptions) {
    self.document = document
    self.options = options
    self.budget = ValueBudget(options.maximumValues)
    self.kind = CopilotManifest.kind(of: document) ?? .backendService
  }

  /// Reads the manifest as it is without an environment, then as each environment changes it.
  consuming func read() -> DeploymentUnit {
    let patches = readPatches()
    included += patches.paths
    var inventories = [inventory(environment: nil, patches)]
    for name in environments.prefix(max(0, options.maximumScenarios - 1)) {
      inventories.append(inventory(environment: name, patches))
    }
    if environments.count >= options.maximumScenarios {
      log.add(.tooManyEnvironments(document.file))
    }
    if budget.isSpent { log.add(.tooLarge(document.file)) }
    return DeploymentUnit(
      file: document.file,
      format: .copilot,
      inventories: inventories,
      diagnostics: log.diagnostics,
      included: included,
      parameters: variables.sorted()
    )
  }

  private mutating func readPatches() -> CopilotPatches {
    let folder = RelativePath.folder(of: document.file.path)
    // All environments share the overrides beside their folders.
    let owner = kind == .environment ? RelativePath.join(folder, "..") : folder
    return CopilotPatches.read(
      RelativePath.join(owner, "overrides"),
      for: document.file,
      options.loader,
      &log,
      &budget
    )
  }

  private var environments: [String] {
    (document["environments"]?.entries ?? []).compactMap(\.key.string)
  }

  private mutating func inventory(environment: String?, _ patches: CopilotPatches) -> Inventory {
    let manifest = manifest(for: environment)
    let scenario = scenario(of: environment)
    var stack: CopilotStack
    switch kind {
    case .requestDrivenService, .staticSite:
      log.add(.notOnECS(kind.rawValue, at: typePlace))
      return Inventory([], scenario: scenario)
    case .environment: stack = CopilotStack(environment: manifest, at: typePlace)
    default:
      var workload = CopilotWorkload(
        manifest,
        kind: kind,
        environment: environment,
        implied: ImpliedValues(place: typePlace),
        log: log
      )
      stack = workload.stack()
      log = workload.log
    }
    patches.apply(to: &stack, &log)
    return Inventory(stack.resources(&log), scenario: scenario)
  }

  /// What tells an environment from the others; the manifest itself stands for all others.
  private func scenario(of environment: String?) -> Scenario {
    guard !environments.isEmpty else { return Scenario() }
    let others = environments.prefix(3).joined(separator: ", ")
    return Scenario([
      Scenario.Decision(
        name: "environment",
        holds: environment != nil,
        because: environment ?? others
      )
    ])
  }

  /// The bytes that say what the manifest describes, from which all else follows.
  private var typePlace: SourceLocation {
    document["type"]?.location ?? document.location
  }

  /// The manifest with what `environment` changes, its variables filled in.
  private mutating func manifest(for environment: String?) -> Value {
    let text = CopilotVariables(options.parameters, environment: environment)
    let value = text.filled(Value(document, budget: &budget), &variables)
    guard let environment, let own = document["environments"]?[environment] else { return value }
    let change = text.filled(Value(own, budget: &budget), &variables)
    return value.overridden(by: change)
  }
}

extension Value {
  /// The value with what `change` says in its place: mappings key by key, all else as a whole.
  fileprivate func overridden(by change: Value) -> Value {
    guard let object, let changes = change.object else { return change.isNull ? self : change }
    var table = MemberTable(object)
    // An image is built or taken from a place: the one excludes the other.
    if changes["location"] != nil { table.remove("build") }
    if changes["build"] != nil { table.remove("location") }
    for member in changes.members {
      let value = table[member.name]?.overridden(by: member.value) ?? member.value
      table.set(.init(member.name, value, key: member.key))
    }
    return with(.object(table.object))
  }
}
