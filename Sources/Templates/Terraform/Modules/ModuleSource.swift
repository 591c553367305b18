import SourceText
import Syntax

/// The configuration that the source address of a module call leads to.
struct ModuleSource {
  let configuration: ModuleConfiguration
  let folder: String
  /// Whether the configuration is a part of this program.
  var isStandIn = false

  /// Why there is no configuration.
  struct Problem: Error {
    let reason: LocalizedText
  }

  /// Finds the module at `source`, which is written in `parent`.
  ///
  /// A local path is taken as it is. Anything else must have been installed by `terraform init`, or
  /// be a module that this program knows.
  static func find(
    _ source: String,
    of declaration: Declaration,
    called names: [String],
    from parent: ModuleInstance
  ) -> Result<ModuleSource, Problem> {
    let reading = parent.reading
    let isLocal = source.hasPrefix("./") || source.hasPrefix("../") || source.hasPrefix("/")
    if isLocal, !parent.isStandIn {
      let folder =
        source.hasPrefix("/")
        ? RelativePath.normalized(source) : RelativePath.join(parent.folder, source)
      return reading.configuration(in: folder).map {
        .success(ModuleSource(configuration: $0, folder: folder))
      } ?? .failure(Problem(reason: .noConfiguration))
    }
    if let folder = reading.installed.folder(of: names),
      let configuration = reading.configuration(in: folder)
    {
      return .success(ModuleSource(configuration: configuration, folder: folder))
    }
    if let module = StandInModules.module(source, for: declaration, in: parent) {
      return .success(module)
    }
    return .failure(Problem(reason: .notInstalled))
  }
}
