package import Inventory

/// What a reader of templates is given besides the template.
package struct TemplateOptions: Sendable {
  /// The values given for parameters, pseudo parameters such as `AWS::Region` among them.
  ///
  /// A value may be unknown; its origin is where the user wrote it, if that was in a file.
  package var parameters: [String: Value]
  /// Reads the files beside the template.
  package var loader: any SourceLoader
  /// The most inventories that one template may yield by default.
  package var maximumScenarios: Int
  /// The most values that one inventory may consist of; a bound on aliases that multiply.
  package var maximumValues: Int
  /// The folder of the sources that a Terraform plan was made from; by default that of the plan.
  package var planSources: String?

  /// Gathers options.
  package init(
    parameters: [String: Value] = [:],
    loader: any SourceLoader = EmptyLoader(),
    maximumScenarios: Int = 32,
    maximumValues: Int = ValueBudget.unit
  ) {
    self.parameters = parameters
    self.loader = loader
    self.maximumScenarios = maximumScenarios
    self.maximumValues = maximumValues
  }
}
