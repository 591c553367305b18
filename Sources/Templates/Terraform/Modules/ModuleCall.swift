import SourceText

/// How a module was called.
struct ModuleCall {
  /// The `module` block.
  let declaration: Declaration
  let instance: Instance
  /// The module that calls; it evaluates the arguments.
  let parent: ModuleInstance
  /// The names of the calls that lead here from the root module.
  let names: [String]
  /// The folders of the modules that lead here, this one included.
  let folders: [String]
}

/// What a call leads to.
enum CalledModule {
  case opened(ModuleInstance)
  /// The sources are not at hand, by their address.
  case missing(String)
}
