package import Posture

extension Acceptance {
  /// The decision as an entry of a new register, its lines indented by two columns.
  package var registerEntry: String {
    let writer = YAMLWriter(
      style: YAMLStyle(),
      flow: FlowStyle(),
      YAMLNotation(isTemplate: false, usesTags: false),
      newline: "\n"
    )
    // An entry holds neither expressions nor references, which alone are refused.
    let text = (try? writer.element(SourceLiteral(self), column: 2)) ?? ""
    return "  \(text)\n"
  }
}

extension SourceLiteral {
  /// The entry of a register that records `acceptance`.
  init(_ acceptance: Acceptance) {
    let target = acceptance.target
    let terms = acceptance.terms
    let evidence: [SourceLiteral] = terms.evidence.map { answer in
      .object(
        Self.members([
          ("question", .string(answer.question)), ("answer", .string(answer.answer)),
          ("by", answer.by.map { .string($0) }), ("date", answer.date.map { .day($0) }),
        ])
      )
    }
    self = .object(
      Self.members([
        ("control", .string(target.control)),
        ("resource", target.resource == "*" ? nil : .string(target.resource)),
        ("file", target.file.map { .string($0) }), ("container", target.part.map { .string($0) }),
        ("variable", target.variable.map { .string($0) }), ("reason", .string(terms.reason)),
        ("owner", terms.owner.map { .string($0) }),
        ("approver", terms.approver.map { .string($0) }), ("until", terms.until.map { .day($0) }),
        ("ticket", terms.ticket.map { .string($0) }),
        ("status", terms.status == .suppressed ? nil : .string(terms.status.rawValue)),
        ("created", terms.created.map { .day($0) }),
        ("evidence", evidence.isEmpty ? nil : .list(evidence)),
      ])
    )
  }

  private static func members(_ texts: [(name: String, value: SourceLiteral?)]) -> [Member] {
    texts.compactMap { name, value in value.map { Member(name, $0) } }
  }

  /// A day without quotes, as people write it; one that is none stays a text.
  private static func day(_ text: String) -> SourceLiteral {
    CalendarDay(text) == nil ? .string(text) : .number(text)
  }
}
