/// Facts about listeners, secrets and parameters.
enum DataFacts {
  static let listener: [String: Fact] = ["redirectsToHttps": redirectsToHttps]

  static let parameter: [String: Fact] = [
    "customerKey": customerKey("KeyId"), "plaintextSecret": plaintextSecret,
  ]

  static let secret: [String: Fact] = [
    "customerKey": customerKey("KmsKeyId"),
    "rotationDays": { site in
      let own = [site.value.at("RotationRules", "AutomaticallyAfterDays")]
      let days = site.schedules.map { schedule in
        let days = schedule.resource.properties.at("RotationRules", "AutomaticallyAfterDays")
        return schedule.name.unknownReason.flatMap { days?.unknown($0) } ?? days
      }
      return site.list((own + days).compactMap { $0 })
    },
    "rotationSchedules": { site in
      let own = site.value["RotationEnabled"].flatMap { $0.isTrue == true ? $0 : nil }
      return site.list(site.schedules.map(\.name) + (own.map { [$0] } ?? []))
    },
  ]

  /// The key in `member`, unless it is the one that AWS manages for the service.
  ///
  /// That one is named by its alias, so a reference is another key, even one to a name that the
  /// template does not define.
  static func customerKey(_ member: String, in part: String? = nil) -> Fact {
    { site in
      let holder = part.map { site.value[$0] } ?? site.value
      guard let key = holder?[member], !key.isNull else { return nil }
      if case .undefined(let name) = key.unknownReason { return key.named(name) }
      guard let text = key.text else { return key }
      let isManaged = text.isEmpty || text.hasPrefix("aws/") || text.contains("alias/aws/")
      return isManaged ? nil : key
    }
  }

  /// Whether the listener does nothing but send clients on to HTTPS.
  static let redirectsToHttps: Fact = { site in
    let actions = site.value["DefaultActions"]?.elements ?? []
    if let opaque = actions.first(where: { $0.unknownReason != nil }) { return opaque }
    let targets = actions.compactMap { $0.at("RedirectConfig", "Protocol") }
    if let target = targets.first(where: { $0.text == "HTTPS" }) {
      return site.bool(true, from: target)
    }
    let doubt = targets.first { $0.firstUnknownReason != nil }
    return doubt.map { $0.unknown($0.firstUnknownReason ?? .malformed(expected: "string")) }
      ?? site.bool(false)
  }

  /// The name of a parameter whose secret value is kept in plain text.
  static let plaintextSecret: Fact = { site in
    guard let type = site.value["Type"], let value = site.value["Value"] else { return nil }
    if type.text == "SecureString" { return nil }
    let name = site.value["Name"]?.nameAsKnown ?? site.resource.id.path
    let found = SecretFacts.finding(name: name, value: value, in: site.inventory)
    guard let found, let reason = type.firstUnknownReason else { return found }
    return found.unknown(reason)
  }
}

extension FactSite {
  /// The schedules by which the secret is rotated, with their names; unknown where one may be.
  fileprivate var schedules: [(resource: Resource, name: Value)] {
    inventory.resources(of: .rotationSchedule).compactMap { schedule in
      guard let written = schedule.properties["SecretId"] else { return nil }
      let target = inventory.secret(of: written)
      if target.unknownReason != nil { return (schedule, target) }
      return inventory.names(target, resource) ? (schedule, target.named(schedule.id.path)) : nil
    }
  }
}

extension Inventory {
  /// The secret that `value` names, also where it names the attachment of one to a database.
  fileprivate func secret(of value: Value) -> Value {
    guard case .resource(let resource) = resolution(of: value, as: .secret),
      resource.type == "AWS::SecretsManager::SecretTargetAttachment"
    else { return value }
    return resource.properties["SecretId"] ?? value
  }
}
