import Inventory
import SourceText
import Syntax

/// One evaluation of a stack's conditions, under one choice of parameter values.
final class ConditionRun {
  var choices: Choices
  /// Whether parameters vary; otherwise each has what the scenario says of it.
  let isExploring: Bool
  /// The index of the value chosen for each parameter that was asked for.
  private(set) var chosen: [String: Int] = [:]
  private(set) var outcomes: [String: Outcome] = [:]
  private var elsewhere: Set<String> = []
  private var facts: [String] = []
  private var pending: Set<String> = []

  /// What a condition turned out to be, and the comparisons that made it so.
  struct Outcome {
    let truth: Truth
    let facts: [String]
  }

  init(_ choices: Choices, isExploring: Bool = true) {
    self.choices = choices
    self.isExploring = isExploring
  }

  /// The value chosen for the parameter `name`; `nil` where there is nothing to choose.
  ///
  /// What could be chosen but is not decided by the scenario is unknown.
  func value(of name: String, in stack: Stack) -> Value? {
    let domain = stack.domain(of: name)
    guard domain.count > 1 else { return nil }
    guard isExploring else {
      return stack.pinned[name] ?? stack.unknown(.parameter(name), at: nil)
    }
    let index = choices.choose("value \(name)", of: domain.count)
    chosen[name] = index
    if domain[index].isElsewhere { elsewhere.insert(name) }
    return domain[index].value
  }

  /// Whether the condition `name` holds.
  func truth(of name: String, in stack: Stack, at location: SourceLocation) -> Truth {
    if let known = outcomes[name] {
      add(known.facts)
      return known.truth
    }
    guard let definition = stack.conditions[name] else {
      stack.reading.log.add(.undefinedCondition(name, at: location))
      return .undecided(.undefined(name))
    }
    guard pending.insert(name).inserted else {
      stack.reading.log.add(.circular(name, at: definition.key))
      return .undecided(.circular(name))
    }
    let outer = facts
    facts = []
    let truth = evaluate(definition.node, definition.bindings, in: stack)
    outcomes[name] = Outcome(truth: truth, facts: facts)
    let inner = facts
    facts = outer
    pending.remove(name)
    add(inner)
    return truth
  }

  /// Adds to what the conditions being evaluated rest on.
  private func add(_ new: [String]) {
    guard !pending.isEmpty else { return }
    for fact in new where !facts.contains(fact) { facts.append(fact) }
  }

  /// Whether the condition function `node` yields true.
  func evaluate(_ node: Node, _ bindings: Bindings, in stack: Stack) -> Truth {
    stack.reading.depth += 1
    defer { stack.reading.depth -= 1 }
    guard stack.reading.budget.spend(), stack.reading.depth < ValueBudget.depth else {
      stack.reading.log.add(.tooLarge(node.file))
      return .undecided(.tooLarge(node.file.path))
    }
    if node.tag == nil, node.kind == .mapping, node.count == 1, let named = node["Condition"] {
      return self.truth(named: named, bindings, in: stack)
    }
    guard let call = Intrinsic(node) else { return literal(node, in: stack) }
    let operands = call.argument.elements
    switch call.name {
    case "Condition": return truth(named: call.argument, bindings, in: stack)
    case "Fn::Equals" where operands.count == 2: return equals(operands, bindings, in: stack)
    case "Fn::And": return combine(operands, until: false, bindings, in: stack)
    case "Fn::Or": return combine(operands, until: true, bindings, in: stack)
    case "Fn::Not":
      guard let operand = operands.first ?? (call.isTagged ? nil : call.argument) else { break }
      return negated(evaluate(operand, bindings, in: stack))
    default: break
    }
    _ = stack.malformed(call)
    return .undecided(.function(call.name))
  }

  private func literal(_ node: Node, in stack: Stack) -> Truth {
    switch node.string {
    case "true": return .decided(true)
    case "false": return .decided(false)
    default:
      stack.reading.log.add(.wrongType(expected: "Condition", at: node.location))
      return .undecided(.malformed(expected: "Condition"))
    }
  }

  private func truth(named node: Node, _ bindings: Bindings, in stack: Stack) -> Truth {
    guard let name = node.string else { return literal(node, in: stack) }
    return truth(of: bindings.name(name), in: stack, at: node.location)
  }

  private func negated(_ truth: Truth) -> Truth {
    if case .decided(let holds) = truth { .decided(!holds) } else { truth }
  }

  /// `Fn::And` ends at the first that is false, `Fn::Or` at the first that is true.
  private func combine(
    _ operands: [Node],
    until end: Bool,
    _ bindings: Bindings,
    in stack: Stack
  ) -> Truth {
    var result = Truth.decided(!end)
    for operand in operands {
      let truth = evaluate(operand, bindings, in: stack)
      if truth == .decided(end) { return truth }
      if case .undecided = truth { result = truth }
    }
    return result
  }

  private func equals(_ operands: [Node], _ bindings: Bindings, in stack: Stack) -> Truth {
    let sides = operands.map { Side($0, stack.operand($0, bindings)) }
    if let left = sides[0].value.text, let right = sides[1].value.text {
      state(sides, left == right)
      return .decided(left == right)
    }
    if isElsewhere(sides[0], sides[1], in: stack) || isElsewhere(sides[1], sides[0], in: stack) {
      state(sides, false)
      return .decided(false)
    }
    guard isExploring else {
      return .undecided(sides.lazy.compactMap(\.value.doubt).first ?? .function("Fn::Equals"))
    }
    let question = "\(sides[0].label) = \(sides[1].label)"
    let holds = choices.choose("equality \(question)", of: 2) == 1
    state(sides, holds)
    return .decided(holds)
  }

  /// Whether `side` is a parameter that has none of the values the template names, such as `other`.
  private func isElsewhere(_ side: Side, _ other: Side, in stack: Stack) -> Bool {
    guard let name = side.name, elsewhere.contains(name), let text = other.value.text else {
      return false
    }
    return stack.domain(of: name).contains { $0.value.text == text }
  }

  private func state(_ sides: [Side], _ holds: Bool) {
    guard sides.contains(where: { !$0.isLiteral }) else { return }
    let ordered = sides[0].isLiteral ? sides.reversed() : sides
    add(["\(ordered[0].label) \(holds ? "=" : "≠") \(ordered[1].label)"])
  }

  /// One side of a comparison.
  private struct Side {
    let value: Value
    /// The parameter that the side is.
    let name: String?
    let isLiteral: Bool
    let label: String

    init(_ node: Node, _ value: Value) {
      let call = Intrinsic(node)
      self.value = value.isNull ? Value(.string(""), at: value.origin) : value
      self.name = call?.plainReference
      self.isLiteral = call == nil
      self.label = name ?? Self.label(node, call)
    }

    private static func label(_ node: Node, _ call: Intrinsic?) -> String {
      if call == nil, let text = node.string { return text.isEmpty ? "\"\"" : text }
      let source = node.file.text(node.range).unicodeScalars.prefix(60)
      let line = String(String.UnicodeScalarView(source.map { $0 == "\n" ? " " : $0 }))
      return call.map { $0.isTagged ? "!\($0.name.dropFirst(4)) \(line)" : line } ?? line
    }
  }
}
