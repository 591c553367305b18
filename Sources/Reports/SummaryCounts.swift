import Posture
import SourceText

/// What was counted besides the score.
struct SummaryCounts {
  private let digest: ReportDigest

  init(_ digest: ReportDigest) { self.digest = digest }

  /// The counts as labelled lines.
  func lines(_ language: Language) -> [(label: String, text: String)] {
    [
      (ReportText.findings[language], joined(findings, language)),
      (ReportText.inputs[language], joined(inputs, language)),
    ]
  }

  private func joined(_ parts: [LocalizedText], _ language: Language) -> String {
    parts.map { $0[language] }.joined(separator: language == .english ? ", " : "、")
  }

  private var findings: [LocalizedText] {
    let counts = [
      (digest.failing.count, ReportText.failed), (digest.unknown.count, ReportText.unknown),
      (digest.passing.count, ReportText.passed),
    ]
    var parts = counts.filter { $0.0 > 0 || $0.1 == ReportText.failed }.map { count, text in
      LocalizedText(en: "\(count) \(text.en)", ja: "\(text.ja) \(count) 件")
    }
    let hint = digest.input.options.showAll ? ("", "") : (" (shown with --all)", "(--all で表示)")
    let settled: [(count: Int, text: LocalizedText)] = [
      (digest.accepted.count, LocalizedText(en: "accepted", ja: "受容済み")),
      (digest.known.count, LocalizedText(en: "known", ja: "既知")),
      (digest.input.result.resolved.count, LocalizedText(en: "resolved", ja: "解決済み")),
    ]
    parts += settled.filter { $0.count > 0 }.map { count, text in
      LocalizedText(
        en: "\(count) \(text.en)\(hint.0)",
        ja: "\(text.ja) \(count) 件\(hint.1)"
      )
    }
    return parts
  }

  private var inputs: [LocalizedText] {
    let files = digest.input.result.fileCount
    let names = [(Diagnostic.Severity.error, "errors"), (.warning, "warnings")]
    let counts = names.map { severity, many in
      (severity.text, many, digest.diagnostics.count { $0.severity == severity })
    }
    let file = ReportText.counted(files, "file", "files")
    return [LocalizedText(en: file, ja: "ファイル \(files) 個")]
      + counts.filter { $0.2 > 0 }.map { text, many, count in
        LocalizedText(
          en: ReportText.counted(count, text.en, many),
          ja: "\(text.ja) \(count) 件"
        )
      }
  }
}
