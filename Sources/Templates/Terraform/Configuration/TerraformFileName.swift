/// What Terraform and OpenTofu make of a file by its name.
package struct TerraformFileName: Sendable, Hashable {
  /// What a file holds.
  package enum Role: Sendable {
    /// Resources, modules, variables and so on.
    case configuration
    /// Configuration that is merged into what other files declare.
    case override
    /// Values of variables that are read without being named: `terraform.tfvars`, `*.auto.tfvars`.
    case automaticVariables
    /// Values of variables that are read when the command line names the file.
    case variables
  }

  /// The name without folders.
  let name: String
  /// The name without what tells the language.
  let stem: String
  /// What tells the language, such as `.tofu.json`.
  let suffix: String
  /// What the file holds.
  package let role: Role

  private static let configurationSuffixes = [".tf.json", ".tofu.json", ".tf", ".tofu"]
  private static let variableSuffixes = [".tfvars.json", ".tfvars"]

  /// Reads the last part of `path`; `nil` for files that Terraform does not read.
  package init?(_ path: String) {
    name = RelativePath.name(of: path)
    guard !Self.isIgnored(name) else { return nil }
    if let suffix = Self.configurationSuffixes.first(where: name.hasSuffix) {
      self.suffix = suffix
      stem = String(name.dropLast(suffix.count))
      role = stem == "override" || stem.hasSuffix("_override") ? .override : .configuration
    } else if let suffix = Self.variableSuffixes.first(where: name.hasSuffix) {
      self.suffix = suffix
      stem = String(name.dropLast(suffix.count))
      let isAutomatic = stem == "terraform" || stem.hasSuffix(".auto")
      role = isAutomatic ? .automaticVariables : .variables
    } else {
      return nil
    }
  }

  /// Whether the file is written in JSON.
  var isJSON: Bool { suffix.hasSuffix(".json") }

  /// The name of the OpenTofu file that takes the place of this one where both are there.
  var openTofuName: String? {
    suffix.hasPrefix(".tf") && !suffix.hasPrefix(".tfvars")
      ? stem + ".tofu" + suffix.dropFirst(3) : nil
  }

  /// Hidden files, and what editors leave behind.
  private static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
  }
}
