import Inventory
import SourceText
import Syntax

/// What all stacks and all runs of one unit share.
final class TemplateReading {
  /// The most resources, properties or outputs that loops may yield in one run.
  static let maximumExpansions = 10_000
  /// The most nested stacks that are read in one run.
  static let maximumStacks = 500
  /// The deepest nesting of stacks.
  static let maximumStackDepth = 10

  let options: TemplateOptions
  var log = DiagnosticLog()
  var included: [String] = []
  var choices = Choices()
  var budget: ValueBudget
  var depth = 0
  var expansions = 0
  var stacks = 0
  /// The decisions of the current run.
  private(set) var decisions: [Scenario.Decision] = []
  private var noted: Set<Scenario.Decision> = []
  /// What the resource that is being evaluated asked so far.
  var trace = EvaluationTrace()
  private var evaluated: [String: [EvaluatedResource]] = [:]
  private var templates: [String: Template?] = [:]
  private var vectors: [VectorKey: ConditionVectors] = [:]

  init(_ options: TemplateOptions) {
    self.options = options
    self.budget = ValueBudget(options.maximumValues)
  }

  /// What a resource looks like wherever its stack gives the same answers.
  private struct EvaluatedResource {
    let arguments: [String: Value]
    let trace: EvaluationTrace
    let resource: Resource?
  }

  private struct VectorKey: Hashable {
    let prefix: String
    let arguments: [String: Value]
  }

  /// Starts a run with full budgets.
  func startRun() {
    budget = ValueBudget(options.maximumValues)
    depth = 0
    expansions = 0
    stacks = 0
    decisions = []
    noted = []
  }

  /// Adds `decision` to the scenario of the current run.
  func note(_ decision: Scenario.Decision) {
    if noted.insert(decision).inserted { decisions.append(decision) }
  }

  /// The resource `name` of `stack`, evaluated unless an earlier run knows it.
  func resource(
    _ name: String,
    in stack: Stack,
    _ evaluate: () -> Resource?
  ) -> Resource? {
    let key = stack.prefix + name
    let known = evaluated[key]?.first {
      $0.trace.holds(in: stack) && $0.arguments == stack.arguments
    }
    if let known { return known.resource }
    trace = EvaluationTrace()
    let resource = evaluate()
    if trace.isComplete {
      evaluated[key, default: []].append(
        EvaluatedResource(arguments: stack.arguments, trace: trace, resource: resource)
      )
    }
    return resource
  }

  /// The template at `path`, read once; `nil` if it could not be read.
  func template(at path: String, namedAt location: SourceLocation) -> Template? {
    if let known = templates[path] { return known }
    let template = load(path, namedAt: location)
    templates[path] = .some(template)
    return template
  }

  private func load(_ path: String, namedAt location: SourceLocation) -> Template? {
    switch options.loader.load(path) {
    case .failure(let error):
      log.add(.nestedStackUnread(error.path, reason: .reason(error), at: location))
      return nil
    case .success(let file):
      included.append(path)
      let tree = Templates.parse(file)
      for diagnostic in tree.diagnostics { log.add(diagnostic) }
      guard let root = tree.root, TemplateRecognition.isCloudFormation(root) else {
        log.add(.nestedStackUnread(path, reason: .notATemplate, at: location))
        return nil
      }
      return Template(root)
    }
  }

  /// The ways in which the conditions of a stack may turn out, worked out once for its arguments.
  func vectors(
    of stack: Stack,
    _ compute: () -> ConditionVectors
  ) -> ConditionVectors {
    let key = VectorKey(prefix: stack.prefix, arguments: stack.arguments)
    if let known = vectors[key] { return known }
    let computed = compute()
    vectors[key] = computed
    return computed
  }
}
