/// Facts about listeners, secrets and parameters.
enum DataFacts {
  static let listener: [String: Fact] = ["redirectsToHttps": redirectsToHttps]

  static let parameter: [String: Fact] = [
    "customerKey": customerKey("KeyId"), "plaintextSecret": plaintextSecret,
  ]

  static let secret: [String: Fact] = [
    "customerKey": customerKey("KmsKeyId"),
    "rotationDays": { site in
      let own = [site.value["RotationRules"]?.rotationDays]
      let days = site.schedules.map { schedule in
        let days = schedule.resource.properties["RotationRules"]?.rotationDays
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
      if let holder, holder.unknownReason != nil { return holder }
      guard let key = holder?[member], !key.isNull else { return nil }
      if case .undefined(let name) = key.unknownReason { return key.named(name) }
      let alias = site.alias(behind: key)
      guard let text = (alias ?? key).text else { return alias?.doubt.map(key.unknown) ?? key }
      let isManaged = text.isEmpty || text.hasPrefix("aws/") || text.contains("alias/aws/")
      return isManaged ? nil : key.source.map { key.with(.reference($0)) } ?? key
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

extension FactSite {
  /// The alias by which the data source that `key` refers to finds a key.
  fileprivate func alias(behind key: Value) -> Value? {
    guard let reference = key.source, let source = inventory[reference.resource],
      ["aws_kms_alias", "aws_kms_key"].contains(source.type)
    else { return nil }
    return source.properties[source.type == "aws_kms_alias" ? "name" : "key_id"]
  }
}

extension Value {
  /// Why it is not known which key the name of one leads to; a reference leads to the user's own.
  fileprivate var doubt: UnknownReason? { reference == nil ? firstUnknownReason : nil }

  /// The days between two rotations, by the number in the rules or by their schedule.
  fileprivate var rotationDays: Value? {
    if unknownReason != nil { return self }
    if let days = self["AutomaticallyAfterDays"], !days.isNull { return days }
    guard let schedule = self["ScheduleExpression"] else { return nil }
    guard let text = schedule.text else {
      return schedule.unknown(schedule.firstUnknownReason ?? .malformed(expected: "string"))
    }
    let words = text.split { " ()".contains($0) }
    if words.count == 3, words[0] == "rate", let count = Int(words[1]) {
      return schedule.with(.number(String(words[2].hasPrefix("hour") ? count / 24 : count)))
    }
    // A schedule for every month leaves no more than a month between two rotations.
    let isMonthly = words.count == 7 && words[0] == "cron" && words[4] == "*"
    return isMonthly ? nil : schedule.unknown(.function(String(words.first ?? "")))
  }
}
