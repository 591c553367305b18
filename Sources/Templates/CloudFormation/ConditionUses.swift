import Inventory
import SourceText
import Syntax

/// The names of the conditions that decide what a template's judged resources look like.
struct ConditionUses: Sendable {
  private(set) var names: Set<String> = []
  /// Whether a name is composed in a loop, so that any condition may be meant.
  private(set) var isOpen = false
  private var remaining = 200_000
  private var seen: Set<SourceRange> = []

  /// Looks through the resources whose kind is judged, and through `outputs`.
  init(resources: Node?, outputs: Node?) {
    for entry in resources?.entries ?? [] {
      if entry.key.string?.hasPrefix("Fn::ForEach") == true {
        visit(entry.value, inLoop: true, depth: 0)
      } else if ResourceRelevance.isJudged(entry.value["Type"]?.string ?? "") {
        if let name = entry.value["Condition"]?.string { add(name) }
        visit(entry.value, inLoop: false, depth: 0)
      }
    }
    for entry in outputs?.entries ?? [] {
      if let name = entry.value["Condition"]?.string { add(name) }
      visit(entry.value, inLoop: false, depth: 0)
    }
  }

  private mutating func add(_ name: String) {
    names.insert(name)
    if name.utf8.contains(UInt8(ascii: "{")) { isOpen = true }
  }

  private mutating func visit(_ node: Node, inLoop: Bool, depth: Int) {
    remaining -= 1
    guard remaining > 0, depth < ValueBudget.depth, isNew(node) else { return }
    if let call = Intrinsic(node) {
      if call.name == "Fn::If", let name = call.argument.elements.first?.string { add(name) }
      if call.name == "Condition", let name = call.argument.string { add(name) }
    }
    for element in node.elements { visit(element, inLoop: inLoop, depth: depth + 1) }
    for entry in node.entries {
      if inLoop, entry.key.string == "Condition", let name = entry.value.string { add(name) }
      visit(entry.value, inLoop: inLoop, depth: depth + 1)
    }
  }

  /// Whether an anchored node was not looked through before.
  private mutating func isNew(_ node: Node) -> Bool {
    node.aliasRange == nil || seen.insert(node.range).inserted
  }
}

/// Tells resources that are judged from those that only take part in references.
enum ResourceRelevance {
  /// Whether what a resource of `type` looks like matters to anybody.
  static func isJudged(_ type: String) -> Bool {
    if type.hasPrefix("AWS::ECS::") || type.hasPrefix("AWS::ECR::") { return true }
    if NestedStack.types.contains(type) { return true }
    return CloudFormationShape.kind(of: type) != .other
  }
}
