import Inventory
package import SourceText
import Syntax
package import TerraformLanguage

/// Reads Terraform and OpenTofu configurations into inventories.
package enum TerraformProject {
  /// Reads the root module in `folder` with all the modules that it calls.
  ///
  /// - Parameters:
  ///   - folder: the folder as the loader knows paths
  ///   - options: what is given besides the files
  /// - Returns: What the project declares; nothing for a folder without configuration.
  package static func read(
    _ folder: String,
    options: TemplateOptions = TemplateOptions()
  ) -> DeploymentUnit {
    let reading = ProjectReading(folder, options)
    let configuration = reading.configuration(in: reading.folder) ?? ModuleConfiguration()
    return unit(root(configuration, reading), reading)
  }

  /// Reads one file as a module of its own.
  ///
  /// Only its resources and module calls are declared; the files beside it give variables, locals,
  /// providers and `terraform.tfvars` where the file itself lacks them.
  package static func read(
    file: SourceFile,
    options: TemplateOptions = TemplateOptions()
  ) -> DeploymentUnit {
    let reading = ProjectReading(RelativePath.folder(of: file.path), options)
    let parsed = TerraformFiles.parse(file)
    reading.reportProblems(of: parsed)
    var configuration = ModuleConfiguration()
    configuration.add(parsed.body, of: file)
    addSiblings(of: file, to: &configuration, reading)
    for diagnostic in configuration.diagnostics { reading.log.add(diagnostic) }
    return unit(root(configuration, reading), reading)
  }

  /// Whether Terraform or OpenTofu reads the file at `path` as configuration, by its name.
  package static func isConfiguration(_ path: String) -> Bool {
    switch TerraformFileName(path)?.role {
    case .configuration, .override: true
    case .automaticVariables, .variables, nil: false
    }
  }

  /// Whether the text of `file`, which has no name that tells, is configuration in HCL.
  package static func holdsConfiguration(_ file: SourceFile) -> Bool {
    TerraformBody(.native(HCLParser.parse(file).body)).hasTopLevelBlock
  }

  /// Whether the file at `path` holds values of variables, by its name.
  package static func isVariables(_ path: String) -> Bool {
    switch TerraformFileName(path)?.role {
    case .automaticVariables, .variables: true
    case .configuration, .override, nil: false
    }
  }

  /// The outputs of the root module in `folder`, with what is wrong with the module's values.
  package static func outputs(
    of folder: String,
    options: TemplateOptions = TemplateOptions()
  ) -> (values: [String: TerraformValue], diagnostics: [Diagnostic]) {
    let reading = ProjectReading(folder, options)
    let configuration = reading.configuration(in: reading.folder) ?? ModuleConfiguration()
    let root = root(configuration, reading)
    for definition in configuration.locals.values.sorted(by: { $0.name < $1.name }) {
      _ = try? root.local(definition.name, at: definition.nameLocation)
    }
    for declaration in configuration[.variable].all {
      _ = try? root.variable(declaration.name, at: declaration.header)
    }
    var values: [String: TerraformValue] = [:]
    for declaration in configuration[.output].all {
      values[declaration.name] = root.output(declaration.name)
    }
    return (values, reading.log.diagnostics)
  }

  private static func addSiblings(
    of file: SourceFile,
    to configuration: inout ModuleConfiguration,
    _ reading: ProjectReading
  ) {
    guard case .success(let names) = reading.options.loader.list(reading.folder) else { return }
    let files = ModuleFolder(reading.folder, names: names)
    let own = RelativePath.normalized(file.path)
    for path in files.configuration + files.overrides where path != own {
      // What is wrong with a file that nobody asked about is not this file's business.
      guard
        case .success(let sibling) = reading.options.terraformFiles.parsed(
          path,
          reading.options.loader
        )
      else { continue }
      configuration.add(sibling.body, of: sibling.file, as: .secondary)
    }
  }

  private static func root(
    _ configuration: ModuleConfiguration,
    _ reading: ProjectReading
  ) -> ModuleInstance {
    let root = ModuleInstance(configuration, in: reading.folder, reading: reading)
    let given = GivenValues(reading)
    root.inputs = given.values
    let names = configuration[.variable].names
    for place in given.places where configuration[.variable][place.name] == nil {
      let similar = NearestName.of(place.name, in: names)
      reading.log.add(.undeclaredVariable(place.name, similar: similar, at: place.location))
    }
    return root
  }

  private static func unit(_ root: ModuleInstance, _ reading: ProjectReading) -> DeploymentUnit {
    let resources = TerraformShape.resources(ResourceReader(reading).resources(of: root))
      .map { TaskDefinitionTypes.checked($0, &reading.log) }
    let files = root.configuration.files
    let main = files.first { RelativePath.name(of: $0.path).hasPrefix("main.") } ?? files.first
    return DeploymentUnit(
      file: main ?? SourceFile(path: reading.folder, bytes: []),
      format: .terraform,
      inventories: [Inventory(resources)],
      diagnostics: reading.log.diagnostics,
      included: reading.included,
      parameters: root.configuration[.variable].names
    )
  }
}
