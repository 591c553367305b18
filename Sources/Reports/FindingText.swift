import Posture
import SourceText

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

  /// What was seen, clause by clause.
  func evidenceTexts(_ language: Language) -> [String] {
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

extension Acceptance {
  /// Who accepted the risk and until when, as far as is on record.
  func terms(_ language: Language) -> String {
    var terms: [String] = []
    if let owner { terms.append(LocalizedText(en: "by \(owner)", ja: "責任者 \(owner)")[language]) }
    if let until { terms.append(LocalizedText(en: "until \(until)", ja: "期限 \(until)")[language]) }
    return terms.joined(separator: language == .japanese ? "、" : ", ")
  }
}
