import Inventory

/// What a state says twice: once of the resource that owns it, once of the resource that made it.
enum StateRepetitions {
  /// The resources without what a refresh has copied into them.
  ///
  /// The inline policies of a role include those that stand in resources of their own; a service
  /// without a role shows the service-linked role that Amazon ECS takes instead.
  static func removed(from declared: [TerraformResource]) -> [TerraformResource] {
    let own = Set(
      declared.filter { $0.type == "aws_iam_role_policy" }.compactMap { policy -> Policy? in
        guard let role = policy.properties["role"]?.text, let name = policy.properties["name"]?.text
        else { return nil }
        return Policy(role: role, name: name)
      }
    )
    return declared.map { resource in
      var resource = resource
      switch resource.type {
      case "aws_iam_role": resource.properties = withoutPolicies(own, resource.properties)
      case "aws_ecs_service": resource.properties = withoutLinkedRole(resource.properties)
      default: break
      }
      return resource
    }
  }

  private struct Policy: Hashable {
    let role: String
    let name: String
  }

  private static func withoutPolicies(_ own: Set<Policy>, _ properties: Value) -> Value {
    guard var object = properties.object, var member = object.member("inline_policy"),
      let role = object["name"]?.text, let policies = member.value.list
    else { return properties }
    let rest = policies.filter { policy in
      policy["name"]?.text.map { !own.contains(Policy(role: role, name: $0)) } ?? true
    }
    member.value = member.value.with(.list(rest))
    object.set(member)
    return properties.with(.object(object))
  }

  private static func withoutLinkedRole(_ properties: Value) -> Value {
    guard let object = properties.object,
      object["iam_role"]?.text?.contains("aws-service-role/") == true
    else { return properties }
    let members = object.members.filter { $0.name != "iam_role" }
    return properties.with(.object(ValueObject(members)))
  }
}
