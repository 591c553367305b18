import SourceText

/// The files of one folder that make up a module, in the order in which Terraform takes them.
struct ModuleFolder {
  /// The files whose declarations stand side by side, by name.
  private(set) var configuration: [String] = []
  /// The files that are merged into them, by name.
  private(set) var overrides: [String] = []
  /// The files of variable values that are read unasked; of two values the later one counts.
  private(set) var variables: [String] = []

  /// Sorts `names`, the files of `folder`; keeps their whole paths.
  init(_ folder: String, names: [String]) {
    let all = Set(names)
    let files = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap(TerraformFileName.init)
    for file in files {
      if let name = file.openTofuName, all.contains(name) { continue }
      let path = RelativePath.join(folder, file.name)
      switch file.role {
      case .configuration: configuration.append(path)
      case .override: overrides.append(path)
      case .automaticVariables where file.stem != "terraform": variables.append(path)
      case .automaticVariables, .variables: continue
      }
    }
    let first = ["terraform.tfvars", "terraform.tfvars.json"].filter(all.contains)
    variables = first.map { RelativePath.join(folder, $0) } + variables
  }

  /// Whether there is nothing that Terraform would read.
  var isEmpty: Bool { configuration.isEmpty && overrides.isEmpty }
}
