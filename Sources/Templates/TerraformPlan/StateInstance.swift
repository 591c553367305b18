import SourceText
import Syntax

/// One instance of a resource or a data source, as a plan or a state describes it.
struct StateInstance {
  /// The address.
  let address: TerraformAddress
  /// The type: `aws_ecs_service`.
  let type: String
  /// Whether it is a data source.
  let isData: Bool
  /// The attributes, a mapping; `nil` where none of them is known.
  let attributes: Node?
  /// What is said of them.
  var marks = AttributeMarks()
  /// The bytes that name the instance.
  let location: SourceLocation
}
