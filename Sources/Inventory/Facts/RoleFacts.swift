/// Facts about what a role may do, and who uses it.
enum RoleFacts {
  static let table: [String: Fact] = [
    "accountRootTrusts": TrustFacts.accountRoots,
    "escalations": escalations,
    "inlinePolicyNames": inlinePolicyNames,
    "isAdministrator": isAdministrator,
    "isExecutionRole": isExecutionRole,
    "publicTrustStatements": TrustFacts.publicStatements,
    "taskDefinitionCount": taskDefinitionCount,
    "taskTrustsWithoutSource": TrustFacts.taskTrustsWithoutSource,
    "trustWildcardActions": TrustFacts.wildcardActions,
    "trustedServices": TrustFacts.services,
    "unconditionalCrossAccountTrusts": TrustFacts.crossAccount,
    "unscopedSecretActions": unscopedSecretActions,
  ]

  /// The facts that hold of users and groups as well.
  static let principal: [String: Fact] = [
    "escalations": escalations, "isAdministrator": isAdministrator,
  ]

  /// Whether the role may do everything, by a policy of AWS or of its own.
  static let isAdministrator: Fact = { site in
    let arns = site.value["AttachedManagedPolicies"]?.elements.map { $0["PolicyArn"] ?? $0 } ?? []
    if let arn = arns.first(where: { $0.literalText.hasSuffix(":policy/AdministratorAccess") }) {
      return site.bool(true, from: arn)
    }
    let documents = site.roleDocuments
    for statement in documents.flatMap(\.statements) where statement.notActions == nil {
      if let found = statement.fullPrivilege, found.unknownReason == nil {
        return site.bool(true, from: found)
      }
    }
    let doubt =
      documents.flatMap(\.unknowns).first
      ?? documents.flatMap(\.statements).compactMap(\.fullPrivilege).first {
        $0.unknownReason != nil
      }
      ?? arns.first { $0.unknownReason != nil }
    return doubt ?? site.bool(false)
  }

  /// The names of the policies that belong to this role alone.
  static let inlinePolicyNames: Fact = { site in
    let own = site.resource.identityPolicies.map { policy in
      policy.document.unknownReason == nil ? policy.document.named(policy.name) : policy.document
    }
    let attached = site.attachedPolicies.filter { !managedPolicies.contains($0.type) }.flatMap {
      $0.identityPolicies.map { $0.document.named($0.name) }
    }
    return site.list(own + attached)
  }

  /// The types of policies that any number of roles may have.
  private static let managedPolicies: Set<String> = ["AWS::IAM::ManagedPolicy", "aws_iam_policy"]

  /// The ways in which the role's policies together let it gain more rights.
  static let escalations: Fact = { site in
    let documents = site.roleDocuments
    let found = Escalations.paths(allowedBy: documents.flatMap(\.statements))
    let opaque =
      documents.flatMap(\.unknowns) + documents.flatMap(\.statements).flatMap(\.unknownActions)
    return site.list(found + (found.isEmpty ? opaque : []))
  }

  /// The actions on secrets that the role may take on every resource.
  static let unscopedSecretActions: Fact = { site in
    let documents = site.roleDocuments
    let found = documents.flatMap(\.statements).filter(\.isAllow).flatMap { statement -> [Value] in
      guard let everything = statement.everything, statement.isUnconditional else { return [] }
      let actions = statement.actions.filter {
        $0.text.map(ActionClasses.secrets.hold) ?? false
      }
      return actions.map { action in
        everything.unknownReason.map { action.unknown($0) } ?? action.named(action.text ?? "")
      } + (statement.exception(leaving: ActionClasses.secrets).map { [$0] } ?? [])
    }
    let managed = (site.value["AttachedManagedPolicies"]?.elements ?? []).compactMap {
      managedGrant($0["PolicyArn"] ?? $0)
    }
    return site.list(found + managed + documents.flatMap(\.unknowns))
  }

  /// The name of the policy of AWS that `arn` names, where it opens every secret.
  private static func managedGrant(_ arn: Value) -> Value? {
    guard let name = arn.literalText.split(separator: "/").last.map(String.init),
      arn.literalText.contains(":aws:policy/"), secretPolicies.contains(name)
    else { return nil }
    return arn.named(name)
  }

  /// The policies of AWS that let a role fetch or decrypt every secret.
  private static let secretPolicies: Set<String> = [
    "AdministratorAccess", "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess", "AmazonSSMFullAccess",
    "AmazonSSMReadOnlyAccess", "PowerUserAccess", "SecretsManagerReadWrite",
  ]

  /// Whether a task definition names the role as the one that starts its tasks.
  static let isExecutionRole: Fact = { site in
    let user = site.inventory.taskDefinitions(naming: site.resource, as: "executionRoleArn").first
    return site.bool(user != nil, from: user?.properties["executionRoleArn"])
  }

  /// How many families of task definitions run with the role.
  static let taskDefinitionCount: Fact = { site in
    let users = site.inventory.taskDefinitions(naming: site.resource, as: "taskRoleArn")
    let families = Set(users.map { $0.properties["family"]?.text ?? $0.id.path })
    return Value(.number(String(families.count)), at: site.value.origin)
  }
}

extension Inventory {
  /// The task definitions whose `member` is `role`.
  fileprivate func taskDefinitions(naming role: Resource, as member: String) -> [Resource] {
    resources(of: .taskDefinition) { definition in
      guard let value = definition.properties[member] else { return false }
      return names(value, role)
    }
  }
}

extension FactSite {
  /// The documents of all policies of the role, inline and attached.
  fileprivate var roleDocuments: [PolicyDocument] {
    (resource.identityPolicies + attachedPolicies.flatMap(\.identityPolicies))
      .map { PolicyDocument($0.document) }
  }

  /// The policies of the inventory that are attached to the role, from either side.
  fileprivate var attachedPolicies: [Resource] { inventory.policies(attachedTo: resource) }
}
