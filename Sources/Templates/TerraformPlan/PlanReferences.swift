import Inventory
import Syntax

/// Finds the resource whose attribute an argument will be that is not known yet.
///
/// A plan tells what an expression refers to, not how it uses it, so only an expression that
/// refers to a single attribute counts. Variables are followed to the calls of the module, outputs
/// into the module that is called.
struct PlanReferences {
  /// Where an expression stands.
  struct Scope {
    /// The modules that lead there.
    let modules: [TerraformAddress.Part]
    /// The key of the instance that the expression belongs to; empty without.
    let key: String

    /// Stands in the block of the resource at `address`.
    init(_ address: TerraformAddress) {
      self.init(modules: address.modules, key: address.parts.last?.keys ?? "")
    }

    init(modules: [TerraformAddress.Part], key: String) {
      self.modules = modules
      self.key = key
    }

    /// Where the module is called that the expression stands in; `nil` in the root module.
    var caller: (scope: Scope, name: String)? {
      modules.last.map { module in
        (Scope(modules: Array(modules.dropLast()), key: module.keys), module.name)
      }
    }
  }

  /// How many variables and outputs are followed one behind the other.
  private static let maximumSteps = 20
  /// The most references of one expression that are looked at.
  private static let maximumReferences = 64

  private var configuration: PlanConfiguration
  /// The addresses of all instances, by the address of the block that declares them.
  private let instances: [String: [TerraformAddress]]

  init(_ configuration: PlanConfiguration, addresses: [TerraformAddress]) {
    self.configuration = configuration
    instances = Dictionary(grouping: addresses, by: \.declaration)
  }

  /// The expressions of the resource at `address`.
  mutating func expressions(of address: TerraformAddress) -> Node? {
    let module = configuration.module(address.modules.map(\.name))
    return module?.expressions[TerraformAddress(address.local).declaration]
  }

  /// The attribute that `expression` stands for; `nil` if that is not clear.
  mutating func target(of expression: Node, in scope: Scope) -> ResourceReference? {
    var targets: Set<ResourceReference> = []
    guard collect(expression, scope, steps: 0, into: &targets) else { return nil }
    return targets.count == 1 ? targets.first : nil
  }

  /// Adds what `expression` refers to; false where that is not all known.
  private mutating func collect(
    _ expression: Node,
    _ scope: Scope,
    steps: Int,
    into targets: inout Set<ResourceReference>
  ) -> Bool {
    let references = Self.references(of: expression)
    guard steps < Self.maximumSteps, references.count <= Self.maximumReferences else {
      return false
    }
    for reference in references {
      let isClear =
        switch reference.parts[0].name {
        case "count", "each", "path", "self", "terraform": true
        case "local", "data": false
        case "var": collect(variable: reference, scope, steps: steps, into: &targets)
        case "module": collect(output: reference, scope, steps: steps, into: &targets)
        default: add(resource: reference, scope, to: &targets)
        }
      guard isClear else { return false }
    }
    return true
  }

  private mutating func collect(
    variable: TerraformAddress,
    _ scope: Scope,
    steps: Int,
    into targets: inout Set<ResourceReference>
  ) -> Bool {
    guard variable.parts.count == 2, variable.parts[1].keys.isEmpty, let caller = scope.caller
    else { return false }
    let module = configuration.module(caller.scope.modules.map(\.name))
    let arguments = module?.call(caller.name)?["expressions"]
    guard let argument = arguments?[variable.parts[1].name] else { return false }
    return collect(argument, caller.scope, steps: steps + 1, into: &targets)
  }

  private mutating func collect(
    output: TerraformAddress,
    _ scope: Scope,
    steps: Int,
    into targets: inout Set<ResourceReference>
  ) -> Bool {
    guard output.parts.count == 3, output.parts[2].keys.isEmpty else { return false }
    let inner = Scope(modules: scope.modules + [output.parts[1]], key: "")
    let module = configuration.module(inner.modules.map(\.name))
    guard let expression = module?.output(output.parts[2].name) else { return false }
    return collect(expression, inner, steps: steps + 1, into: &targets)
  }

  private func add(
    resource: TerraformAddress,
    _ scope: Scope,
    to targets: inout Set<ResourceReference>
  ) -> Bool {
    guard resource.parts.count >= 2 else { return false }
    let modules = scope.modules.flatMap(\.asModule)
    let named = TerraformAddress(modules + resource.parts.prefix(2))
    guard let instance = instance(named, scope) else { return false }
    let attribute = TerraformAddress(resource.parts.dropFirst(2)).text
    targets.insert(
      ResourceReference(
        ResourceID(instance.text),
        attribute: attribute.isEmpty ? nil : attribute
      )
    )
    return true
  }

  /// The instance that an expression means by `address`; of several the one with its own key.
  private func instance(_ address: TerraformAddress, _ scope: Scope) -> TerraformAddress? {
    let all = (instances[address.declaration] ?? []).filter { candidate in
      zip(candidate.modules, address.modules).allSatisfy { $1.keys.isEmpty || $0.keys == $1.keys }
    }
    guard let written = address.parts.last?.keys, all.count != 1 || !written.isEmpty else {
      return all.first
    }
    if all.isEmpty { return address }
    let key = written.isEmpty ? scope.key : written
    return all.first { !key.isEmpty && $0.parts.last?.keys == key }
  }

  /// What `expression` names, without what is only the beginning of another name.
  private static func references(of expression: Node) -> [TerraformAddress] {
    let names = (expression["references"]?.elements ?? []).prefix(4 * maximumReferences)
    let all = names.compactMap(\.string).map { TerraformAddress($0) }
    return all.filter { address in
      !all.contains { $0 != address && address.leads(to: $0) }
    }
  }
}
