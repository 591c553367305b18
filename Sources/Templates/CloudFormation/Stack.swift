import Inventory
import SourceText
import Syntax

/// One stack in one run: a template with its arguments, evaluated where it is asked.
///
/// A stack is used by one task and lives as long as its run.
final class Stack {
  let template: Template
  let reading: TemplateReading
  /// What stands before the names of its resources: empty, or `Network/`.
  let prefix: String
  /// The values given for parameters.
  let arguments: [String: Value]
  /// The paths of the templates that led here, this one included.
  let ancestors: [String]

  /// How conditions turn out in this run, once that is decided.
  var truths: [String: Bool?] = [:]
  /// What parameters must be for the conditions to turn out so.
  var pinned: [String: Value] = [:]
  /// The state of working out conditions; present only while that goes on.
  var conditionRun: ConditionRun?
  /// Whether what is being evaluated belongs to a resource that is judged.
  var isJudging = false

  private(set) var conditions: [String: Definition] = [:]
  /// The names of the conditions in source order.
  private(set) var conditionNames: [String] = []
  /// What conditions may find in parameters, as far as it was asked for.
  var domains: [String: [DomainValue]] = [:]
  private(set) var resources: [Definition] = []
  private(set) var resourcesByName: [String: Definition] = [:]
  private var outputs: [String: Definition] = [:]
  private var nested: [String: NestedState] = [:]

  private enum NestedState {
    case evaluating
    case done(Stack?)
  }

  init(
    _ template: Template,
    reading: TemplateReading,
    prefix: String = "",
    arguments: [String: Value],
    ancestors: [String] = []
  ) {
    self.template = template
    self.reading = reading
    self.prefix = prefix
    self.arguments = arguments
    self.ancestors = ancestors + [template.file.path]
    for definition in definitions(in: template.conditions) {
      conditions[definition.name] = definition
      conditionNames.append(definition.name)
    }
    decideConditions()
    resources = definitions(in: template.resources).filter { $0.name != "Fn::Transform" }
    for definition in resources { resourcesByName[definition.name] = definition }
    for definition in definitions(in: template.outputs) { outputs[definition.name] = definition }
  }

  /// The identity of the resource with the logical name `name`.
  func id(_ name: String) -> ResourceID { ResourceID(prefix + name) }

  /// The value of the output `name`; `nil` if the stack has none of that name.
  func output(_ name: String) -> Value? {
    guard let definition = outputs[name] else { return nil }
    if let condition = definition.node["Condition"],
      case .decided(false) = truth(named: condition, definition.bindings)
    {
      return nil
    }
    guard let node = definition.node["Value"] else { return nil }
    return value(node, definition.bindings)
  }

  /// The nested stack with the logical name `name`.
  ///
  /// - Returns: `nil` if there is no such stack or its template could not be read.
  /// - Throws: `CircularReference` if the stack is being evaluated already.
  func nestedStack(_ name: String) throws(CircularReference) -> Stack? {
    reading.trace.askedElse()
    switch nested[name] {
    case .evaluating: throw CircularReference()
    case .done(let stack): return stack
    case nil: break
    }
    guard let definition = resourcesByName[name],
      NestedStack.types.contains(definition.node["Type"]?.string ?? "")
    else { return nil }
    nested[name] = .evaluating
    let stack = NestedStack.open(definition, in: self)
    nested[name] = .done(stack)
    return stack
  }
}

/// Something needs itself to be evaluated.
struct CircularReference: Error {}
