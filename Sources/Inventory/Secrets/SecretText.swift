/// What a text itself says about whether it holds a secret.
enum SecretText {
  /// Whether `text` is a secret if a setting with the suspicious name `name` holds it.
  static func isSecret(_ text: String, named name: String) -> Bool {
    let isNumber = text.utf8.count >= 4 && text.utf8.allSatisfy(SecretPattern.Alphabet.isDigit)
    return !isPlaceholder(text) || (isNumber && SecretName.isPassword(name))
  }

  /// Whether `text` shows by itself that it holds a secret.
  static func holdsSecret(_ text: String) -> Bool { holdsKey(text) || holdsAssignment(text) }

  /// Whether `text` holds a key of a well-known format, a private key, or a URL with a password.
  static func holdsKey(_ text: String) -> Bool {
    SecretPattern.someOccurs(in: Array(text.utf8))
      || (text.firstRange(of: "-----BEGIN ") != nil
        && text.firstRange(of: "PRIVATE KEY-----") != nil)
      || holdsCredentialURL(text) || holdsAuthorization(text)
  }

  /// Whether `text` sets something with a suspicious name: `--password=x`, `Pwd=x;`, `"token": "x"`.
  static func holdsAssignment(_ text: String) -> Bool {
    for sign in ["=", "\":", "\" :"] {
      var rest = text[...]
      while let found = rest.firstRange(of: sign) {
        let name = text[..<found.lowerBound].reversed().prefix(while: isPartOfName).reversed()
        let isSuspicious = SecretName.isSuspicious(String(name))
        if isSuspicious, isSecret(value(at: found.upperBound, in: text), named: String(name)) {
          return true
        }
        rest = text[found.upperBound...]
      }
    }
    return false
  }

  /// The beginning of the value that is set at `start`, as much as it takes to judge it.
  private static func value(at start: String.Index, in text: String) -> String {
    String(
      text[start...].prefix(256).drop { " \"'".contains($0) }
        .prefix { !" ,;&\"'\n\t}".contains($0) }
    )
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
  }

  /// Whether `text` stands in for a value that is not there, or is plainly no secret.
  static func isPlaceholder(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower.isEmpty || Double(lower) != nil || fillers.contains(lower) { return true }
    if beginnings.contains(where: lower.hasPrefix) || isVariable(text) { return true }
    if lower.contains("://") { return !holdsCredentialURL(text) }
    if lower.contains("changeme") || lower.contains("change_me") || lower.contains("change-me") {
      return true
    }
    return Set(lower).count == 1 && "x*.-_?".contains(lower.prefix(1))
  }

  private static let fillers: Set<String> = [
    "disabled", "dummy", "enabled", "example", "false", "no", "none", "null", "nil", "off", "on",
    "placeholder",
    "replace_me", "replaceme", "replace-me", "tbd", "todo", "true", "undefined", "unset", "yes",
    "fixme", "redacted", "secret_name", "default",
  ]

  private static let beginnings = [
    "arn:", "${", "$(", "{{", "<", "[", "/", "./", "../", "~/", "file:", "env:", "ssm:",
    "secretsmanager:",
    "your-", "your_", "my-secret-name", "#{", "@microsoft.keyvault", "@{", "vault:",
  ]

  /// Whether `text` begins with a variable of a shell, or is one: `$NAME`, `%NAME%`.
  ///
  /// A password may begin with a dollar sign, too: `$ecretP4ss`.
  private static func isVariable(_ text: String) -> Bool {
    if text.hasPrefix("%") { return text.hasSuffix("%") }
    guard text.hasPrefix("$") else { return false }
    let name = text.utf8.drop { $0 == UInt8(ascii: "$") }.prefix {
      $0 != UInt8(ascii: "-") && SecretPattern.Alphabet.word.contains($0)
    }
    guard let first = name.first, !SecretPattern.Alphabet.isDigit(first) else { return false }
    let hasBothCases =
      name.contains { $0 >= 0x61 && $0 <= 0x7A }
      && name.contains { $0 >= 0x41 && $0 <= 0x5A }
    return !(hasBothCases && name.contains(where: SecretPattern.Alphabet.isDigit))
  }

  /// Whether `text` holds `scheme://user:password@host`.
  static func holdsCredentialURL(_ text: String) -> Bool {
    var rest = text[...]
    while let found = rest.firstRange(of: "://") {
      rest = rest[found.upperBound...]
      let authority = rest.prefix { !"/ ?#\"'<>\n".contains($0) }
      guard let at = authority.lastIndex(of: "@") else { continue }
      let user = authority[..<at]
      guard let colon = user.firstIndex(of: ":") else { continue }
      let password = String(user[user.index(after: colon)...])
      if isSecret(password, named: "password") { return true }
    }
    return false
  }

  /// Whether `text` holds an HTTP authorization: `Basic …`, `Bearer …`.
  private static func holdsAuthorization(_ text: String) -> Bool {
    ["Basic ", "Bearer "].contains { scheme in
      guard let found = text.firstRange(of: scheme) else { return false }
      let run = text[found.upperBound...].utf8.prefix { byte in
        SecretPattern.Alphabet.base64.contains(byte) || SecretPattern.Alphabet.dotted.contains(byte)
      }
      return run.count >= 16 && run.contains { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "=") }
    }
  }
}

extension Substring {
  /// Where the ASCII text `pattern` first stands.
  func firstRange(of pattern: String) -> Range<Index>? {
    guard let first = pattern.utf8.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: pattern.utf8) {
        return start..<rest.index(start, offsetBy: pattern.utf8.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension String {
  /// Where the ASCII text `pattern` first stands.
  func firstRange(of pattern: String) -> Range<Index>? { self[...].firstRange(of: pattern) }
}
