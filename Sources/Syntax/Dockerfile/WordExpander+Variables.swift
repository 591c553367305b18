extension WordExpander {
  /// Expands the variable at the dollar sign.
  mutating func dollar() throws(ExpansionError) -> DockerfileText {
    index += 1
    guard next == "{" else {
      let name = name()
      return name.isEmpty ? DockerfileText("$") : plain(variable(name))
    }
    index += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= WordExpander.depthLimit else { throw .tooDeep }
    guard let first = next else { throw .openBrace }
    if ["{", "}", ":"].contains(first) { throw .substitution }
    return try substitution(name())
  }

  /// The value of a variable without any modifier.
  func plain(_ variable: DockerfileVariable) -> DockerfileText {
    switch variable {
    case .unset: DockerfileText()
    case .optional(let gap), .undecided(let gap): DockerfileText(unknown: gap)
    case .set(let text): text
    }
  }

  /// Reads on behind the name in `${name…}`.
  private mutating func substitution(_ name: String) throws(ExpansionError) -> DockerfileText {
    guard let sign = take() else { throw .openBrace }
    switch sign {
    case "}": return plain(variable(name))
    case ":":
      guard let modifier = take() else { throw .openBrace }
      return try modified(name, by: modifier, emptyIsUnset: true)
    case "+", "-", "?", "#", "%": return try modified(name, by: sign, emptyIsUnset: false)
    case "/": return try replaced(name)
    default: throw .substitution
    }
  }

  private mutating func modified(
    _ name: String,
    by modifier: Unicode.Scalar,
    emptyIsUnset: Bool
  ) throws(ExpansionError) -> DockerfileText {
    let isPattern = modifier == "#" || modifier == "%"
    let word = try expand(upTo: "}", keepsEscapes: isPattern)
    if isPattern { return try stripped(variable(name), word, isSuffix: modifier == "%") }
    let isSet = isSet(variable(name), emptyIsUnset: emptyIsUnset)
    switch (modifier, isSet) {
    case (_, nil): return plain(variable(name))
    case ("-", true?), ("?", true?): return plain(variable(name))
    case ("-", false?), ("+", true?): return word
    case ("+", false?): return DockerfileText()
    case ("?", false?): throw .required(name)
    default: throw .substitution
    }
  }

  /// Whether a variable counts as set; `nil` where that is not known.
  ///
  /// A build argument without a default counts as not set, as in a build that is given nothing.
  private func isSet(_ variable: DockerfileVariable, emptyIsUnset: Bool) -> Bool? {
    switch variable {
    case .unset, .optional: false
    case .undecided: nil
    case .set(let text) where emptyIsUnset:
      text.text.map { !$0.isEmpty } ?? (text.pieces.count > 1 ? true : nil)
    case .set: true
    }
  }

  /// Reads a name: a number, one special character, or letters, digits and underscores.
  mutating func name() -> String {
    guard let first = next else { return "" }
    if first.isDigit { return name(while: \.isDigit) }
    if "@*#?-$!".unicodeScalars.contains(first) {
      index += 1
      return String(Character(first))
    }
    return name { $0.isLetter || $0.isDigit || $0 == "_" }
  }

  private mutating func name(while isPart: (Unicode.Scalar) -> Bool) -> String {
    var name = String.UnicodeScalarView()
    while let scalar = next, isPart(scalar) {
      name.append(scalar)
      index += 1
    }
    return String(name)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.generalCategory == .decimalNumber }

  fileprivate var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      true
    default: false
    }
  }
}
