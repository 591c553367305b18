package import SourceText

/// One resource or data source of a Terraform module, evaluated.
///
/// A nested block is always a list of objects, one element for a single block; an argument keeps
/// the form it is written in.
package struct TerraformResource: Sendable {
  /// The identity within the inventory; its path is the address: `module.web["a"].aws_lb.edge`.
  package let id: ResourceID
  /// The type: `aws_ecs_task_definition`.
  package let type: String
  /// Whether it is a data source, which only reads what stands elsewhere.
  package let isData: Bool
  /// The arguments and blocks by their own names, an object.
  package var properties: Value
  /// The header of the block.
  package let location: SourceLocation

  /// Describes one resource.
  package init(
    id: ResourceID,
    type: String,
    isData: Bool = false,
    properties: Value,
    location: SourceLocation
  ) {
    self.id = id
    self.type = type
    self.isData = isData
    self.properties = properties
    self.location = location
  }
}
