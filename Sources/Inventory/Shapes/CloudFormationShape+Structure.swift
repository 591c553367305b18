extension CloudFormationShape {
  /// The properties with those of a nested object that the API does not nest moved up.
  static func hoisted(_ properties: Value, type: String) -> Value {
    guard type == "AWS::EC2::LaunchTemplate", let nested = properties["LaunchTemplateData"] else {
      return properties
    }
    guard let inner = nested.object, var outer = properties.object else { return nested }
    for member in inner.members { outer.set(member) }
    let members = outer.members.filter { $0.name != "LaunchTemplateData" }
    return Value(.object(ValueObject(members)), at: nested.origin, via: nested.via)
  }

  /// The properties with the structures that the API holds otherwise.
  static func restructured(_ value: Value, kind: ResourceKind, type: String) -> Value {
    switch kind {
    case .role, .user, .group:
      value.replacing("ManagedPolicyArns", by: "AttachedManagedPolicies") { arn in
        arn.with(.object(ValueObject([ValueObject.Member("PolicyArn", arn)])))
      }
    case .securityGroup:
      value.replacing("SecurityGroupIngress", by: "IpPermissions", each: permission)
        .replacing("SecurityGroupEgress", by: "IpPermissionsEgress", each: permission)
    case .classicLoadBalancer:
      value.replacing("Listeners", by: "ListenerDescriptions") { listener in
        listener.with(.object(ValueObject([ValueObject.Member("Listener", listener)])))
      }.withListenerProtocolsInCapitals
    case .identityPolicy: identityPolicy(value)
    case .host: type == "AWS::EC2::Instance" ? instance(value) : value
    default: value
    }
  }

  /// A rule of a security group as the permission that the API describes.
  private static func permission(_ rule: Value) -> Value {
    guard let object = rule.object else { return rule }
    var members = object.members.filter {
      ["IpProtocol", "FromPort", "ToPort"].contains($0.name)
    }
    for row in sources {
      guard let source = object.member(row.property) else { continue }
      let pair = [ValueObject.Member(row.member, source.value, key: source.key)]
      let range = source.value.with(.object(ValueObject(pair)))
      members.append(ValueObject.Member(row.list, source.value.with(.list([range]))))
    }
    return rule.with(.object(ValueObject(members)))
  }

  private static let sources: [(property: String, list: String, member: String)] = [
    ("CidrIp", "IpRanges", "CidrIp"),
    ("CidrIpv6", "Ipv6Ranges", "CidrIpv6"),
    ("SourcePrefixListId", "PrefixListIds", "PrefixListId"),
    ("DestinationPrefixListId", "PrefixListIds", "PrefixListId"),
    ("SourceSecurityGroupId", "UserIdGroupPairs", "GroupId"),
    ("SourceSecurityGroupName", "UserIdGroupPairs", "GroupName"),
    ("DestinationSecurityGroupId", "UserIdGroupPairs", "GroupId"),
  ]

  /// A policy of one role, user or group as one that names its owners in a list.
  private static func identityPolicy(_ value: Value) -> Value {
    guard var object = value.object else { return value }
    for (single, plural) in [("RoleName", "Roles"), ("UserName", "Users"), ("GroupName", "Groups")]
    {
      guard let member = object.member(single) else { continue }
      object.set(
        ValueObject.Member(plural, member.value.with(.list([member.value])), key: member.key)
      )
    }
    return value.with(.object(object))
  }

  /// An instance with its profile as the API nests it.
  private static func instance(_ value: Value) -> Value {
    guard var object = value.object, let member = object.member("IamInstanceProfile"),
      member.value.object == nil
    else { return value }
    let profile = ValueObject([ValueObject.Member("Name", member.value, key: member.key)])
    object.set(
      ValueObject.Member(member.name, member.value.with(.object(profile)), key: member.key)
    )
    return value.with(.object(object))
  }
}

extension Value {
  /// The object with the list `name` under another name, each of its elements transformed.
  fileprivate func replacing(
    _ name: String,
    by newName: String,
    each transform: (Value) -> Value
  ) -> Value {
    guard let object, let old = object.member(name) else { return self }
    let list = old.value.list.map { old.value.with(.list($0.map(transform))) } ?? old.value
    let members = object.members.map {
      $0.name == name ? ValueObject.Member(newName, list, key: $0.key) : $0
    }
    return with(.object(ValueObject(members)))
  }
}

extension Value {
  /// The Classic Load Balancer with its protocols in the API's capitals; it takes any letter case.
  var withListenerProtocolsInCapitals: Value {
    mapping("ListenerDescriptions") { list in
      list.list.map { descriptions in
        let listeners = descriptions.map { $0.mapping("Listener", \.withProtocolInCapitals) }
        return list.with(.list(listeners))
      } ?? list
    }
  }

  private var withProtocolInCapitals: Value {
    mapping("Protocol") { name in
      name.text.map { name.with(.string($0.uppercased())) } ?? name
    }
  }
}
