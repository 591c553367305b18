/// Facts about repositories of container images and the registry around them.
enum RepositoryFacts {
  static let table: [String: Fact] = [
    "customerKey": DataFacts.customerKey("kmsKey", in: "encryptionConfiguration"),
    "grantingStatements": { site in
      let document = PolicyDocument(site.value["repositoryPolicyText"])
      let allowing = document.statements.filter(\.isAllow).map { $0.value.named($0.name) }
      return site.list(allowing + document.unknowns)
    },
    "isSigned": isSigned,
    "publicStatements": publicStatements("repositoryPolicyText"),
    "registryScanFrequency": registryScanFrequency,
  ]

  /// The statements of the policy in `member` that grant something to everybody.
  static func publicStatements(_ member: String) -> Fact {
    { site in site.list(PublicAccess.statements(of: PolicyDocument(site.value[member]))) }
  }

  /// How often the registry scans the repository, where one of its rules covers it.
  static let registryScanFrequency: Fact = { site in
    let rules = site.inventory.rules(of: .registryScanning)
    var manual: Value?
    var unknown: Value?
    for rule in rules {
      switch site.isCovered(by: rule) {
      case .unknown(let reason): unknown = rule.unknown(reason)
      case .bool(true):
        let frequency = rule["scanFrequency"]
        if frequency?.text != "MANUAL" { return frequency }
        manual = frequency
      default: continue
      }
    }
    return unknown ?? manual
  }

  /// Whether a rule of the registry has images of the repository signed.
  static let isSigned: Fact = { site in
    var unknown: Value?
    for rule in site.inventory.rules(of: .registrySigning) {
      switch site.isCovered(by: rule) {
      case .unknown(let reason): unknown = rule.unknown(reason)
      case .bool(true): return site.bool(true, from: rule)
      default: continue
      }
    }
    return unknown ?? site.elsewhere ?? site.bool(false)
  }
}

extension Inventory {
  /// The rules of the registry configurations of `kind`.
  fileprivate func rules(of kind: ResourceKind) -> [Value] {
    resources(of: kind).flatMap { $0.partList("rules") }
  }
}

extension FactSite {
  /// Whether a filter of `rule` covers the repository: true, false or unknown.
  ///
  /// A signing rule without filters covers every repository.
  fileprivate func isCovered(by rule: Value) -> Value.Content {
    if let reason = rule.unknownReason { return .unknown(reason) }
    guard let filters = rule["repositoryFilters"]?.elements else {
      return .bool(rule["scanFrequency"] == nil)
    }
    var reason: UnknownReason?
    for filter in filters {
      let pattern = filter["filter"] ?? filter
      if pattern.isStar { return .bool(true) }
      guard let text = pattern.text else {
        reason = pattern.firstUnknownReason
        continue
      }
      // A scanning filter without an asterisk covers the names that contain it.
      let isPart = rule["scanFrequency"] != nil && !text.contains("*")
      switch value["repositoryName"].isCovered(by: isPart ? "*\(text)*" : text) {
      case .bool(true): return .bool(true)
      case .unknown(let doubt): reason = doubt
      default: continue
      }
    }
    return reason.map { .unknown($0) } ?? .bool(false)
  }
}

extension Value? {
  /// Whether the text matches `pattern`: true, false or unknown.
  ///
  /// What is known of the beginning of a text decides where the pattern begins like it, or not.
  fileprivate func isCovered(by pattern: String) -> Value.Content {
    if let text = self?.text { return .bool(Glob(pattern).covers(text)) }
    let unknown = Value.Content.unknown(self?.firstUnknownReason ?? .attribute("repositoryName"))
    guard case .partial(let pieces)? = self?.content, let known = pieces.first?.literal else {
      return unknown
    }
    let start = pattern.prefix { $0 != "*" && $0 != "?" }
    if pattern == start + "*", known.hasPrefix(start) { return .bool(true) }
    return known.hasPrefix(start) || start.hasPrefix(known) ? unknown : .bool(false)
  }
}
