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
  ) -> ModuleSource? {
    let name = parent.isStandIn ? RelativePath.join(parent.folder, source) : name(of: source)
    guard let name, let text = texts[name] else { return nil }
    let anchor = parent.isStandIn ? parent.call?.declaration.header : declaration.header
    let file = SourceFile(path: "\(name).tf", bytes: text)
    let parsed = TerraformFiles.parse(file, anchor: anchor)
    var configuration = ModuleConfiguration()
    configuration.add(parsed.body, of: file)
    return ModuleSource(configuration: configuration, folder: name, isStandIn: true)
  }

  /// The repositories and registry addresses of the modules, with their names here.
  private static let addresses = [
    "cloudposse/ecs-container-definition/aws": "cloudposse/ecs-container-definition",
    "github.com/cloudposse/terraform-aws-ecs-container-definition":
      "cloudposse/ecs-container-definition",
    "github.com/terraform-aws-modules/terraform-aws-ecs": "terraform-aws-modules/ecs",
    "github.com/terraform-aws-modules/terraform-aws-vpc": "terraform-aws-modules/vpc",
    "terraform-aws-modules/ecs/aws": "terraform-aws-modules/ecs",
    "terraform-aws-modules/vpc/aws": "terraform-aws-modules/vpc",
  ]

  private static let schemes = [
    "git::", "https://", "ssh://", "git@", "registry.terraform.io/", "registry.opentofu.org/",
  ]

  /// The name of the module at a source address, its folder below the repository included.
  private static func name(of source: String) -> String? {
    var address = source.parts(separatedBy: "?")[0]
    for scheme in schemes where address.hasPrefix(scheme) {
      address = address.dropFirst(scheme.count)
    }
    // A repository may be written as github.com:owner/name, too.
    let parts = address.parts(separatedBy: "github.com:").joined(separator: "github.com/")
      .parts(separatedBy: "//")
    let repository = parts[0].hasSuffix(".git") ? parts[0].dropLast(4) : parts[0]
    guard let name = addresses[String(repository)] else { return nil }
    return parts.count == 1 ? name : RelativePath.join(name, String(parts[1]))
  }

  /// The texts of the modules by their folder below `Rules/modules`.
  private static let texts: [String: [UInt8]] = {
    var texts: [String: [UInt8]] = [:]
    for index in 0..<funaban_module_count() {
      guard let module = unsafe funaban_module_at(index)?.pointee else { continue }
      let folder = RelativePath.folder(of: unsafe String(cString: module.path))
      texts[folder.parts(separatedBy: "Rules/modules/").last.map(String.init) ?? folder] =
        unsafe Array(UnsafeBufferPointer(start: module.bytes, count: Int(module.size)))
    }
    return texts
  }()
}
