package import Inventory
package import SourceText

/// What a document turned out to be.
package enum SourceFormat: String, Sendable, CaseIterable {
  /// An Amazon ECS task definition, or several.
  case taskDefinition
  /// A CloudFormation template.
  case cloudFormation
  /// A CloudFormation template with the AWS SAM transform.
  case sam
  /// A CloudFormation template that the AWS CDK synthesized.
  case cdk
  /// A root module of Terraform or OpenTofu.
  case terraform
  /// A Dockerfile.
  case dockerfile
  /// A plan of Terraform or OpenTofu in its JSON form.
  case terraformPlan
  /// A state of Terraform or OpenTofu, in its JSON form or as it is kept.
  case terraformState
  /// A Compose file with the files that belong to it.
  case compose
  /// A manifest of AWS Copilot.
  case copilot
  /// The parameters that the Amazon ECS CLI adds to a Compose file.
  case ecsParams
}

/// One document that was read, with its nested stacks.
package struct DeploymentUnit: Sendable {
  /// The file of the document.
  package let file: SourceFile
  /// What the document is.
  package let format: SourceFormat
  /// What the document declares, once for every scenario; never empty.
  package let inventories: [Inventory]
  /// What is wrong or doubtful in the document and in the files it includes.
  ///
  /// The parser's own diagnostics of the document itself stay with its `SyntaxTree`.
  package let diagnostics: [Diagnostic]
  /// The paths of the files that were read on behalf of the document; no need to report them again.
  ///
  /// Of Terraform, the folders of the modules that were called are among them.
  package let included: [String]
  /// The names of the parameters or variables that the document declares.
  package let parameters: [String]
  /// The names of the conditions, each with the parameters it depends on.
  package let conditions: [String: [String]]
  /// Whether the document may hold secrets anywhere, so that no report may show its values.
  package let hidesText: Bool
  /// The bytes that no report may show besides those of the inventories.
  package let hidden: [SourceLocation]

  /// Describes one unit.
  package init(
    file: SourceFile,
    format: SourceFormat,
    inventories: [Inventory],
    diagnostics: [Diagnostic] = [],
    included: [String] = [],
    parameters: [String] = [],
    conditions: [String: [String]] = [:],
    hidesText: Bool = false,
    hidden: [SourceLocation] = []
  ) {
    self.file = file
    self.format = format
    self.inventories = inventories
    self.diagnostics = diagnostics
    self.included = included
    self.parameters = parameters
    self.conditions = conditions
    self.hidesText = hidesText
    self.hidden = hidden
  }
}

extension DeploymentUnit {
  /// The unit with what Dockerfiles say of the images that its containers run.
  package func withImages(_ images: [ImageProfile]) -> DeploymentUnit {
    guard !images.isEmpty else { return self }
    return DeploymentUnit(
      file: file,
      format: format,
      inventories: inventories.map { inventory in
        var inventory = inventory
        inventory.images += images
        return inventory
      },
      diagnostics: diagnostics,
      included: included,
      parameters: parameters,
      conditions: conditions,
      hidesText: hidesText,
      hidden: hidden
    )
  }
}
