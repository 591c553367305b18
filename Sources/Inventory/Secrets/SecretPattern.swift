/// The well-known formats of secret keys, recognisable without their name.
struct SecretPattern {
  /// The text that every such key begins with.
  let prefix: [UInt8]
  /// The characters that follow.
  let alphabet: Alphabet
  /// How many of them follow.
  let length: ClosedRange<Int>

  /// A set of characters.
  enum Alphabet {
    case upperAlphanumeric
    case alphanumeric
    case base64
    case word
    case dotted
    case hexadecimal

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    func contains(_ byte: UInt8) -> Bool {
      let isDigit = Alphabet.isDigit(byte)
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      return switch self {
      case .upperAlphanumeric: isDigit || isUpper
      case .alphanumeric: isDigit || isUpper || isLower
      case .base64: isDigit || isUpper || isLower || "+/=".utf8.contains(byte)
      case .word: isDigit || isUpper || isLower || "-_".utf8.contains(byte)
      case .dotted: isDigit || isUpper || isLower || "-_.".utf8.contains(byte)
      case .hexadecimal: isDigit || (byte >= 0x61 && byte <= 0x66)
      }
    }
  }

  private init(_ prefix: String, _ alphabet: Alphabet, _ length: ClosedRange<Int>) {
    self.prefix = Array(prefix.utf8)
    self.alphabet = alphabet
    self.length = length
  }

  private static let endless = 100_000

  /// One row a format.
  static let all: [SecretPattern] = [
    // AWS access keys: long-term, temporary, bearer tokens.
    .init("AKIA", .upperAlphanumeric, 16...16), .init("ASIA", .upperAlphanumeric, 16...16),
    .init("ABIA", .upperAlphanumeric, 16...16), .init("ACCA", .upperAlphanumeric, 16...16),
    // GitHub, GitLab.
    .init("ghp_", .alphanumeric, 36...255), .init("gho_", .alphanumeric, 36...255),
    .init("ghu_", .alphanumeric, 36...255), .init("ghs_", .alphanumeric, 36...255),
    .init("ghr_", .alphanumeric, 36...255), .init("github_pat_", .word, 22...255),
    .init("glpat-", .word, 20...255), .init("glrt-", .word, 20...255),
    // Slack.
    .init("xoxb-", .word, 20...255), .init("xoxp-", .word, 20...255),
    .init("xoxa-", .word, 20...255), .init("xoxr-", .word, 20...255),
    .init("xoxs-", .word, 20...255), .init("hooks.slack.com/services/", .base64, 20...255),
    // Stripe.
    .init("sk_live_", .alphanumeric, 16...255), .init("rk_live_", .alphanumeric, 16...255),
    .init("sk_test_", .alphanumeric, 16...255), .init("whsec_", .alphanumeric, 24...255),
    // Google, Azure.
    .init("AIza", .word, 35...35), .init("GOCSPX-", .word, 28...28),
    .init("AccountKey=", .base64, 40...255), .init("SharedAccessKey=", .base64, 40...255),
    // Package registries.
    .init("npm_", .alphanumeric, 36...36), .init("pypi-AgEI", .word, 50...1000),
    // Mail and telephone.
    .init("SG.", .dotted, 60...80), .init("SK", .hexadecimal, 32...32),
    // Application keys of Laravel.
    .init("base64:", .base64, 43...64),
    // Language models.
    .init("sk-ant-", .word, 32...255), .init("sk-proj-", .word, 32...255),
    .init("eyJ", .dotted, 60...endless),
  ]

  /// Whether `text` holds a key of one of the formats, as a word of its own.
  static func someOccurs(in text: [UInt8]) -> Bool {
    // A bit for each ASCII character that begins a word: most texts have few.
    var beginnings: UInt128 = 0
    var isBehindWord = false
    for byte in text {
      if !isBehindWord, byte < 0x80 { beginnings |= 1 << UInt128(byte) }
      isBehindWord = Alphabet.alphanumeric.contains(byte)
    }
    return all.contains { pattern in
      beginnings >> UInt128(pattern.prefix[0]) & 1 == 1 && pattern.occurs(in: text)
    }
  }

  /// Whether `text` holds a key of this format, as a word of its own.
  private func occurs(in text: [UInt8]) -> Bool {
    var index = 0
    while index + prefix.count + length.lowerBound <= text.count {
      defer { index += 1 }
      guard text[index] == prefix[0], text[index...].starts(with: prefix) else { continue }
      if index > 0, SecretPattern.Alphabet.alphanumeric.contains(text[index - 1]) { continue }
      let run = text[(index + prefix.count)...].prefix(length.upperBound + 1)
        .prefix(while: alphabet.contains)
      if length.contains(run.count), !prefix.elementsEqual("eyJ".utf8) || run.isToken {
        return true
      }
      index += run.count
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether the text has the three parts of a JSON Web Token, the second an object too.
  fileprivate var isToken: Bool {
    let parts = split(separator: UInt8(ascii: "."))
    return parts.count == 3 && parts[1].starts(with: "eyJ".utf8)
  }
}
