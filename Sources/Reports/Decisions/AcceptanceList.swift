package import Posture
package import SourceText

/// One decision as the list shows it.
package struct AcceptanceListEntry: Sendable {
  let acceptance: Acceptance
  let number: Int?
  let isCurrent: Bool
  let isUsed: Bool
  let age: Int?
  let daysLeft: Int?

  /// Describes a decision.
  ///
  /// - Parameters:
  ///   - decision: the decision, held against the findings of a scan
  ///   - number: its place on the register, from 1; `nil` for one in a source
  ///   - today: the day from which to count
  package init(_ decision: Decision, number: Int?, today: CalendarDay?) {
    acceptance = decision.acceptance
    self.number = number
    isCurrent = decision.isCurrent
    isUsed = decision.isUsed ?? false
    let terms = decision.acceptance.terms
    age = terms.created.flatMap { CalendarDay($0) }.flatMap { day in today.map(day.days) }
    daysLeft = terms.until.flatMap { CalendarDay($0) }.flatMap { day in today?.days(to: day) }
  }

  /// Whether it holds, in a word: `used`, `unused` or `expired`.
  var state: String { isCurrent ? (isUsed ? "used" : "unused") : "expired" }
}

/// The decisions on record, for people and for programs.
package enum AcceptanceList {
  /// The list as text.
  package static func terminal(_ entries: [AcceptanceListEntry], language: Language) -> String {
    guard !entries.isEmpty else {
      return LocalizedText(en: "No decision is on record.\n", ja: "受容の記録はない。\n")[language]
    }
    return entries.map { text($0, language) }.joined()
  }

  private static func text(_ entry: AcceptanceListEntry, _ language: Language) -> String {
    let acceptance = entry.acceptance
    let target = acceptance.target
    let names = [target.resource, target.part, target.variable, target.file].compactMap { $0 }
    let number = entry.number.map { "\($0)." } ?? "-"
    var lines = [
      "\(number) \(target.control)  \(names.joined(separator: " · "))  [\(state(entry)[language])]"
    ]
    if !acceptance.reason.isEmpty { lines.append(WellKnownSecret.masked(acceptance.reason)) }
    let terms = [acceptance.terms(language), span(entry)[language]].filter { !$0.isEmpty }
    if !terms.isEmpty { lines.append(terms.joined(separator: language == .english ? ", " : "、")) }
    for answer in acceptance.terms.evidence {
      lines.append("\(answer.question) \(WellKnownSecret.masked(answer.answer))")
    }
    return lines.joined(separator: "\n   ") + "\n"
  }

  private static func state(_ entry: AcceptanceListEntry) -> LocalizedText {
    switch entry.state {
    case "used": LocalizedText(en: "used", ja: "使用中")
    case "unused": LocalizedText(en: "unused", ja: "未使用")
    default: LocalizedText(en: "expired", ja: "期限切れ")
    }
  }

  /// How old the decision is, and how long it holds.
  private static func span(_ entry: AcceptanceListEntry) -> LocalizedText {
    var spans: [LocalizedText] = []
    if let days = entry.age {
      let count = ReportText.counted(days, "day", "days")
      spans.append(LocalizedText(en: "\(count) old", ja: "記録から \(days) 日"))
    }
    if let days = entry.daysLeft, days >= 0 {
      let count = ReportText.counted(days, "day", "days")
      spans.append(LocalizedText(en: "\(count) left", ja: "残り \(days) 日"))
    }
    return LocalizedText(
      en: spans.map(\.en).joined(separator: ", "),
      ja: spans.map(\.ja).joined(separator: "、")
    )
  }

  /// The list as JSON.
  package static func json(_ entries: [AcceptanceListEntry]) -> String {
    var json = JSONWriter()
    json.array(nil, entries) { json, entry in
      let (target, terms) = (entry.acceptance.target, entry.acceptance.terms)
      json.object { json in
        json.number("number", entry.number)
        json.string("state", entry.state)
        json.string("source", entry.acceptance.source.rawValue)
        json.string("status", terms.status.rawValue)
        json.string("control", target.control)
        json.string("resource", target.resource)
        json.string("file", target.file)
        json.string("part", target.part)
        json.string("variable", target.variable)
        json.string("reason", WellKnownSecret.masked(terms.reason))
        json.string("owner", terms.owner)
        json.string("approver", terms.approver)
        json.string("until", terms.until)
        json.number("daysLeft", entry.daysLeft)
        json.string("created", terms.created)
        json.number("ageDays", entry.age)
        json.string("ticket", terms.ticket)
        json.string("path", entry.acceptance.location?.file.path)
        json.number("line", entry.acceptance.location?.position.line)
      }
    }
    return json.text
  }
}
