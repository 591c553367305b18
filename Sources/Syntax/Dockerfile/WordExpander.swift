/// Expands the variables of one word, and takes its quotes and escapes off.
///
/// Source: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
struct WordExpander {
  let scalars: [Unicode.Scalar]
  var index = 0
  private let escape: Unicode.Scalar
  let variable: (String) -> DockerfileVariable
  var depth = 0
  /// The work that may still be done, in characters written and compared.
  var budget: Int

  /// The most substitutions that may stand within each other.
  static let depthLimit = 50
  /// The longest text that a variable may become.
  static let sizeLimit = 65_536

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

  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func take() -> Unicode.Scalar? {
    guard let scalar = next else { return nil }
    index += 1
    return scalar
  }

  /// Expands up to `end`, which is taken too, or to the end of the word.
  mutating func expand(
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
