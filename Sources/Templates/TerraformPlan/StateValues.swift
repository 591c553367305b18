import SourceText
import Syntax

/// The section of a plan or a state that lists modules with their resources and attributes.
struct StateValues {
  /// The instances of all modules, a module's own before those of the modules it calls.
  private(set) var instances: [StateInstance] = []
  /// What should be a list, a module or a resource and is none.
  private(set) var faults: [Node] = []

  /// Reads the module `root` and all below it.
  init(_ root: Node?) {
    var pending = root.map { [$0] } ?? []
    while let module = pending.popLast() {
      if module.kind != .mapping { faults.append(module) }
      for resource in elements("resources", of: module) { add(resource) }
      pending += elements("child_modules", of: module).reversed()
    }
  }

  private mutating func elements(_ name: String, of module: Node) -> [Node] {
    guard let list = module[name], list.kind != .null else { return [] }
    if list.kind != .sequence { faults.append(list) }
    return list.elements
  }

  /// Adds a resource; of one that is to be replaced, what is left of the old one does not count.
  private mutating func add(_ resource: Node) {
    guard let address = resource["address"], let type = resource["type"]?.string else {
      return faults.append(resource)
    }
    if resource["deposed_key"]?.kind == .string { return }
    var instance = StateInstance(
      address: TerraformAddress(address.string ?? ""),
      type: type,
      isData: resource["mode"]?.string == "data",
      attributes: resource["values"],
      location: address.location
    )
    if let secrets = resource["sensitive_values"] { instance.marks.secrets = [secrets] }
    instances.append(instance)
  }
}
