import Inventory
import SourceText
import TerraformLanguage

extension ResourceReader {
  /// Adds the tags that the provider gives to all its resources.
  func addTags(
    to object: inout TerraformObject,
    of declaration: Declaration,
    in module: ModuleInstance
  ) {
    guard declaration.type.hasPrefix("aws_"),
      let defaults = module.defaultTags(for: module.providerName(of: declaration)),
      defaults.value.members?.isEmpty != true
    else { return }
    let own = object.given("tags")
    guard let members = own?.members ?? (own == nil ? [] : nil) else { return }
    guard let shared = defaults.value.members else {
      // What the resource itself says is certain; what the provider adds to it is not.
      if own == nil { object.set(.init("tags", .unknown(like: defaults.value), key: defaults.key)) }
      return
    }
    let all = TerraformObject(shared + members)
    let origin = own?.origin ?? defaults.value.origin
    object.set(
      .init(
        "tags",
        TerraformValue(.object(all), at: origin, via: own?.via ?? defaults.value.via),
        key: object.member("tags")?.key ?? defaults.key
      )
    )
  }
}
