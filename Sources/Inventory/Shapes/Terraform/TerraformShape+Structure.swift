extension TerraformShape {
  /// The properties with the structures that the API holds otherwise.
  static func restructured(_ value: Value, kind: ResourceKind, type: String) -> Value {
    switch kind {
    case .identityPolicy: identityPolicy(value)
    case .securityGroupRule: securityGroupRule(value, type: type)
    case .loadBalancer: loadBalancer(value)
    case .classicLoadBalancer: value.withListenerProtocolsInCapitals
    case .listener: value.mapping("AlpnPolicy") { $0.inList }
    case .host: host(value, type: type)
    case .secret: secret(value)
    default: value
    }
  }

  /// A policy of one role, user or group as one that names its owners in a list.
  private static func identityPolicy(_ value: Value) -> Value {
    ["Roles", "Users", "Groups"].reduce(value) { $0.mapping($1) { $0.inList } }
  }

  /// A rule of a security group with its direction, which its type or an argument gives.
  private static func securityGroupRule(_ value: Value, type: String) -> Value {
    let direction = value["Type"]
    let isEgress: Value.Content? =
      switch direction?.text {
      case "egress": .bool(true)
      case "ingress": .bool(false)
      default: direction?.firstUnknownReason.map(Value.Content.unknown)
      }
    let content = isEgress ?? .bool(type.contains("_egress_"))
    let member = ValueObject.Member("IsEgress", Value(content, at: direction?.origin))
    return value.without(["Type"]).setting(member)
  }

  /// A load balancer with its attributes as the list of pairs that the API has.
  private static func loadBalancer(_ value: Value) -> Value {
    let pairs = (value.object?.members ?? []).compactMap { member in
      attributes[member.name].map { pair($0, member) }
    }
    let logs = (value["AccessLogs"]?.list?.last?.object?.members ?? []).map {
      pair("access_logs.s3.\($0.name)", $0)
    }
    guard !(pairs + logs).isEmpty else { return value }
    let list = Value(.list(pairs + logs), at: nil)
    return value.without(Set(attributes.keys).union(["AccessLogs"]))
      .setting(ValueObject.Member("Attributes", list))
  }

  private static func pair(_ key: String, _ member: ValueObject.Member) -> Value {
    member.value.with(
      .object(
        ValueObject([
          ValueObject.Member("Key", Value(.string(key), at: member.key)),
          ValueObject.Member("Value", member.value, key: member.key),
        ])
      )
    )
  }

  private static let attributes = [
    "DesyncMitigationMode": "routing.http.desync_mitigation_mode",
    "DropInvalidHeaderFields": "routing.http.drop_invalid_header_fields.enabled",
    "EnableCrossZoneLoadBalancing": "load_balancing.cross_zone.enabled",
    "EnableDeletionProtection": "deletion_protection.enabled",
    "EnableHttp2": "routing.http2.enabled",
    "EnableWafFailOpen": "waf.fail_open.enabled",
    "IdleTimeout": "idle_timeout.timeout_seconds",
    "PreserveHostHeader": "routing.http.preserve_host_header.enabled",
    "XffHeaderProcessingMode": "routing.http.xff_header_processing.mode",
  ]

  /// A secret with the function that rotates it, which older versions of the provider take here.
  private static func secret(_ value: Value) -> Value {
    guard let function = value["RotationLambdaARN"], !function.isNull else { return value }
    let flag = Value.Content.bool(true)
    return value.setting(ValueObject.Member("RotationEnabled", function.with(flag)))
  }

  /// A machine with its devices and its profile as the API nests them.
  private static func host(_ value: Value, type: String) -> Value {
    let devices = value.mapping("BlockDeviceMappings") { list in
      list.list.map { list.with(.list($0.map(device))) } ?? list
    }
    guard type == "aws_instance" else { return devices }
    return devices.mapping("IamInstanceProfile") { profile in
      profile.object == nil
        ? profile.with(.object(ValueObject([ValueObject.Member("Name", profile)]))) : profile
    }
  }

  /// A device whose name stands beside the volume, not in it.
  private static func device(_ value: Value) -> Value {
    guard let volume = value["Ebs"]?.object else { return value }
    let names: Set = ["DeviceName", "NoDevice", "VirtualName"]
    let outer = volume.members.filter { names.contains($0.name) }
    return outer.reduce(value.mapping("Ebs") { $0.without(names) }) { $0.setting($1) }
  }
}

extension Value {
  /// The value as the only element of a list, unless it is one.
  fileprivate var inList: Value { list == nil ? with(.list([self])) : self }

  /// The object with `member` in it; anything else as it is.
  func setting(_ member: ValueObject.Member) -> Value {
    guard var object else { return self }
    object.set(member)
    return with(.object(object))
  }

  /// The object with the member `name` transformed, where there is one that is not null.
  func mapping(_ name: String, _ transform: (Value) -> Value) -> Value {
    guard let member = object?.member(name), !member.value.isNull else { return self }
    return setting(ValueObject.Member(name, transform(member.value), key: member.key))
  }
}
