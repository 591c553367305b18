package import Posture
package import SourceText

extension Finding {
  /// What was judged: `WebTask` and, where it is a part, `container web`.
  func subject(_ language: Language) -> [TextSpan] {
    let resource = TextSpan(resource.id, .strong)
    guard let part else { return [resource] }
    return [resource, TextSpan(" · \(part.kindText[language]) "), TextSpan(part.name, .strong)]
  }

  /// What was judged, in one line of plain text.
  func subjectText(_ language: Language) -> String {
    subject(language).map(\.text).joined()
  }

  /// The conditions under which it holds; `nil` if it always does.
  func shownCondition(_ language: Language) -> String? {
    condition.map { WellKnownSecret.masked($0[language]) }
  }

  /// The conditions under which it holds, as a clause.
  func conditionText(_ language: Language) -> String? {
    shownCondition(language).map { ReportText.onlyWhen($0)[language] }
  }

  /// What was seen, clause by clause; nothing of it is a well-known form of secret.
  package func evidenceTexts(_ language: Language) -> [String] {
    evidence.map { WellKnownSecret.masked($0.text[language]) }
  }

  /// The finding in one sentence, for reports that show one.
  func message(_ language: Language) -> String {
    var text = subjectText(language)
    let seen = evidenceTexts(language).joined(separator: language == .japanese ? "、" : "; ")
    if !seen.isEmpty { text += ": \(seen)" }
    if let condition = conditionText(language) {
      text += language == .japanese ? "(\(condition))" : " (\(condition))"
    }
    return text + (language == .japanese ? "。" : ".")
  }
}

extension ResolvedFinding {
  /// What was judged: `WebTask/web`.
  var subject: String { [resource, part].compactMap { $0 }.joined(separator: "/") }
}

extension JudgedPart {
  /// What kind of part it is, in words.
  var kindText: LocalizedText {
    switch kind {
    case "container": LocalizedText(en: "container", ja: "コンテナ")
    case "volume": LocalizedText(en: "volume", ja: "ボリューム")
    case "stage": LocalizedText(en: "build stage", ja: "ビルドステージ")
    case "policy": LocalizedText(en: "policy", ja: "ポリシー")
    case "statement": LocalizedText(en: "statement", ja: "ステートメント")
    case "ecsTarget": LocalizedText(en: "ECS target", ja: "ECS ターゲット")
    case "listener": LocalizedText(en: "listener", ja: "リスナー")
    default: LocalizedText(en: kind, ja: kind)
    }
  }
}

extension Finding {
  /// Whom the finding was made known to; `nil` unless its workflow status is `NOTIFIED`.
  func noticeText(_ language: Language) -> String? {
    guard workflowStatus == .notified, let notice = decisions.first else { return nil }
    let terms = notice.terms(language)
    let text = notice.reason + (terms.isEmpty ? "" : " (\(terms))")
    return "\(WorkflowStatus.notified.text[language]): \(WellKnownSecret.masked(text))"
  }
}

extension Acceptance {
  /// Who accepted the risk, until when and where, as far as is on record.
  func terms(_ language: Language) -> String {
    let terms = [
      owner.map { LocalizedText(en: "by \($0)", ja: "責任者 \($0)") },
      self.terms.approver.map { LocalizedText(en: "approved by \($0)", ja: "承認者 \($0)") },
      until.map { LocalizedText(en: "until \($0)", ja: "期限 \($0)") },
      self.terms.ticket.map { LocalizedText(en: "ticket \($0)", ja: "チケット \($0)") },
      place,
    ]
    return terms.compactMap { $0?[language] }
      .joined(separator: language == .japanese ? "、" : ", ")
  }

  /// Where the decision stands, unless that is the register.
  private var place: LocalizedText? {
    let place = location.map { "\($0.file.path):\($0.position.line)" } ?? ""
    return switch source {
    case .register: nil
    case .metadata: LocalizedText(en: "in the metadata at \(place)", ja: "\(place) の Metadata")
    case .comment: commented("funaban:accept", place)
    case .checkov: commented("checkov:skip", place)
    case .trivy: commented("trivy:ignore", place)
    case .tfsec: commented("tfsec:ignore", place)
    }
  }

  private func commented(_ mark: String, _ place: String) -> LocalizedText {
    LocalizedText(en: "by a \(mark) comment at \(place)", ja: "\(place) の \(mark) コメント")
  }
}
