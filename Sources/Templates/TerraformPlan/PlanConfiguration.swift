import Syntax

/// The section `configuration` of a plan: which argument of which block refers to what.
///
/// Modules are found by the names of their calls; the instances of one call share a block.
struct PlanConfiguration {
  /// The configuration of one module.
  struct Module {
    let node: Node
    /// The expressions of the resources, by address within the module.
    let expressions: [String: Node]

    init(_ node: Node) {
      self.node = node
      var expressions: [String: Node] = [:]
      for resource in node["resources"]?.elements ?? [] {
        guard let address = resource["address"]?.string else { continue }
        expressions[address] = resource["expressions"]
      }
      self.expressions = expressions
    }

    /// The call of the module `name`.
    func call(_ name: String) -> Node? { node["module_calls"]?[name] }

    /// What the output `name` is made of.
    func output(_ name: String) -> Node? { node["outputs"]?[name]?["expression"] }
  }

  private let root: Node?
  private var modules: [[String]: Module?] = [:]

  /// Reads `plan`, whose section may be missing.
  init(_ plan: Node) { root = plan["configuration"]?["root_module"] }

  /// The module that the calls `names` lead to; each is read once.
  mutating func module(_ names: [String]) -> Module? {
    if let known = modules[names] { return known }
    var node = root
    for name in names { node = node?["module_calls"]?[name]?["module"] }
    let module = node.map { Module($0) }
    modules[names] = .some(module)
    return module
  }
}
