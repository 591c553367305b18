import Inventory
import SourceText
import Templates

/// The files of a project by path.
struct ProjectLoader: SourceLoader {
  let files: [String: String]

  func load(_ path: String) -> Result<SourceFile, LoadError> {
    files[path].map { .success(SourceFile(path: path, text: $0)) }
      ?? .failure(LoadError(path: path, reason: "no such file"))
  }

  func list(_ folder: String) -> Result<[String], LoadError> {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    let found = names.filter { !$0.contains("/") }.map(String.init)
    return found.isEmpty && !folder.isEmpty
      ? .failure(LoadError(path: folder, reason: "no such folder")) : .success(found)
  }
}

/// The unit that the root module in `folder` of `files` declares.
func project(
  _ files: [String: String],
  folder: String = "",
  variables: [String: String] = [:],
  variableFiles: [String] = [],
  environment: [String: String] = [:],
  workspace: String? = nil,
  root: String? = nil
) -> DeploymentUnit {
  TerraformProject.read(
    folder,
    options: options(
      files,
      variables: variables,
      variableFiles: variableFiles,
      environment: environment,
      workspace: workspace,
      root: root
    )
  )
}

/// The unit of one `main.tf`.
func project(_ text: String, variables: [String: String] = [:]) -> DeploymentUnit {
  project(["main.tf": text], variables: variables)
}

func options(
  _ files: [String: String],
  variables: [String: String] = [:],
  variableFiles: [String] = [],
  environment: [String: String] = [:],
  workspace: String? = nil,
  root: String? = nil
) -> TemplateOptions {
  TemplateOptions(
    loader: ProjectLoader(files: files),
    root: root,
    variables: Dictionary(
      uniqueKeysWithValues: variables.map {
        ($0.key, TerraformInput($0.value, from: "--var \($0.key)"))
      }
    ),
    variableFiles: variableFiles.map { SourceFile(path: $0, text: files[$0] ?? "") },
    environment: Dictionary(
      uniqueKeysWithValues: environment.map {
        ($0.key, TerraformInput($0.value, from: "TF_VAR_\($0.key)"))
      }
    ),
    workspace: workspace
  )
}

extension DeploymentUnit {
  /// The property at `path` of the resource `address`; numbers lead into lists.
  func value(_ path: String, of address: String) -> Value? {
    guard let resource = inventories[0][ResourceID(address)] else { return nil }
    return path.split(separator: ".").reduce(Optional(resource.properties)) { value, step in
      guard let value else { return nil }
      if let index = Int(step), let list = value.list {
        return list.indices.contains(index) ? list[index] : nil
      }
      return value[String(step)]
    }
  }
}

extension Value {
  /// Where the value is owned: `main.tf:3:5`.
  var place: String? {
    origin.map { "\($0.file.path):\($0.position.line):\($0.position.column)" }
  }
}

extension Diagnostic {
  /// The code and the place: `terraform.cycle main.tf:3:5`.
  var brief: String {
    "\(code) "
      + (location.map {
        "\($0.file.path):\($0.position.line):\($0.position.column)"
      } ?? path ?? "")
  }
}
