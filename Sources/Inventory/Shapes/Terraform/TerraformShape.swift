/// The mapping from the resources of Terraform's AWS provider to the AWS shape.
///
/// An argument takes the name of the API member it equals but for letter case and underscores, a
/// block also that of the plural. Tables have the names that differ (`TerraformShape.renames`),
/// the resources that speak of another one (`TerraformShape.joins`) and the defaults of the
/// provider; a few functions have the rest.
package enum TerraformShape {
  /// The resources in the AWS shape, what stands in sibling resources joined to what it belongs to.
  ///
  /// Data sources describe what stands elsewhere and are left out, but for those whose arguments
  /// say what is found: a key of AWS, or an image for ECS.
  package static func resources(_ declared: [TerraformResource]) -> [Resource] {
    let managed = declared.filter { !$0.isData }
    var joining = TerraformJoining(managed, shaped: managed.map(shaped))
    joining.join()
    let surroundings = TerraformSurroundings(declared)
    return joining.resources.map { completed($0, in: surroundings) }
      + declared.filter { $0.isData && tellingSources.contains($0.type) }.map(asIs)
  }

  /// The paths of the arguments of `type` that hold JSON as text, through blocks: `policy`,
  /// `inline_policy.policy`.
  package static func jsonArguments(of type: String) -> Set<String> { jsonTexts[type] ?? [] }

  /// Whether anything is known of resources of `type`; others are kept as they are written.
  package static func knows(_ type: String) -> Bool {
    kinds[type] != nil || joins[type] != nil || tellingSources.contains(type)
  }

  /// What a resource of `type` is; `.other` for types without a shape of their own.
  package static func kind(of type: String) -> ResourceKind { kinds[type] ?? .other }

  /// The argument of `type` whose value its attribute `id` has.
  package static func identifier(of type: String) -> String? { identifiers[type] }

  private static let tellingSources: Set<String> = [
    "aws_ami", "aws_kms_alias", "aws_kms_key", "aws_ssm_parameter",
  ]

  private static func shaped(_ declared: TerraformResource) -> Resource {
    guard let kind = kinds[declared.type] else { return asIs(declared) }
    let spelt = ArgumentSpelling("@" + kind.rawValue).applied(to: declared.properties)
    return Resource(
      id: declared.id,
      kind: kind,
      type: declared.type,
      properties: restructured(spelt, kind: kind, type: declared.type),
      location: declared.location
    )
  }

  private static func asIs(_ declared: TerraformResource) -> Resource {
    Resource(
      id: declared.id,
      kind: .other,
      type: declared.type,
      properties: hidden(declared.properties, type: declared.type),
      location: declared.location
    )
  }

  /// The arguments of a secret's version without their values, which stay where they are written.
  private static func hidden(_ arguments: Value, type: String) -> Value {
    guard type == "aws_secretsmanager_secret_version" else { return arguments }
    return ["secret_binary", "secret_string", "secret_string_wo"].reduce(arguments) { value, name in
      value.mapping(name) { $0.unknown(.attribute(name)) }
    }
  }
}

extension Value {
  /// The object without the members `names`; anything else as it is.
  func without(_ names: Set<String>) -> Value {
    guard let object, !names.isEmpty else { return self }
    return with(.object(ValueObject(object.members.filter { !names.contains($0.name) })))
  }
}
