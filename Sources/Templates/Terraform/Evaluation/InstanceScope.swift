import Inventory
import SourceText
import TerraformLanguage

/// What names mean inside one instance of a resource or a module call.
struct InstanceScope: TerraformScope {
  let module: ModuleInstance
  var instance = Instance.single
  /// The iterators of the `dynamic` blocks around the expression.
  var iterators: [String: TerraformValue] = [:]

  func resolve(
    _ root: String,
    _ steps: [ReferenceStep],
    at location: SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    if let iterator = iterators[root] { return (iterator, 0) }
    switch root {
    case "var": return (try module.variable(name(0, steps, root, location), at: location), 1)
    case "local": return (try module.local(name(0, steps, root, location), at: location), 1)
    case "module":
      let name = try name(0, steps, root, location)
      let found = try module.moduleValue(name, steps.dropFirst(), at: location)
      return (found.value, found.consumed + 1)
    case "data", "ephemeral", "resource":
      let type = try name(0, steps, root, location)
      let name = try name(1, steps, root, location)
      let kind: Declaration.Kind =
        root == "data" ? .data : root == "resource" ? .resource : .ephemeral
      let found = try module.resource(kind, type, name, steps.dropFirst(2), at: location)
      return (found.value, found.consumed + 2)
    case "each", "count", "path", "terraform", "tofu":
      let name = try name(0, steps, root, location)
      guard let value = known(root, name, at: location) else {
        throw .undeclared("\(root).\(name)", at: location)
      }
      return (value, 1)
    case "self": return (.unknown(.attribute("self"), at: location), 0)
    default:
      let name = try name(0, steps, root, location)
      let found = try module.resource(.resource, root, name, steps.dropFirst(), at: location)
      return (found.value, found.consumed + 1)
    }
  }

  private func known(
    _ root: String,
    _ name: String,
    at location: SourceLocation
  ) -> TerraformValue? {
    switch (root, name) {
    case ("each", "key"): instance.eachKey
    case ("each", "value"): instance.eachValue
    case ("count", "index"): instance.countIndex
    case ("path", "module"): TerraformValue(.text(module.path), at: location)
    case ("path", "root"), ("path", "cwd"): TerraformValue(.text("."), at: location)
    case ("terraform", "workspace"), ("tofu", "workspace"):
      module.reading.options.workspace.map { TerraformValue(.text($0), at: location) }
        ?? TerraformValue.unknown(.workspace, .string, at: location)
    case ("terraform", "applying"):
      TerraformValue.unknown(.attribute("terraform.applying"), at: location)
    default: nil
    }
  }

  /// The name at `index` of the steps behind `root`.
  private func name(
    _ index: Int,
    _ steps: [ReferenceStep],
    _ root: String,
    _ location: SourceLocation
  ) throws(TerraformError) -> String {
    guard steps.indices.contains(index), case .name(let name, _) = steps[index] else {
      throw .undeclared(root, at: location)
    }
    return name
  }
}
