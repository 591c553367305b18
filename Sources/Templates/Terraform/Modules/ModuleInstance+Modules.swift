import Inventory
import SourceText
import TerraformLanguage

extension ModuleInstance {
  /// What a reference to a module call leads to, and the steps behind its name that led there.
  func moduleValue(
    _ name: String,
    _ steps: ArraySlice<ReferenceStep>,
    at location: SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    guard let declaration = configuration[.module][name] else {
      if configuration.isPartial { return (.unknown(.outside("module.\(name)")), 0) }
      let similar = NearestName.of(name, in: configuration[.module].names)
      throw .undeclared("module.\(name)", similar: similar.map { "module.\($0)" }, at: location)
    }
    let modules = modules(of: declaration)
    let expansion = expansion(of: declaration)
    if case .single = expansion.form { return try output(of: modules[0], steps, used: 0) }
    guard case .key(let key, let place)? = steps.first else {
      return (all(modules, expansion, at: declaration.header), 0)
    }
    guard key.isKnown else { return (.unknown(like: key), 1) }
    guard let index = expansion.index(key) else {
      throw .noInstance(declaration.address, at: place)
    }
    return try output(of: modules[index], steps.dropFirst(), used: 1)
  }

  private func output(
    of module: CalledModule,
    _ steps: ArraySlice<ReferenceStep>,
    used: Int
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    switch module {
    case .missing(let source): return (.unknown(.module(source)), used)
    case .opened(let module):
      guard case .name(let name, let place)? = steps.first else {
        return (module.outputs, used)
      }
      if let value = module.output(name) { return (value, used + 1) }
      if module.isStandIn { return (.unknown(.module(module.folder)), used + 1) }
      throw .undeclared(
        "module.\(module.call?.names.last ?? "").\(name)",
        similar: NearestName.of(name, in: module.configuration[.output].names),
        at: place
      )
    }
  }

  /// All modules of a call: a tuple for `count`, an object for `for_each`.
  private func all(
    _ modules: [CalledModule],
    _ expansion: Expansion,
    at origin: SourceLocation
  ) -> TerraformValue {
    let values = modules.map { module -> TerraformValue in
      switch module {
      case .opened(let module): module.outputs
      case .missing(let source): .unknown(.module(source))
      }
    }
    switch expansion.form {
    case .unknown(let value): return .unknown(like: value)
    case .single, .count: return TerraformValue(.tuple(values), at: origin)
    case .forEach:
      let members = zip(expansion.instances, values).map {
        TerraformObject.Member($0.key.text, $1, key: $0.eachKey?.origin)
      }
      return TerraformValue(.object(TerraformObject(members)), at: origin)
    }
  }

  /// All outputs as one object.
  var outputs: TerraformValue {
    let members = configuration[.output].all.compactMap { declaration in
      output(declaration.name).map { TerraformObject.Member(declaration.name, $0) }
    }
    return TerraformValue(.object(TerraformObject(members)), at: call?.declaration.header)
  }

  /// Opens the module that `declaration` calls.
  func open(_ declaration: Declaration, _ instance: Instance) -> CalledModule {
    let names = (call?.names ?? []) + [declaration.name]
    let place = declaration.body.argument("source")?.expression.location ?? declaration.header
    guard let source = source(of: declaration), !source.isEmpty else {
      reading.log.add(.moduleNotAnalysed(declaration.name, "", reason: .noSource, at: place))
      return .missing(declaration.address)
    }
    switch ModuleSource.find(source, of: declaration, called: names, from: self) {
    case .success(let module):
      return open(module, source, declaration, instance, names, at: place)
    case .failure(let problem):
      reading.log.add(
        .moduleNotAnalysed(declaration.name, source, reason: problem.reason, at: place)
      )
      return .missing(source)
    }
  }

  private func open(
    _ module: ModuleSource,
    _ source: String,
    _ declaration: Declaration,
    _ instance: Instance,
    _ names: [String],
    at place: SourceLocation
  ) -> CalledModule {
    let ancestors = call?.folders ?? [folder]
    guard module.isStandIn || !ancestors.contains(module.folder),
      ancestors.count < ProjectReading.maximumModuleDepth
    else {
      reading.log.add(.moduleCircle(declaration.name, source, at: place))
      return .missing(source)
    }
    guard reading.takeInstance(of: declaration.address, at: declaration.header) else {
      return .missing(source)
    }
    if !module.isStandIn {
      reading.include(module.folder)
      reportStrangers(in: declaration, to: module.configuration)
    }
    return .opened(
      ModuleInstance(
        module.configuration,
        in: module.folder,
        reading: reading,
        prefix: id(declaration, instance.key).path + ".",
        call: ModuleCall(
          declaration: declaration,
          instance: instance,
          parent: self,
          names: names,
          folders: ancestors + [module.folder]
        ),
        isStandIn: module.isStandIn
      )
    )
  }

  /// The arguments of a call that are not for the module.
  private static let callArguments: Set<String> = [
    "count", "depends_on", "for_each", "lifecycle", "providers", "source", "version",
  ]

  /// Reports arguments for which the module has no variable.
  private func reportStrangers(in declaration: Declaration, to module: ModuleConfiguration) {
    let names = module[.variable].names
    for argument in declaration.body.arguments
    where !Self.callArguments.contains(argument.name) && module[.variable][argument.name] == nil {
      reading.log.add(
        .undeclaredArgument(
          argument.name,
          module: declaration.name,
          similar: NearestName.of(argument.name, in: names),
          at: argument.nameLocation
        )
      )
    }
  }

  private func source(of declaration: Declaration) -> String? {
    guard let argument = declaration.body.argument("source") else { return nil }
    if let text = argument.expression.constantText { return text }
    let value = value(of: argument.expression, in: scope)
    return value.allMarks.contains("sensitive") ? nil : value.text
  }
}
