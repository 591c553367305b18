package import Inventory
package import SourceText

/// What a reader of templates is given besides the template.
package struct TemplateOptions: Sendable {
  /// The values given for parameters, pseudo parameters such as `AWS::Region` among them.
  ///
  /// A value may be unknown; its origin is where the user wrote it, if that was in a file.
  package var parameters: [String: Value]
  /// Reads the files beside the template.
  package var loader: any SourceLoader
  /// The folder that no file function of Terraform may leave; `nil` where the loader sees to it.
  package var root: String?
  /// The values given for Terraform variables on the command line (`-var`), by name.
  package var variables: [String: TerraformInput]
  /// The files of Terraform variables given on the command line (`-var-file`), in order.
  package var variableFiles: [SourceFile]
  /// The values of `TF_VAR_` environment variables, by the name of the Terraform variable.
  package var environment: [String: TerraformInput]
  /// The name of the Terraform workspace (`TF_WORKSPACE`); `nil` where it is not given.
  package var workspace: String?
  /// The Terraform files that were parsed so far; shared by all that read with these options.
  package private(set) var terraformFiles: TerraformFiles
  /// The most inventories that one template may yield by default.
  package var maximumScenarios: Int
  /// The most values that one inventory may consist of; a bound on aliases that multiply.
  package var maximumValues: Int

  /// Gathers options.
  package init(
    parameters: [String: Value] = [:],
    loader: any SourceLoader = EmptyLoader(),
    root: String? = nil,
    variables: [String: TerraformInput] = [:],
    variableFiles: [SourceFile] = [],
    environment: [String: TerraformInput] = [:],
    workspace: String? = nil,
    maximumScenarios: Int = 32,
    maximumValues: Int = ValueBudget.unit
  ) {
    self.parameters = parameters
    self.loader = loader
    self.root = root
    self.variables = variables
    self.variableFiles = variableFiles
    self.environment = environment
    self.workspace = workspace
    self.terraformFiles = TerraformFiles()
    self.maximumScenarios = maximumScenarios
    self.maximumValues = maximumValues
  }

  /// The options with another loader; the files for which `isOutdated` holds are not taken from what
  /// was parsed before.
  package func reading(
    through loader: any SourceLoader,
    exceptParsed isOutdated: (_ path: String) -> Bool
  ) -> TemplateOptions {
    var options = self
    options.loader = loader
    options.terraformFiles = terraformFiles.copy(without: isOutdated)
    return options
  }
}
