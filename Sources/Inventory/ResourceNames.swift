/// The texts by which other resources speak of one, apart from a template's references.
enum ResourceNames {
  /// The names and identifiers of `resource`, as far as they are known.
  static func all(of resource: Resource) -> [String] {
    let texts = (members[resource.kind] ?? []).compactMap { resource.properties[$0]?.text }
    guard let family = resource.properties["family"]?.text,
      let revision = resource.properties["revision"]?.text
    else { return texts }
    return texts + ["\(family):\(revision)"]
  }

  /// The name at the end of an ARN or of a path; a revision does not belong to it.
  static func name(in text: String, of kind: ResourceKind) -> String {
    let last = text.split(separator: "/").last.map(String.init) ?? text
    return kind == .taskDefinition ? String(last.prefix { $0 != ":" }) : last
  }

  /// Whether an ARN of `resource` is known, so that a different one is another resource's.
  static func knowsARN(of resource: Resource) -> Bool {
    (members[resource.kind] ?? []).contains {
      resource.properties[$0]?.text?.hasPrefix("arn:") ?? false
    }
  }

  /// The member that holds the name of resources of `kind`.
  static func member(of kind: ResourceKind) -> String? { members[kind]?.first }

  private static let members: [ResourceKind: [String]] = [
    .accessPoint: ["AccessPointId", "AccessPointArn"], .bucket: ["BucketName", "BucketArn"],
    .cluster: ["clusterName", "clusterArn"],
    .daemonTaskDefinition: ["family", "daemonTaskDefinitionArn"],
    .eventRule: ["Name", "Arn"], .fileSystem: ["FileSystemId", "FileSystemArn"],
    .group: ["GroupName", "Arn"],
    .identityPolicy: ["PolicyName", "Arn"], .key: ["KeyId", "Arn"],
    .loadBalancer: ["LoadBalancerName", "LoadBalancerArn"], .logGroup: ["logGroupName", "arn"],
    .parameter: ["Name", "ARN"], .repository: ["repositoryName", "repositoryArn"],
    .publicRepository: ["repositoryName", "repositoryArn"], .role: ["RoleName", "Arn"],
    .secret: ["Name", "ARN"], .securityGroup: ["GroupId"],
    .service: ["serviceName", "serviceArn"], .taskDefinition: ["family", "taskDefinitionArn"],
    .user: ["UserName", "Arn"], .vpc: ["VpcId"],
  ]
}

extension Inventory {
  /// The resource of `kind` that goes by `text`: a name, an ARN, a family with its revision.
  ///
  /// A logical name without the `Ref` or `GetAtt` around it is taken for what it was meant to be.
  func resource(named text: String, kind: ResourceKind) -> Resource? {
    if let found = resource(calledExactly: text, kind: kind) { return found }
    let name = ResourceNames.name(in: text, of: kind)
    if let found = resource(calledExactly: name, kind: kind) {
      let isOther = text.hasPrefix("arn:") && ResourceNames.knowsARN(of: found)
      return isOther ? nil : found
    }
    let logical = text.hasSuffix(".Arn") ? String(text.dropLast(4)) : text
    return self[ResourceID(logical)].flatMap { $0.kind == kind ? $0 : nil }
  }
}
