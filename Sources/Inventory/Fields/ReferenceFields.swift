/// The members of the AWS shape that name another resource.
enum ReferenceFields {
  /// The kind of resource that the member `name` names.
  static func target(of name: String) -> ResourceKind? { targets[name] }

  private static let targets: [String: ResourceKind] = [
    "FileSystemId": .fileSystem, "LoadBalancerArn": .loadBalancer, "RoleArn": .role,
    "SecretId": .secret, "SecurityGroupIds": .securityGroup, "SecurityGroups": .securityGroup,
    "TaskDefinitionArn": .taskDefinition, "VpcId": .vpc, "accessPointId": .accessPoint,
    "cluster": .cluster, "clusterArn": .cluster, "executionRoleArn": .role,
    "fileSystemId": .fileSystem, "kmsKey": .key, "kmsKeyId": .key, "KmsKeyId": .key,
    "roleArn": .role, "role": .role, "securityGroups": .securityGroup, "service": .service,
    "serviceArn": .service, "taskDefinition": .taskDefinition, "taskRoleArn": .role,
  ]
}

/// What a value turns out to name.
enum Resolution {
  /// A resource of the inventory.
  case resource(Resource)
  /// A resource that is not at hand, or not known.
  case unknown(UnknownReason)
  /// No resource.
  case nothing
}

extension Inventory {
  /// The resource that `value` names by reference, or by the name or ARN of a `kind`.
  func resolution(of value: Value, as kind: ResourceKind?) -> Resolution {
    switch value.content {
    case .reference(let reference):
      guard reference.namesResource else { return .unknown(.attribute(reference.text)) }
      return self[reference.resource].map(Resolution.resource)
        ?? .unknown(.outside(reference.resource.path))
    case .string(let text):
      let outside = Resolution.unknown(.outside(value.isSensitive ? "(sensitive value)" : text))
      guard let kind else { return text.hasPrefix("arn:") ? outside : .nothing }
      return resource(named: text, kind: kind).map(Resolution.resource) ?? outside
    case .partial(let pieces):
      guard let kind, let reason = value.firstUnknownReason else { return .nothing }
      return resource(in: pieces, kind: kind).map(Resolution.resource) ?? .unknown(reason)
    case .unknown(let reason): return .unknown(reason)
    default: return .nothing
    }
  }

  /// The resource of `kind` whose name or revision is a piece of a text that names one.
  private func resource(in pieces: [TextPiece], kind: ResourceKind) -> Resource? {
    let references = pieces.compactMap { piece -> ResourceReference? in
      if case .reference(let reference) = piece { reference } else { nil }
    }
    let targets = references.filter { $0.namesResource || $0.attribute == "revision" }
    guard let first = targets.first, targets.allSatisfy({ $0.resource == first.resource }),
      let target = self[first.resource], target.kind == kind
    else { return nil }
    return target
  }

  /// Whether `value` names `resource`.
  func names(_ value: Value, _ resource: Resource) -> Bool {
    if let reference = value.reference {
      // Most references are to something else: that is found out first, as the cheapest.
      guard reference.resource.path.utf8.starts(with: resource.id.path.utf8),
        reference.namesResource
      else { return false }
      let isInstance = reference.resource.withoutInstance == resource.id
      return reference.resource == resource.id
        || isInstance && self[reference.resource]?.id == resource.id
    }
    if case .resource(let found) = resolution(of: value, as: resource.kind) {
      return found.id == resource.id
    }
    return false
  }
}

extension ResourceReference {
  /// Whether the text is an identifier of the resource itself, not of something else it has.
  var namesResource: Bool { attribute.map(ResourceReference.isIdentifier) ?? true }

  /// Whether the attribute of that name is an identifier: `arn`, `cluster_name`, `TopicArn`.
  package static func isIdentifier(_ attribute: String) -> Bool {
    let word = attribute.split(separator: "_").last ?? ""
    return ["Arn", "Id", "Name"].contains { attribute.hasSuffix($0) }
      || ["arn", "bucket", "family", "id", "name"].contains(word)
      || attribute == "arn_without_revision"
  }

  /// The attribute of a data source at an address such as `data.aws_kms_alias.own.arn`.
  init?(ofData address: String) {
    guard let stop = address.lastIndex(of: ".") else { return nil }
    self.init(
      ResourceID(String(address[..<stop])),
      attribute: String(address[address.index(after: stop)...])
    )
  }

  /// The reference as a template writes it.
  var text: String { attribute.map { "\(resource.path).\($0)" } ?? resource.path }
}

extension Value {
  /// The attribute that the value is, of a resource or of a data source, whose text is not known.
  var source: ResourceReference? {
    switch content {
    case .reference(let reference): reference
    case .unknown(.data(let text)): ResourceReference(ofData: text)
    default: nil
    }
  }

  /// Why the value, or a piece of it, is not known; a text of another resource counts.
  package var firstUnknownReason: UnknownReason? {
    switch content {
    case .unknown(let reason): return reason
    case .reference(let reference): return .attribute(reference.text)
    case .partial(let pieces):
      for piece in pieces {
        if case .unknown(let reason) = piece { return reason }
        if case .reference(let reference) = piece { return .attribute(reference.text) }
      }
      return nil
    default: return nil
    }
  }
}
