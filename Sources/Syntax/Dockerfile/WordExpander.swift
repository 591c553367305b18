/// Expands the variables of one word, and takes its quotes and escapes off.
///
/// Source: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
struct WordExpander {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private let escape: Unicode.Scalar
  private let variable: (String) -> DockerfileVariable
  private var depth = 0
  /// The work that may still be done, in characters written and compared.
  private(set) var budget: Int

  private static let depthLimit = 50
  /// The longest text that a variable may become.
  fileprivate static let sizeLimit = 65_536

  init(
    _ word: String,
    escape: Unicode.Scalar,
    budget: Int,
    variable: @escaping (String) -> DockerfileVariable
  ) {
    scalars = Array(word.unicodeScalars)
    self.escape = escape
    self.budget = budget
    self.variable = variable
  }

  /// Expands the word to its end.
  mutating func expand() throws(ExpansionError) -> DockerfileText {
    try expand(upTo: nil, keepsEscapes: false)
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = next else { return nil }
    index += 1
    return scalar
  }

  /// Expands up to `end`, which is taken too, or to the end of the word.
  private mutating func expand(
    upTo end: Unicode.Scalar?,
    keepsEscapes: Bool
  ) throws(ExpansionError) -> DockerfileText {
    var result = ExpansionResult()
    while let scalar = next {
      if scalar == end {
        index += 1
        return finish(result)
      }
      switch scalar {
      case "'": result.append(try singleQuoted())
      case "\"": result.append(try doubleQuoted(keepsEscapes: keepsEscapes))
      case "$": result.append(try dollar())
      case escape:
        index += 1
        if keepsEscapes { result.append(escape) }
        if let escaped = take() { result.append(escaped) }
      default:
        index += 1
        result.append(scalar)
      }
    }
    if end != nil { throw .openBrace }
    return finish(result)
  }

  /// The text that was put together, unless it is too large.
  private mutating func finish(_ result: consuming ExpansionResult) -> DockerfileText {
    let text = result.finished()
    budget -= text.size
    return budget < 0 || text.size > WordExpander.sizeLimit
      ? DockerfileText(unknown: .tooLarge) : text
  }

  private mutating func singleQuoted() throws(ExpansionError) -> DockerfileText {
    index += 1
    var text = String.UnicodeScalarView()
    while let scalar = take() {
      if scalar == "'" { return DockerfileText(String(text)) }
      text.append(scalar)
    }
    throw .openQuote
  }

  private mutating func doubleQuoted(
    keepsEscapes: Bool
  ) throws(ExpansionError) -> DockerfileText {
    index += 1
    var result = ExpansionResult()
    while let scalar = next {
      if scalar == "$" {
        result.append(try dollar())
        continue
      }
      index += 1
      if scalar == "\"" { return result.finished() }
      guard scalar == escape else {
        result.append(scalar)
        continue
      }
      if keepsEscapes { result.append(scalar) }
      guard let escaped = next else { continue }
      if ["\"", "$", escape].contains(escaped) { index += 1 }
      result.append(["\"", "$", escape].contains(escaped) ? escaped : scalar)
    }
    throw .openQuote
  }

  // MARK: Variables

  private mutating func dollar() throws(ExpansionError) -> DockerfileText {
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
  private func plain(_ variable: DockerfileVariable) -> DockerfileText {
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

  // MARK: Patterns

  private mutating func stripped(
    _ variable: DockerfileVariable,
    _ word: DockerfileText,
    isSuffix: Bool
  ) throws(ExpansionError) -> DockerfileText {
    guard var pattern = word.text, let value = plain(variable).text else {
      return DockerfileText(unknown: plain(variable).firstGap ?? word.firstGap ?? .tooLarge)
    }
    let isLongest = pattern.utf8.first == (isSuffix ? UInt8(ascii: "%") : UInt8(ascii: "#"))
    if isLongest { pattern.removeFirst() }
    guard let shell = ShellPattern(pattern) else { throw .substitution }
    guard spend(pattern, value) else { return DockerfileText(unknown: .tooLarge) }
    return DockerfileText(shell.stripped(from: value, isSuffix: isSuffix, isLongest: isLongest))
  }

  /// Reads `pattern/replacement}`; a second slash in front replaces all.
  private mutating func replaced(_ name: String) throws(ExpansionError) -> DockerfileText {
    let isGlobal = next == "/"
    if isGlobal { index += 1 }
    let pattern = try expand(upTo: "/", keepsEscapes: true)
    let replacement = try expand(upTo: "}", keepsEscapes: true)
    let value = plain(variable(name))
    guard let pattern = pattern.text, let new = replacement.text, let old = value.text else {
      let gap = value.firstGap ?? pattern.firstGap ?? replacement.firstGap
      return DockerfileText(unknown: gap ?? .tooLarge)
    }
    guard let shell = ShellPattern(pattern) else { throw .substitution }
    let width = old.unicodeScalars.count
    guard spend(pattern, old, times: width), width * new.utf8.count <= WordExpander.sizeLimit
    else { return DockerfileText(unknown: .tooLarge) }
    return DockerfileText(shell.replaced(in: old, by: new, isGlobal: isGlobal))
  }

  /// Pays for comparing a pattern with a text; whether there was enough.
  private mutating func spend(_ pattern: String, _ text: String, times: Int = 1) -> Bool {
    let (one, isTooMuch) = (pattern.utf8.count + 1)
      .multipliedReportingOverflow(by: text.utf8.count + 1)
    let (all, isWayTooMuch) = one.multipliedReportingOverflow(by: max(1, times))
    guard !isTooMuch, !isWayTooMuch, all <= budget else { return false }
    budget -= all
    return true
  }

  // MARK: Names

  /// Reads a name: a number, one special character, or letters, digits and underscores.
  private mutating func name() -> String {
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

/// An expanded text in the making.
private struct ExpansionResult {
  private var text = DockerfileText()
  private var literal = String.UnicodeScalarView()
  private var size = 0

  mutating func append(_ scalar: Unicode.Scalar) { literal.append(scalar) }

  /// Adds a text; one that makes the whole too large is counted but not kept.
  mutating func append(_ other: DockerfileText) {
    size += other.size
    guard size <= WordExpander.sizeLimit else { return }
    if let known = other.text {
      literal += known.unicodeScalars
    } else {
      flush()
      text.append(other)
    }
  }

  private mutating func flush() {
    text.append(String(literal))
    literal = String.UnicodeScalarView()
  }

  consuming func finished() -> DockerfileText {
    guard size <= WordExpander.sizeLimit else { return DockerfileText(unknown: .tooLarge) }
    flush()
    return text
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
