/// Facts about listeners, secrets and parameters.
enum DataFacts {
  static let listener: [String: Fact] = ["redirectsToHttps": redirectsToHttps]

  static let parameter: [String: Fact] = ["plaintextSecret": plaintextSecret]

  static let secret: [String: Fact] = [
    "rotationSchedules": { site in
      let schedules = site.inventory.resources(of: .rotationSchedule).compactMap { schedule in
        schedule.properties["SecretId"].flatMap { target -> Value? in
          if target.unknownReason != nil { return target }
          return site.inventory.names(target, site.resource) ? target.named(schedule.id.path) : nil
        }
      }
      let own = site.value["RotationEnabled"].flatMap { $0.isTrue == true ? $0 : nil }
      return site.list(schedules + (own.map { [$0] } ?? []))
    }
  ]

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
    let name = site.value["Name"]?.literalText ?? site.resource.id.path
    let found = SecretFacts.finding(name: name, value: value, in: site.inventory)
    guard let found, let reason = type.firstUnknownReason else { return found }
    return found.unknown(reason)
  }
}
