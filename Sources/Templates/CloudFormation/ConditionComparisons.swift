import Syntax

/// The literals that a template's conditions compare parameters with.
struct ConditionComparisons: Sendable {
  /// The literal nodes by the name of the parameter or pseudo parameter, in source order.
  private(set) var literals: [String: [Node]] = [:]
  /// The parameters that each condition depends on, through other conditions too.
  private(set) var dependencies: [String: [String]] = [:]
  private var remaining = 100_000

  init(_ section: Node?) {
    var direct: [String: Mentions] = [:]
    for entry in section?.entries ?? [] {
      var mentions = Mentions()
      visit(entry.value, &mentions, depth: 0)
      if let name = entry.key.string { direct[name] = mentions }
    }
    for name in direct.keys.sorted() { collect(name, direct) }
  }

  private struct Mentions {
    var parameters: [String] = []
    var conditions: [String] = []
  }

  /// Works out the dependencies of `name` and of all that it leads to, the farthest first.
  ///
  /// Conditions in a circle see only what was worked out when the circle closed.
  private mutating func collect(_ name: String, _ direct: [String: Mentions]) {
    var pending = [name]
    var started: Set<String> = []
    while let next = pending.last {
      guard dependencies[next] == nil, let mentions = direct[next] else {
        pending.removeLast()
        continue
      }
      if started.insert(next).inserted {
        pending += mentions.conditions.filter { !started.contains($0) }
      } else {
        let inherited = mentions.conditions.flatMap { dependencies[$0] ?? [] }
        dependencies[next] = (mentions.parameters + inherited).removingRepetitions
        pending.removeLast()
      }
    }
  }

  private mutating func visit(_ node: Node, _ mentions: inout Mentions, depth: Int) {
    remaining -= 1
    guard remaining > 0, depth < 100 else { return }
    if let call = Intrinsic(node) {
      if let name = call.plainReference { mentions.parameters.append(name) }
      if call.name == "Fn::Equals" { compare(call.argument.elements) }
      if call.name == "Fn::Sub" {
        let text = call.argument.string ?? call.argument.elements.first?.string ?? ""
        for case .variable(let name) in Substitution(text).parts {
          mentions.parameters.append(name)
        }
      }
      if call.name == "Condition", let name = call.argument.string {
        mentions.conditions.append(name)
      }
    }
    for element in node.elements { visit(element, &mentions, depth: depth + 1) }
    for entry in node.entries {
      if entry.key.string == "Condition", let name = entry.value.string {
        mentions.conditions.append(name)
      }
      visit(entry.value, &mentions, depth: depth + 1)
    }
  }

  private mutating func compare(_ operands: [Node]) {
    guard operands.count == 2 else { return }
    for (operand, other) in [(operands[0], operands[1]), (operands[1], operands[0])] {
      guard let name = Intrinsic(operand)?.plainReference, other.tag == nil,
        let text = other.string,
        !(literals[name] ?? []).contains(where: { $0.string == text })
      else { continue }
      literals[name, default: []].append(other)
    }
  }
}

extension [String] {
  /// The elements in order, each once.
  fileprivate var removingRepetitions: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
