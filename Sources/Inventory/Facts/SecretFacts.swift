/// Facts about secrets in plain text; they name the place, never the value.
enum SecretFacts {
  /// The names of the environment variables that hold a secret.
  static let environment: Fact = { site in
    guard let variables = site.value["environment"] else { return nil }
    let found = variables.elements.compactMap { variable -> Value? in
      if variable.unknownReason != nil { return variable }
      guard let pair = variable.object.flatMap(NameValuePair.init),
        let name = pair.name.text, let value = pair.value
      else { return nil }
      return finding(name: name, value: value, in: site.inventory)
    }
    return site.list(found)
  }

  /// The name at the value's place where the value is a secret; unknown where it may be.
  static func finding(name: String, value: Value, in inventory: Inventory) -> Value? {
    if SecretName.exact.contains(name) {
      return value.isSecretReference(in: inventory) ? nil : value.named(name)
    }
    switch value.content {
    case .string(let text):
      let isSuspicious = SecretName.isSuspicious(name) && !SecretText.isPlaceholder(text)
      return isSuspicious || SecretText.holdsSecret(text) ? value.named(name) : nil
    case .partial(let pieces):
      if SecretText.holdsSecret(pieces.joinedForSecrets) { return value.named(name) }
      return SecretName.isSuspicious(name) ? value.unknownParameter : nil
    case .unknown: return SecretName.isSuspicious(name) ? value.unknownParameter : nil
    default: return nil
    }
  }

  /// The places outside `environment` that hold a secret.
  static let elsewhere: Fact = { site in
    let container = site.value
    let words =
      commandPlaces("command", container["command"])
      + commandPlaces("entryPoint", container["entryPoint"])
      + commandPlaces("healthCheck.command", container.at("healthCheck", "command"))
    let maps =
      mapPlaces("dockerLabels", container["dockerLabels"], in: site.inventory)
      + mapPlaces(
        "logConfiguration.options",
        container.at("logConfiguration", "options"),
        in: site.inventory
      )
      + mapPlaces(
        "firelensConfiguration.options",
        container.at("firelensConfiguration", "options"),
        in: site.inventory
      )
    return site.list(words + maps)
  }

  private static func commandPlaces(_ place: String, _ words: Value?) -> [Value] {
    guard let words = words?.list else { return [] }
    return words.indices.compactMap { index in
      let option = index > 0 ? words[index - 1].text : nil
      return holdsSecret(words[index], after: option)
        ? words[index].named("\(place)[\(index)]") : nil
    }
  }

  private static func holdsSecret(_ word: Value, after option: String?) -> Bool {
    let text: String
    switch word.content {
    case .string(let known): text = known
    case .partial(let pieces): text = pieces.joinedForSecrets
    default: return false
    }
    if SecretText.holdsSecret(text) { return true }
    guard let option, option.hasPrefix("--"), !option.contains("="), !text.hasPrefix("-") else {
      return false
    }
    return SecretName.isSuspicious(option) && !SecretText.isPlaceholder(text)
  }

  private static func mapPlaces(_ place: String, _ map: Value?, in inventory: Inventory) -> [Value]
  {
    guard let members = map?.object?.members else { return [] }
    return members.compactMap { member in
      finding(name: member.name, value: member.value, in: inventory).map {
        $0.unknownReason == nil ? $0.named("\(place).\(member.name)") : $0
      }
    }
  }
}

extension Value {
  /// The unknown value, where a parameter without a value is what makes it so.
  fileprivate var unknownParameter: Value? {
    if case .parameter(let name)? = firstUnknownReason { unknown(.parameter(name)) } else { nil }
  }

  /// Whether the text is fetched from, or names, a place that keeps secrets.
  fileprivate func isSecretReference(in inventory: Inventory) -> Bool {
    switch content {
    case .unknown(.dynamicReference): return true
    case .reference(let reference):
      let kind = inventory[reference.resource]?.kind
      return kind == .secret || kind == .parameter
    case .partial(let pieces):
      return pieces.contains { if case .unknown(.dynamicReference) = $0 { true } else { false } }
    default: return isNull
    }
  }
}

extension [TextPiece] {
  /// The text with every unknown piece in the form of a variable, which is no secret.
  fileprivate var joinedForSecrets: String { map { $0.literal ?? "${}" }.joined() }
}
