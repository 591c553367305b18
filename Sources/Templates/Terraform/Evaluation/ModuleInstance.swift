import Inventory
import SourceText
import TerraformLanguage

/// One module with its arguments, evaluated where it is asked.
///
/// An instance is used by one task and lives as long as the reading of its project.
final class ModuleInstance {
  let configuration: ModuleConfiguration
  let reading: ProjectReading
  /// The folder of the module, as the loader knows paths.
  let folder: String
  /// What stands before the addresses in the module: empty, or `module.web["a"].`.
  let prefix: String
  /// How the module was called; `nil` for the root module.
  let call: ModuleCall?
  /// Whether the configuration is a part of this program, in place of sources that are not here.
  let isStandIn: Bool
  /// Known values by address, without the prefix.
  private var values: [String: TerraformValue] = [:]
  private var expansions: [String: Expansion] = [:]
  private var modules: [String: [CalledModule]] = [:]

  /// What the root module is given for its variables.
  var inputs: [String: GivenValue] = [:]

  init(
    _ configuration: ModuleConfiguration,
    in folder: String,
    reading: ProjectReading,
    prefix: String = "",
    call: ModuleCall? = nil,
    isStandIn: Bool = false
  ) {
    self.configuration = configuration
    self.reading = reading
    self.folder = folder
    self.prefix = prefix
    self.call = call
    self.isStandIn = isStandIn
  }

  /// The folder as `path.module` gives it, relative to the root module.
  var path: String { RelativePath.relative(folder, to: reading.folder) }

  /// The scope of what stands in the module outside of any instance.
  var scope: InstanceScope { InstanceScope(module: self) }

  /// The identity of the instance of `declaration` with `key`.
  func id(_ declaration: Declaration, _ key: Instance.Key = .none) -> ResourceID {
    ResourceID(prefix + declaration.address + key.suffix)
  }

  /// The value that belongs to `address` in this module, worked out once.
  func memoised(
    _ address: String,
    at location: SourceLocation,
    _ body: () -> TerraformValue
  ) -> TerraformValue {
    if let known = values[address] { return known }
    let value = reading.evaluate(prefix + address, at: location, body)
    values[address] = value
    return value
  }

  /// The instances of `declaration`, worked out once.
  func expansion(of declaration: Declaration) -> Expansion {
    let address = declaration.address
    if let known = expansions[address] { return known }
    let expansion = expand(declaration)
    expansions[address] = expansion
    return expansion
  }

  /// The modules that `declaration` calls, opened once.
  func modules(of declaration: Declaration) -> [CalledModule] {
    if let known = modules[declaration.name] { return known }
    let instances = expansion(of: declaration).instances
    // A source that refers to the module itself finds nothing.
    modules[declaration.name] = instances.map { _ in .missing(declaration.address) }
    let opened = instances.map { open(declaration, $0) }
    modules[declaration.name] = opened
    return opened
  }

  /// The value of the local `name`.
  func local(_ name: String, at location: SourceLocation) throws(TerraformError) -> TerraformValue {
    guard let definition = configuration.locals[name] else {
      throw .undeclared(
        "local.\(name)",
        similar: NearestName.of(name, in: configuration.locals.keys.sorted()),
        at: location
      )
    }
    return memoised("local.\(name)", at: definition.nameLocation) {
      value(of: definition.expression, in: scope)
    }
  }

  /// The value of the output `name`; `nil` where there is none.
  func output(_ name: String) -> TerraformValue? {
    guard let declaration = configuration[.output][name] else { return nil }
    return memoised(declaration.address, at: declaration.header) {
      guard let argument = declaration.body.argument("value") else {
        return .unknown(.malformed(expected: "value"), at: declaration.header)
      }
      let value = value(of: argument.expression, in: scope)
      return isTrue("sensitive", of: declaration) ? value.asSensitive : value
    }
  }

  /// Whether the argument `name` of a declaration is the constant `true`.
  func isTrue(_ name: String, of declaration: Declaration) -> Bool {
    constant(name, of: declaration)?.as(.bool)?.bool == true
  }

  /// The value of an argument that may not depend on anything.
  func constant(_ name: String, of declaration: Declaration) -> TerraformValue? {
    declaration.body.argument(name).map { value(of: $0.expression, in: ConstantScope()) }
  }
}
