/// What a name says about whether its value is a secret.
enum SecretName {
  /// The names that AWS's own controls look for, whatever the value.
  static let exact: Set<String> = [
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA",
  ]

  /// Whether a value of this name is probably a secret.
  ///
  /// The words of the name decide: one that means a secret, unless the last word turns it into
  /// something about a secret (`TOKEN_URL`, `SECRET_ARN`, `PASSWORD_FILE`).
  static func isSuspicious(_ name: String) -> Bool {
    let words = words(of: name)
    guard let last = words.last, !qualifiers.contains(last), !countable.contains(last) else {
      return false
    }
    if words.contains(where: isSecretWord) { return true }
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return pairs.contains { keyWords.contains($0) }
  }

  /// Whether the name says that its value itself is a password, so that digits alone are one too.
  static func isPassword(_ name: String) -> Bool {
    guard let last = words(of: name).last?.withoutCounter else { return false }
    return ["pass", "passphrase", "pwd", "secret"].contains(last) || isPasswordWord(last)
  }

  private static func isPasswordWord(_ word: String) -> Bool {
    word.hasSuffix("password") || word.hasSuffix("passwd")
  }

  private static func isSecretWord(_ written: String) -> Bool {
    let word = written.withoutCounter
    return secretWords.contains(word) || isPasswordWord(word) || word.hasSuffix("secret")
      || keyWords.contains(word)
  }

  private static let secretWords: Set<String> = [
    "secret", "secrets", "token", "passphrase", "credential", "credentials", "pwd", "pass",
    "secretkey", "accesstoken", "apitoken", "authtoken", "dbpass",
  ]

  private static let keyWords: Set<String> = [
    "apikey", "privatekey", "accesskey", "secretkey", "signingkey", "encryptionkey", "authkey",
    "masterkey", "accountkey", "sharedkey", "licensekey", "sshkey",
  ]

  private static let qualifiers: Set<String> = [
    "alg", "algorithm", "arn", "arns", "audience", "backend", "bucket", "cache", "class",
    "cookie", "count", "dir", "directory", "domain", "duration", "enabled", "encoder", "encoding",
    "endpoint", "engine", "expiration", "expires", "expiry", "field", "file", "format", "hasher",
    "header", "host", "id", "ids", "in", "interval", "issuer", "kind", "label", "leeway", "length",
    "lifetime", "location", "manager", "max", "method", "min", "mode", "name", "names", "param",
    "parameter", "path", "policy", "port", "prefix", "provider", "ref", "region",
    "required", "rotation", "scope", "service", "size", "source", "stage", "store", "strategy",
    "suffix", "through", "timeout", "ttl", "type", "uri", "url", "user", "username", "validity",
    "version",
  ]

  /// Last words of counts, as in `MAX_TOKENS`.
  private static let countable: Set<String> = ["tokens", "passes"]

  /// The words of a name, small: `dbPassword`, `DB_PASSWORD` and `db-password` have the same two.
  static func words(of name: String) -> [String] {
    var words: [[UInt8]] = [[]]
    var wasLower = false
    for byte in name.utf8 {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      if !SecretPattern.Alphabet.alphanumeric.contains(byte) || (isUpper && wasLower) {
        words.append([])
      }
      if SecretPattern.Alphabet.alphanumeric.contains(byte) {
        words[words.count - 1].append(byte.asciiLowercased)
      }
      wasLower = byte >= 0x61 && byte <= 0x7A
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  /// The word without the number that tells it from others of its kind, as in `password2`.
  fileprivate var withoutCounter: String {
    String(
      decoding: utf8.reversed().drop(while: SecretPattern.Alphabet.isDigit).reversed(),
      as: UTF8.self
    )
  }
}
