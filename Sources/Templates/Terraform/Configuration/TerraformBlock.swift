import SourceText
import Syntax

/// One block with its labels.
struct TerraformBlock {
  let type: String
  let labels: [String]
  /// The bytes that name the block: its type and labels, or its key in the JSON syntax.
  let header: SourceLocation
  /// The bytes of the whole block.
  let location: SourceLocation
  let body: TerraformBody

  init(
    type: String,
    labels: [String],
    header: SourceLocation,
    location: SourceLocation,
    body: TerraformBody
  ) {
    self.type = type
    self.labels = labels
    self.header = header
    self.location = location
    self.body = body
  }

  init(_ block: HCLBlock) {
    self.init(
      type: block.type,
      labels: block.labels.map(\.text),
      header: block.headerLocation,
      location: block.location,
      body: TerraformBody(.native(block.body))
    )
  }

  /// Whether the block generates others.
  var isDynamic: Bool { type == "dynamic" }

  /// The type of the blocks that it stands for: a `dynamic` block names it in its label.
  var effectiveType: String { isDynamic ? labels.first ?? type : type }
}
