import Posture
import Remedy
import SourceText

/// Tells at a terminal what was mended, what waits, and what is left to people.
package enum FixReport {
  /// The report on `input`.
  package static func render(_ input: FixReportInput) -> String {
    var writer = FixReportWriter(input)
    writer.write()
    return writer.page.text
  }
}

private struct FixReportWriter {
  private let input: FixReportInput
  private let language: Language
  private var shelf: SourceShelf
  var page: TerminalPage

  init(_ input: FixReportInput) {
    self.input = input
    language = input.language
    shelf = SourceShelf(redactions: input.redactions)
    page = TerminalPage(width: input.width, color: input.color)
  }

  mutating func write() {
    if input.showsDiffs { for change in input.changes { writeDiff(change) } }
    let mended = input.findings.filter(\.isMended)
    section(mended, input.action == .written ? .written : .mendable, .good)
    section(input.findings.filter(\.isWaiting), .waiting, .warning)
    section(input.findings.filter { $0.reason != nil }, .left, .faint)
    if input.action != .proposed { writeSummary(mended.count) }
  }

  private mutating func writeDiff(_ change: FileChange) {
    page.gap()
    let diff = MaskedDiff.of(change, redactions: input.redactions).text
    for line in diff.split(separator: "\n") {
      page.line([TextSpan(Self.shown(line), Self.style(of: line))])
    }
  }

  /// The line without the tab by which a name with spaces ends, and without a carriage return.
  private static func shown(_ line: Substring) -> String {
    let isName = (line.hasPrefix("+++ ") || line.hasPrefix("--- ")) && line.hasSuffix("\t")
    return String(isName ? line.dropLast() : line).replacing("\r", with: "")
  }

  private static func style(of line: Substring) -> TextStyle {
    if line.hasPrefix("+++") || line.hasPrefix("---") { return .strong }
    if line.hasPrefix("@@") { return .code }
    if line.hasPrefix("+") { return .good }
    return line.hasPrefix("-") ? .bad : .plain
  }

  private mutating func section(
    _ findings: [MendedFinding],
    _ title: LocalizedText,
    _ style: TextStyle
  ) {
    guard !findings.isEmpty else { return }
    page.gap()
    page.line([TextSpan("\(title[language]) (\(findings.count))", .strong)])
    var told: Set<LocalizedText> = []
    for finding in findings { entry(finding, style, &told) }
  }

  private mutating func entry(
    _ mended: MendedFinding,
    _ style: TextStyle,
    _ told: inout Set<LocalizedText>
  ) {
    let finding = mended.finding
    let part = finding.part.map { " [\($0.name)]" } ?? ""
    page.paragraph(
      lead: [TextSpan("  "), TextSpan("● ", style)],
      [
        TextSpan(finding.control, .code), TextSpan("  \(finding.resource.id)\(part)  "),
        TextSpan(shelf.link(finding.location), .path),
      ]
    )
    if let reason = mended.reason { note(reason, &told) }
    for text in mended.notes { note(text, &told) }
  }

  /// Writes a note once in full; where many findings have it, the next ones do without.
  private mutating func note(_ text: LocalizedText, _ told: inout Set<LocalizedText>) {
    guard told.insert(text).inserted else { return }
    page.markup(lead: [TextSpan("      ")], WellKnownSecret.masked(text[language]))
  }

  private mutating func writeSummary(_ mended: Int) {
    page.gap()
    page.paragraph([TextSpan(summary(mended)[language])])
  }

  private func summary(_ mended: Int) -> LocalizedText {
    guard !input.findings.isEmpty else {
      return LocalizedText(en: "Nothing to fix.", ja: "修正するものはない。")
    }
    let files = input.changes.count
    let waiting = input.findings.filter(\.isWaiting).count
    let left = input.findings.filter { $0.reason != nil }.count
    let done = input.action == .written
    let english = [
      mended == 0
        ? "Nothing \(done ? "was fixed" : "can be fixed now")"
        : "\(mended) \(done ? "fixed" : "can be fixed") in \(files) file\(files == 1 ? "" : "s")",
      waiting == 0 ? nil : "\(waiting) need\(waiting == 1 ? "s" : "") your review",
      left == 0 ? nil : "\(left) \(left == 1 ? "is" : "are") left to you",
    ]
    let japanese = [
      mended == 0
        ? done ? "修正したものなし" : "すぐに修正できるものなし"
        : "\(done ? "修正済み" : "修正可能") \(mended) 件(\(files) ファイル)",
      waiting == 0 ? nil : "要確認 \(waiting) 件",
      left == 0 ? nil : "手作業 \(left) 件",
    ]
    return LocalizedText(
      en: english.compactMap(\.self).joined(separator: ", ") + ".",
      ja: japanese.compactMap(\.self).joined(separator: "、") + "。"
    )
  }
}

extension MendedFinding {
  fileprivate var isMended: Bool { if case .mended = state { true } else { false } }
  fileprivate var isWaiting: Bool { if case .waiting = state { true } else { false } }

  /// Why no edit mends it.
  fileprivate var reason: LocalizedText? {
    switch state {
    case .manual(let reason), .dropped(let reason): reason
    case .mended, .waiting: nil
    }
  }
}

extension LocalizedText {
  fileprivate static let written = LocalizedText(en: "Fixed", ja: "修正した")
  fileprivate static let mendable = LocalizedText(en: "Can be fixed", ja: "修正できる")
  fileprivate static let waiting = LocalizedText(
    en: "Need your review: --interactive asks for each, --unsafe takes all",
    ja: "確認が必要: --interactive で 1 件ずつ確認、--unsafe ですべて適用"
  )
  fileprivate static let left = LocalizedText(en: "Left to you", ja: "手作業で対応")
}
