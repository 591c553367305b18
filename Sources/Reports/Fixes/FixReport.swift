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
    writeSummary(mended.count)
  }

  private mutating func writeDiff(_ change: FileChange) {
    page.gap()
    let diff = MaskedDiff.of(change, redactions: input.redactions).text
    for line in diff.split(separator: "\n") {
      page.line([TextSpan(String(line).replacing("\r", with: ""), Self.style(of: line))])
    }
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
    page.markup(lead: [TextSpan("      ")], text[language])
  }

  private mutating func writeSummary(_ mended: Int) {
    page.gap()
    page.paragraph([TextSpan(FixReportWriter.summary(mended, input)[language])])
  }

  private static func summary(_ mended: Int, _ input: FixReportInput) -> LocalizedText {
    let files = input.changes.count
    let waiting = input.findings.filter(\.isWaiting).count
    let left = input.findings.filter { $0.reason != nil }.count
    let verb = input.action == .written ? "fixed" : "can be fixed"
    let word = input.action == .written ? "修正済み" : "修正可能"
    return LocalizedText(
      en:
        "\(mended) \(verb) in \(files) files, \(waiting) wait for your word, \(left) are left to you.",
      ja: "\(word) \(mended) 件(\(files) ファイル)、確認待ち \(waiting) 件、手作業 \(left) 件。"
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
