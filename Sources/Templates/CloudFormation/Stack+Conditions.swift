import Inventory
import SourceText
import Syntax

extension Stack {
  /// The most conditions that are evaluated to find out how they may turn out together.
  private static let maximumEvaluations = 100_000

  /// Whether the condition that `node` names holds in this run.
  func truth(named node: Node, _ bindings: Bindings) -> Truth {
    guard let text = node.string else {
      reading.log.add(.wrongType(expected: "Condition", at: node.location))
      return .undecided(.malformed(expected: "Condition"))
    }
    let name = bindings.name(text)
    if let run = conditionRun { return run.truth(of: name, in: self, at: node.location) }
    if let known = truths[name] {
      reading.trace.asked(condition: name, answer: known)
      return known.map(Truth.decided) ?? .undecided(.condition(name))
    }
    reading.trace.askedElse()
    let run = ConditionRun(Choices(), isExploring: false)
    conditionRun = run
    defer { conditionRun = nil }
    let truth = run.truth(of: name, in: self, at: node.location)
    switch truth {
    case .decided(let holds):
      truths[name] = .some(holds)
      return truth
    case .undecided(.undefined), .undecided(.circular), .undecided(.malformed): return truth
    case .undecided: return .undecided(.condition(name))
    }
  }

  /// Decides the conditions on which judged resources depend, in the way this run asks for.
  func decideConditions() {
    let uses = prefix.isEmpty ? template.resourceConditions : template.allConditions
    let names = conditionNames.filter { uses.isOpen || uses.names.contains($0) }
    guard !names.isEmpty else { return }
    let ways = reading.vectors(of: self) { ConditionVectors(conditionVectors(names), of: names) }
    let choice = reading.choices.choose("conditions \(prefix)", of: ways.vectors.count)
    let vector = ways.vectors[choice]
    truths = vector.truths
    pinned = vector.pinned
    for name in ways.varying {
      guard let holds = vector.truths[name] ?? nil else { continue }
      reading.note(
        Scenario.Decision(name: prefix + name, holds: holds, because: vector.reasons[name] ?? "")
      )
    }
  }

  /// All ways in which `names` may turn out together; never empty.
  private func conditionVectors(_ names: [String]) -> [ConditionVector] {
    var order: [[Bool?]] = []
    var runs: [[Bool?]: [ConditionRun]] = [:]
    var choices = Choices()
    var count = 0
    let budget = reading.budget
    reading.budget = ValueBudget(reading.options.maximumValues)
    defer { reading.budget = budget }
    repeat {
      let run = evaluate(names, choices)
      choices = run.choices
      let truths = names.map { run.outcomes[$0]?.truth.holds }
      if runs[truths] == nil { order.append(truths) }
      runs[truths, default: []].append(run)
      count += names.count
      if order.count > reading.options.maximumScenarios || count > Self.maximumEvaluations
        || reading.budget.remaining < reading.options.maximumValues / 2
      {
        reading.log.add(.tooManyScenarios(template.file))
        return flippedVectors(names)
      }
    } while choices.advance()
    return order.map { vector(names, runs[$0] ?? []) }
  }

  private func evaluate(_ names: [String], _ choices: Choices) -> ConditionRun {
    let run = ConditionRun(choices)
    conditionRun = run
    defer { conditionRun = nil }
    for name in names {
      _ = run.truth(of: name, in: self, at: conditions[name]?.key ?? template.root.location)
    }
    return run
  }

  /// The ways nearest to the defaults: all as it is by default, then each condition turned round.
  private func flippedVectors(_ names: [String]) -> [ConditionVector] {
    let base = evaluate(names, Choices())
    var vectors = [vector(names, [base])]
    var seen: Set<[Bool?]> = [names.map { base.outcomes[$0]?.truth.holds }]
    for name in names.prefix(100) {
      guard let holds = base.outcomes[name]?.truth.holds,
        let answers = answers(that: name, is: !holds)
      else { continue }
      let turned = evaluate(names, Choices(fixed: answers))
      guard seen.insert(names.map { turned.outcomes[$0]?.truth.holds }).inserted else { continue }
      vectors.append(vector(names, [turned]))
    }
    return vectors
  }

  /// The choices under which the condition `name` turns out as `holds`.
  private func answers(that name: String, is holds: Bool) -> [String: Int]? {
    var choices = Choices()
    for _ in 0..<256 {
      let run = evaluate([name], choices)
      if run.outcomes[name]?.truth.holds == holds { return run.choices.answers }
      choices = run.choices
      guard choices.advance() else { return nil }
    }
    return nil
  }

  /// What `runs`, which all turn out the same, have in common.
  private func vector(_ names: [String], _ runs: [ConditionRun]) -> ConditionVector {
    var truths: [String: Bool?] = [:]
    var reasons: [String: String] = [:]
    var pinned: [String: Value] = [:]
    for (name, outcome) in runs[0].outcomes {
      truths[name] = .some(outcome.truth.holds)
      reasons[name] = outcome.facts.joined(separator: ", ")
    }
    for (name, index) in runs[0].chosen {
      let chosen = domain(of: name)[index]
      let isCertain = chosen.isDefault || runs.allSatisfy { $0.chosen[name] == index }
      pinned[name] = isCertain ? chosen.value : unknown(.parameter(name), at: nil)
    }
    return ConditionVector(truths: truths, reasons: reasons, pinned: pinned)
  }
}
