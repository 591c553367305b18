import Inventory
import SourceText
import TerraformLanguage

extension TerraformValue {
  /// A value of any type that is not known for `reason`.
  static func unknown(
    _ reason: UnknownReason,
    _ type: TerraformType = .dynamic,
    at origin: SourceLocation? = nil
  ) -> TerraformValue {
    TerraformValue(.unknown(type, .reason(reason)), at: origin)
  }

  /// The attribute `name` of `resource`, known after deployment.
  static func reference(_ resource: ResourceID, _ name: String) -> TerraformValue {
    TerraformValue(.unknown(.dynamic, .reference(ResourceReference(resource, attribute: name))))
  }

  /// A value of any type that is not known, for the reason that `other` is not.
  static func unknown(like other: TerraformValue) -> TerraformValue {
    TerraformValue(
      .unknown(.dynamic, other.doubt ?? .reason(.malformed(expected: "value"))),
      at: other.origin,
      via: other.via,
      marks: other.marks
    )
  }

  /// The value converted to `type`; `nil` where that is not possible.
  func `as`(_ type: TerraformType) -> TerraformValue? { try? converted(to: type) }
}

extension TerraformValue.Content {
  /// A known text that nobody wrote.
  static func text(_ text: String) -> TerraformValue.Content { .string(TerraformText(text)) }
}
