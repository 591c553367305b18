import CRules
import SourceText
import Syntax

/// Modules of the registry that this program knows well enough to do without their sources.
///
/// Each is written for this program in the Terraform language, with the arguments, defaults and
/// outputs of the original. What comes from it is located at the call.
enum StandInModules {
  /// The stand-in for `source`, which `parent` calls; `nil` for a module that is not known.
  static func module(
    _ source: String,
    for declaration: Declaration,
    in parent: ModuleInstance
  )
    -> ModuleSource?
  {
    guard let name = name(of: source, in: parent), let text = texts[name] else { return nil }
    let file = SourceFile(path: "\(name).tf", bytes: text)
    let parsed = TerraformFiles.parse(file, anchor: declaration.header)
    var configuration = ModuleConfiguration()
    configuration.add(parsed.body, of: file)
    return ModuleSource(configuration: configuration, folder: name, isStandIn: true)
  }

  /// The name of the embedded module.
  private static func name(of source: String, in parent: ModuleInstance) -> String? {
    if parent.isStandIn {
      let name = RelativePath.join(parent.folder, source)
      return texts[name] == nil ? nil : name
    }
    var address = source
    for prefix in ["git::", "https://", "ssh://", "git@", "registry.terraform.io/"]
    where address.hasPrefix(prefix) {
      address = String(address.dropFirst(prefix.count))
    }
    return names.first { address.hasPrefix($0.source) && $0.matches(address) }?.name
  }
}
