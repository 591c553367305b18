import SourceText

/// A decision in a comment, in the notation of this program or of another.
struct DecisionComment {
  let acceptance: Acceptance
  /// The bytes of the comment that holds it.
  let comment: SourceRange
}

/// Reads the decisions in the comments of a source.
struct DecisionCommentReader {
  private(set) var found: [DecisionComment] = []
  private var reader = AcceptanceReader()

  var diagnostics: [Diagnostic] { reader.diagnostics }

  init(_ source: AnnotatedSource) {
    for comment in source.comments where source.file.bytes[comment.bounds].namesDecision {
      for line in CommentLine.lines(of: comment, in: source.file) {
        let decisions = own(line) ?? (checkov(line) + trivy(line))
        found += decisions.map { DecisionComment(acceptance: $0, comment: comment) }
      }
    }
  }

  /// Reads `funaban:accept ECS.5 reason="…" until=2027-01-31`; `nil` for another comment.
  private mutating func own(_ line: CommentLine) -> [Acceptance]? {
    var words = CommentWords(line)
    guard let mark = words.next(), mark.value == "funaban:accept" else { return nil }
    var fields: [AcceptanceReader.Field] = []
    while let word = words.next() {
      let key = word.key ?? (fields.isEmpty ? "control" : word.value)
      fields.append(
        AcceptanceReader.Field(
          key: key,
          value: word.value,
          keyPlace: word.location,
          place: word.location
        )
      )
    }
    return [reader.read(fields, source: .comment, at: line.location)].compactMap { $0 }
  }

  /// Reads `checkov:skip=CKV_AWS_336:reason`.
  ///
  /// Source: https://github.com/bridgecrewio/checkov/blob/main/docs/2.Basics/Suppressing%20and%20Skipping%20Policies.md
  private func checkov(_ line: CommentLine) -> [Acceptance] {
    let text = line.string
    for mark in ["checkov:skip=", "bridgecrew:skip="] {
      guard let parts = text.split(atFirst: mark) else { continue }
      let rest = parts.after.drop { $0 == " " }
      let id = rest.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      let reason = rest.dropFirst(id.count)
      guard !id.isEmpty else { continue }
      var terms = Acceptance.Terms()
      if reason.first == ":" { terms.reason = String(reason.dropFirst()).unquoted }
      let target = Acceptance.Target(control: String(id))
      return [Acceptance(target, terms, source: .checkov, location: line.location)]
    }
    return []
  }

  /// Reads every `trivy:ignore:AWS-0035:exp:2027-01-31`; what else the line says is the reason.
  ///
  /// One that holds only in a workspace, or for some parameters of a check, is left alone.
  /// Source: https://trivy.dev/docs/latest/scanner/misconfiguration/#filtering-misconfigurations
  private func trivy(_ line: CommentLine) -> [Acceptance] {
    let words = line.string.split { $0 == " " || $0 == "\t" }
    let rules = words.map { TrivyRule($0.drop { "#/*".contains($0) }) }
    let others = zip(words, rules).filter { $0.1 == nil }.map(\.0)
    return rules.compactMap { $0 }.filter(\.isUnconditional).map { rule in
      var terms = Acceptance.Terms()
      terms.reason = others.joined(separator: " ").unquoted
      terms.until = rule.expiry
      return Acceptance(
        Acceptance.Target(control: rule.id),
        terms,
        source: rule.source,
        location: line.location
      )
    }
  }
}

/// One word `trivy:ignore:…` of a comment.
private struct TrivyRule {
  let source: Acceptance.Source
  let id: String
  private(set) var expiry: String?
  private(set) var isUnconditional: Bool

  init?(_ word: Substring) {
    var parts = word.split(separator: ":", omittingEmptySubsequences: false)[...]
    guard let tool = parts.popFirst(),
      let source = ["trivy": Acceptance.Source.trivy, "tfsec": .tfsec][tool],
      parts.popFirst() == "ignore", let id = parts.popFirst(), !id.isEmpty
    else { return nil }
    self.source = source
    self.id = String(id)
    isUnconditional = !id.contains("[")
    while let key = parts.popFirst() {
      let value = parts.popFirst().map(String.init) ?? ""
      if key == "exp", CalendarDay(value) != nil {
        expiry = value
      } else {
        isUnconditional = false
      }
    }
  }
}

extension String {
  /// What stands before and behind the first `mark`; `nil` where there is none.
  fileprivate func split(atFirst mark: String) -> (before: Substring, after: Substring)? {
    guard let range = firstRange(of: mark) else { return nil }
    return (self[..<range.lowerBound], self[range.upperBound...])
  }

  /// The text without blanks and one pair of quotes around it.
  fileprivate var unquoted: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.count >= 2, text.first == "\"", text.last == "\"" {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}
