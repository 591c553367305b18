package import SourceText

/// The mapping from CloudFormation's spelling to the AWS shape.
package enum CloudFormationShape {
  /// The resource that a template declares, its evaluated `properties` brought into the AWS shape.
  package static func resource(
    id: ResourceID,
    type: String,
    properties: Value,
    location: SourceLocation,
    constructPath: String? = nil
  ) -> Resource {
    Resource(
      id: id,
      kind: .other,
      type: type,
      properties: properties,
      location: location,
      constructPath: constructPath
    )
  }
}
