/// A verb of a format such as `%-10.2f` or `%[2]s`.
struct FormatVerb {
  /// The letter.
  let letter: Unicode.Scalar
  /// The index of the argument.
  let argument: Int
  let flags: Set<Unicode.Scalar>
  let width: Int
  let precision: Int?

  /// A part of a format.
  enum Part {
    case text(String)
    case verb(FormatVerb)
  }

  /// What is wrong with a format.
  enum Fault: Error {
    /// The text ends within a verb.
    case unfinished
    /// The character is no verb.
    case letter(Unicode.Scalar)
    /// A width or a precision is beyond all use.
    case tooLarge
  }

  private static let letters = Set("vtbdoxXeEfgGsq%".unicodeScalars)
  private static let largest = 100_000

  /// Splits `format` into its texts and verbs.
  static func parts(of format: String) throws(Fault) -> [Part] {
    var parts: [Part] = []
    var text = ""
    var next = 0
    var rest = format.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let verb = try FormatVerb(&rest, next: next)
      if verb.letter == "%" {
        text += "%"
        continue
      }
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
      parts.append(.verb(verb))
      next = verb.argument + 1
    }
    return text.isEmpty ? parts : parts + [.text(text)]
  }

  private init(_ rest: inout Substring.UnicodeScalarView, next: Int) throws(Fault) {
    var flags: Set<Unicode.Scalar> = []
    while let scalar = rest.first, ["0", "+", "-", " ", "#"].contains(scalar) {
      flags.insert(scalar)
      rest.removeFirst()
    }
    self.flags = flags
    width = try Self.number(&rest) ?? 0
    if rest.first == "." {
      rest.removeFirst()
      precision = try Self.number(&rest) ?? 0
    } else {
      precision = nil
    }
    argument = try Self.index(&rest) ?? next
    guard let letter = rest.popFirst() else { throw .unfinished }
    guard Self.letters.contains(letter) else { throw .letter(letter) }
    self.letter = letter
  }

  private static func number(_ rest: inout Substring.UnicodeScalarView) throws(Fault) -> Int? {
    let digits = rest.prefix { "0"..."9" ~= $0 }
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    guard let number = Int(String(digits)), number <= largest else { throw .tooLarge }
    return number
  }

  /// The index of `[2]`, from 0.
  private static func index(_ rest: inout Substring.UnicodeScalarView) throws(Fault) -> Int? {
    guard rest.first == "[" else { return nil }
    rest.removeFirst()
    let number = try number(&rest)
    guard rest.popFirst() == "]", let number, number > 0 else { throw .unfinished }
    return number - 1
  }

  /// The text with blanks, or zeros, around it up to the width.
  func padded(_ text: String) -> String {
    let count = width > 0 ? text.count : 0
    guard count < width else { return text }
    let padding = String(repeating: flags.contains("0") ? "0" : " ", count: width - count)
    return flags.contains("-") && !flags.contains("0") ? text + padding : padding + text
  }

  /// A number with its sign, padded behind the sign where the padding is of zeros.
  func padded(digits: String, isNegative: Bool) -> String {
    let sign = isNegative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : ""
    let missing = width - sign.utf8.count - digits.utf8.count
    if flags.contains("0"), !flags.contains("-"), missing > 0 {
      return sign + String(repeating: "0", count: missing) + digits
    }
    let padding = String(repeating: " ", count: max(0, missing))
    return flags.contains("-") ? sign + digits + padding : padding + sign + digits
  }
}
