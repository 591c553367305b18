import SourceText
import Syntax

/// Reads decisions, wherever they are written, and reports what is wrong with them.
struct AcceptanceReader {
  /// One `key: value` of a decision.
  struct Field {
    let key: String
    let value: String
    /// The bytes of the key.
    let keyPlace: SourceLocation
    /// The bytes of the value.
    let place: SourceLocation
  }

  /// The keys of a decision, in the order in which they are written.
  static let keys = [
    "control", "resource", "file", "part", "container", "variable", "reason", "owner", "approver",
    "until", "ticket", "status", "evidence", "created",
  ]

  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a mapping; `nil` for one that does not count.
  mutating func read(_ node: Node, source: Acceptance.Source) -> Acceptance? {
    guard node.kind == .mapping else {
      report(.keysMissing, at: node.location)
      return nil
    }
    let problems = diagnostics.count
    var fields: [Field] = []
    var evidence: [StakeholderAnswer] = []
    for entry in node.entries where entry.value.kind != .null {
      let key = entry.key.string ?? ""
      if key == "evidence" {
        evidence = answers(entry.value)
      } else if let value = entry.value.string {
        fields.append(
          Field(
            key: key,
            value: value,
            keyPlace: entry.key.location,
            place: entry.value.location
          )
        )
      } else {
        report(.noText(key), at: entry.value.location)
      }
    }
    guard diagnostics.count == problems else { return nil }
    return read(fields, evidence: evidence, source: source, at: node.location)
  }

  /// Puts the fields of a decision together; `nil` where one of them makes it void.
  mutating func read(
    _ fields: [Field],
    evidence: [StakeholderAnswer] = [],
    source: Acceptance.Source,
    at location: SourceLocation
  ) -> Acceptance? {
    let problems = diagnostics.count
    for field in fields { check(field) }
    let values = Dictionary(fields.map { ($0.key, $0.value) }) { $1 }
    if values["part"] != nil, values["container"] != nil { report(.twoParts, at: location) }
    guard let control = values["control"], let reason = values["reason"] else {
      report(.keysMissing, at: location)
      return nil
    }
    guard diagnostics.count == problems else { return nil }
    var target = Acceptance.Target(control: control)
    target.resource = values["resource"] ?? "*"
    target.file = values["file"]
    target.part = values["part"] ?? values["container"]
    target.variable = values["variable"]
    var terms = Acceptance.Terms()
    terms.reason = reason
    terms.owner = values["owner"]
    terms.approver = values["approver"]
    terms.until = values["until"]
    terms.ticket = values["ticket"]
    terms.created = values["created"]
    terms.status = values["status"].flatMap(WorkflowStatus.init) ?? .suppressed
    terms.evidence = evidence
    return Acceptance(target, terms, source: source, location: location)
  }

  /// Reports what is wrong with one field: a misspelt `resource` would accept everything.
  private mutating func check(_ field: Field) {
    let isKnown = AcceptanceReader.keys.contains(field.key) && field.key != "evidence"
    if !isKnown {
      report(.unknownKey(field.key), at: field.keyPlace)
    } else if field.value.isEmpty {
      report(.noText(field.key), at: field.place)
    } else if ["until", "created"].contains(field.key), CalendarDay(field.value) == nil {
      report(.noDay(field.key), at: field.place)
    } else if field.key == "status", !["SUPPRESSED", "NOTIFIED"].contains(field.value) {
      report(.noStatus(field.value), at: field.place)
    }
  }

  private mutating func answers(_ list: Node) -> [StakeholderAnswer] {
    guard list.kind == .sequence else {
      report(.noAnswers, at: list.location)
      return []
    }
    return list.elements.compactMap { node in
      let keys = node.entries.map { $0.key.string ?? "" }
      guard let question = node["question"]?.string, let answer = node["answer"]?.string,
        Set(keys).isSubset(of: ["question", "answer", "by", "date"])
      else {
        report(.noAnswers, at: node.location)
        return nil
      }
      return StakeholderAnswer(
        question: question,
        answer: answer,
        by: node["by"]?.string,
        date: node["date"]?.string
      )
    }
  }

  /// Reports why a decision does not count.
  mutating func report(_ text: LocalizedText, at location: SourceLocation) {
    diagnostics.append(Diagnostic(.error, "acceptance.invalid", text, at: location))
  }
}

extension LocalizedText {
  fileprivate static let keysMissing = LocalizedText(
    en: "An acceptance needs the keys `control` and `reason`.",
    ja: "受容にはキー `control` と `reason` が必要。"
  )

  fileprivate static let twoParts = LocalizedText(
    en: "`container` is another word for `part`; write one of them.",
    ja: "`container` は `part` の別名。どちらか一方だけを書く。"
  )

  fileprivate static let noAnswers = LocalizedText(
    en: "`evidence` is a list of answers with the keys `question`, `answer`, `by` and `date`.",
    ja: "`evidence` は、キー `question`、`answer`、`by`、`date` を持つ回答のリストで書く。"
  )

  fileprivate static func noText(_ key: String) -> LocalizedText {
    LocalizedText(en: "`\(key)` must be a text.", ja: "`\(key)` は文字列で書く。")
  }

  fileprivate static func noDay(_ key: String) -> LocalizedText {
    LocalizedText(
      en: "`\(key)` must be a day such as 2027-03-31.",
      ja: "`\(key)` は 2027-03-31 のような日付で書く。"
    )
  }

  fileprivate static func noStatus(_ status: String) -> LocalizedText {
    LocalizedText(
      en: "`\(status)` is no status of a decision. Write SUPPRESSED or NOTIFIED.",
      ja: "`\(status)` という判断のステータスはない。SUPPRESSED か NOTIFIED を書く。"
    )
  }

  fileprivate static func unknownKey(_ key: String) -> LocalizedText {
    let names = AcceptanceReader.keys.joined(separator: ", ")
    let similar = NearestName.of(key, in: AcceptanceReader.keys)
    return LocalizedText(
      en: "An acceptance has no key `\(key)`. "
        + (similar.map { "Did you mean `\($0)`?" } ?? "Keys: \(names)."),
      ja: "受容に `\(key)` というキーはない。"
        + (similar.map { "候補: `\($0)`。" } ?? "使えるキー: \(names)。")
    )
  }
}
