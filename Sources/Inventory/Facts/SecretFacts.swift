/// Facts about secrets in plain text; they name the place, never the value.
enum SecretFacts {
  /// The names of the environment variables that hold a secret.
  static let environment: Fact = { site in
    guard let variables = site.value["environment"] else { return nil }
    let found = variables.elements.compactMap { variable -> Value? in
      if variable.unknownReason != nil { return variable }
      guard let pair = variable.object.flatMap(NameValuePair.init), let value = pair.value
      else { return nil }
      return finding(name: pair.name.nameAsKnown, value: value, in: site.inventory)
    }
    return site.list(found)
  }

  /// The name at the value's place where the value is a secret; unknown where it may be.
  static func finding(name: String, value: Value, in inventory: Inventory) -> Value? {
    if SecretOutput.stands(in: value, named: name) { return value.named(name) }
    if SecretName.exact.contains(name) {
      return value.isSecretReference(in: inventory) ? nil : value.named(name)
    }
    switch value.content {
    case .string(let text), .number(let text):
      let isSecret = SecretName.isSuspicious(name) && SecretText.isSecret(text, named: name)
      return isSecret || SecretText.holdsSecret(text) ? value.named(name) : nil
    case .partial(let pieces):
      if SecretText.holdsSecret(pieces.joinedForSecrets()) { return value.named(name) }
      return SecretName.isSuspicious(name) || pieces.mayHoldSecret ? value.unknownParameter : nil
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
      return finding(words[index], after: option, at: "\(place)[\(index)]")
    }
  }

  /// The word of a command, called `place`, where it holds a secret; unknown where it may.
  private static func finding(_ word: Value, after option: String?, at place: String) -> Value? {
    let name = option.flatMap { $0.hasPrefix("--") && !$0.contains("=") ? $0 : nil }
    let isOption = name.map(SecretName.isSuspicious) ?? false
    if SecretOutput.stands(in: word, named: name ?? "") { return word.named(place) }
    switch word.content {
    case .string(let text), .number(let text):
      let isSecret =
        isOption && !text.hasPrefix("-")
        && SecretText.isSecret(text, named: name ?? "")
      return isSecret || SecretText.holdsSecret(text) ? word.named(place) : nil
    case .partial(let pieces):
      if SecretText.holdsSecret(pieces.joinedForSecrets()) { return word.named(place) }
      return isOption || pieces.mayHoldSecret ? word.unknownParameter : nil
    case .unknown: return isOption ? word.unknownParameter : nil
    default: return nil
    }
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
    switch content {
    case .unknown(.parameter), .unknown(.variable): self
    case .partial(let pieces): pieces.first(where: \.isParameter)?.reason.map { unknown($0) }
    default: nil
    }
  }

  /// The text of a name, with an asterisk for what is not known of it.
  var nameAsKnown: String {
    if case .partial(let pieces) = content { return pieces.map { $0.literal ?? "*" }.joined() }
    return text ?? "*"
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

extension TextPiece {
  /// Whether a parameter without a value stands here.
  fileprivate var isParameter: Bool {
    switch reason {
    case .parameter?, .variable?: true
    default: false
    }
  }

  /// Why the text of the piece is not known.
  fileprivate var reason: UnknownReason? {
    if case .unknown(let reason) = self { reason } else { nil }
  }
}

extension [TextPiece] {
  /// The text with `parameter` for every parameter without a value, and with every other unknown
  /// piece in the form of a variable, which is no secret.
  fileprivate func joinedForSecrets(parameter: String = "${}") -> String {
    map { $0.literal ?? ($0.isParameter ? parameter : "${}") }.joined()
  }

  /// Whether the text would hold a secret if its parameters were given some value.
  fileprivate var mayHoldSecret: Bool {
    SecretText.holdsSecret(joinedForSecrets(parameter: "given1value"))
  }
}
