/// What a text itself says about whether it holds a secret.
enum SecretText {
  /// Whether `text` holds a key of a well-known format, a private key, or a URL with a password.
  static func holdsKey(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return SecretPattern.all.contains { $0.occurs(in: bytes) }
      || (text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----"))
      || holdsCredentialURL(text) || holdsAuthorization(text)
  }

  /// Whether `text` sets something with a suspicious name: `--password=x`, `Pwd=x;`, `TOKEN=x cmd`.
  static func holdsAssignment(_ text: String) -> Bool {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).contains { before, after in
      let name = before.reversed().prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
      }
      let value = after.trimmingQuotes.prefix { !" ;&\"',\n\t".contains($0) }
      return SecretName.isSuspicious(String(name.reversed())) && !isPlaceholder(String(value))
    }
  }

  /// Whether `text` stands in for a value that is not there, or is plainly no secret.
  static func isPlaceholder(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower.isEmpty || Double(lower) != nil || fillers.contains(lower) { return true }
    if beginnings.contains(where: lower.hasPrefix) { return true }
    if lower.contains("://") { return !holdsCredentialURL(text) }
    if lower.contains("changeme") || lower.contains("change_me") || lower.contains("change-me") {
      return true
    }
    return Set(lower).count == 1 && "x*.-_?".contains(lower.prefix(1))
  }

  private static let fillers: Set<String> = [
    "dummy", "example", "false", "no", "none", "null", "nil", "off", "on", "placeholder",
    "replace_me", "replaceme", "replace-me", "tbd", "todo", "true", "undefined", "unset", "yes",
    "fixme", "redacted", "secret_name", "default",
  ]

  private static let beginnings = [
    "arn:", "$", "{{", "<", "[", "/", "./", "../", "~/", "file:", "ssm:", "secretsmanager:",
    "your-",
    "your_", "my-secret-name", "%", "#{", "@", "vault:",
  ]

  /// Whether `text` holds `scheme://user:password@host`.
  static func holdsCredentialURL(_ text: String) -> Bool {
    var rest = text[...]
    while let found = rest.firstRange(of: "://") {
      rest = rest[found.upperBound...]
      let authority = rest.prefix { !"/ ?#\"'<>\n".contains($0) }
      guard let at = authority.lastIndex(of: "@") else { continue }
      let user = authority[..<at]
      guard let colon = user.firstIndex(of: ":") else { continue }
      if !isPlaceholder(String(user[user.index(after: colon)...])) { return true }
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
  /// The text behind leading quotes.
  fileprivate var trimmingQuotes: Substring { drop { $0 == "\"" || $0 == "'" } }

  /// Where `pattern` first stands.
  func firstRange(of pattern: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let tail = self[start...]
      if tail.hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension String {
  /// Where `pattern` first stands.
  func firstRange(of pattern: String) -> Range<Index>? { self[...].firstRange(of: pattern) }
}
