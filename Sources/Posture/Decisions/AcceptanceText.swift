/// A decision as an entry of the register.
package struct AcceptanceText {
  private let members: [(key: String, value: String)]
  private let answers: [[(key: String, value: String)]]

  /// Writes down `acceptance`.
  package init(_ acceptance: Acceptance) {
    let target = acceptance.target
    let terms = acceptance.terms
    let texts: [(key: String, value: String?)] = [
      ("control", target.control), ("resource", target.resource == "*" ? nil : target.resource),
      ("file", target.file), ("container", target.part), ("variable", target.variable),
      ("reason", terms.reason), ("owner", terms.owner), ("approver", terms.approver),
      ("until", terms.until), ("ticket", terms.ticket),
      ("status", terms.status == .suppressed ? nil : terms.status.rawValue),
      ("created", terms.created),
    ]
    members = AcceptanceText.written(texts)
    answers = terms.evidence.map { answer in
      AcceptanceText.written([
        ("question", answer.question), ("answer", answer.answer), ("by", answer.by),
        ("date", answer.date),
      ])
    }
  }

  private static func written(
    _ texts: [(key: String, value: String?)]
  ) -> [(key: String, value: String)] {
    texts.compactMap { key, value in value.map { (key, $0.isPlain ? $0 : $0.quoted) } }
  }

  /// The entry over several lines, without a newline at its end.
  package func block(indent: Int) -> String {
    var lines = AcceptanceText.element(members, indent: indent)
    if !answers.isEmpty {
      lines.append(AcceptanceText.spaces(indent + 2) + "evidence:")
      lines += answers.flatMap { AcceptanceText.element($0, indent: indent + 4) }
    }
    return lines.joined(separator: "\n")
  }

  /// The entry on one line.
  var flow: String {
    var parts = members.map { "\($0.key): \($0.value)" }
    if !answers.isEmpty {
      let list = answers.map { answer in
        "{ " + answer.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
      }
      parts.append("evidence: [\(list.joined(separator: ", "))]")
    }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private static func element(_ members: [(key: String, value: String)], indent: Int) -> [String] {
    members.enumerated().map { index, member in
      spaces(indent) + (index == 0 ? "- " : "  ") + "\(member.key): \(member.value)"
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension String {
  /// Whether YAML reads the text as it is, on one line of a list in brackets as well.
  fileprivate var isPlain: Bool {
    guard let first = unicodeScalars.first, first.isWordCharacter, last != " " else { return false }
    return lowercased() != "null"
      && unicodeScalars.allSatisfy {
        $0.isWordCharacter || " ./_@()-;+".unicodeScalars.contains($0)
      }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or digit of ASCII, or a letter or mark of Japanese text.
  fileprivate var isWordCharacter: Bool {
    if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) }
    return "\u{3001}"..."\u{30FF}" ~= self || "\u{4E00}"..."\u{9FFF}" ~= self
  }
}
