import ArgumentParser
import Posture
import SourceText

/// `funaban baseline`: takes down what fails today, so that a scan fails on what is new.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: say(
      en: "Record today's failures, so that only new ones fail a scan.",
      ja: "現在の不合格を記録し、新しい不合格だけを scan で不合格にする。"
    ),
    discussion: say(
      en: """
        Writes .funaban/baseline.json: a fingerprint for each failure that nobody has accepted, with the \
        names that people know it by and no values. Commit the file. Give the same paths and parameters as \
        to `funaban scan`.

        Examples:
          funaban baseline .            write it, or write it anew
          funaban baseline . --check    which failures are resolved, known, new? Writes nothing
          funaban scan . --no-baseline  what fails in all
        """,
      ja: """
        .funaban/baseline.json に、受容されていない不合格のフィンガープリントを、人が見て分かる名前とともに書く。値は含まない。\
        ファイルはコミットしておく。パスとパラメータは `funaban scan` と同じものを渡す。

        例:
          funaban baseline .            書く、または書き直す
          funaban baseline . --check    解決済み・既知・新規の不合格を表示する。何も書かない
          funaban scan . --no-baseline  すべての不合格を表示する
        """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say(
        en: "Files and folders, as for scan. Default: this folder.",
        ja: "scan と同じファイルとフォルダー。省略時は現在のフォルダー。"
      )
    )
  )
  var paths: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Compare with the baseline and write nothing; exit with 1 where a failure is new.",
        ja: "ベースラインと比べるだけで何も書かない。新しい不合格があれば終了コード 1。"
      )
    )
  )
  var check = false

  @OptionGroup(title: say(en: "What to scan", ja: "スキャンの対象")) var input: InputOptions

  @Option(
    help: ArgumentHelp(
      say(en: "The language of messages.", ja: "メッセージの言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?

  func run() async throws {
    let setup = try ScanSetup(paths, input, language: lang, ignoresBaseline: !check)
    if check, setup.baseline == nil {
      throw InputFile.wrongUse(
        Baseline.fileName,
        LocalizedText(
          en: "There is no baseline. Write it with `funaban baseline`.",
          ja: "ベースラインがない。`funaban baseline` で書く。"
        )
      )
    }
    let result = await DecidedScan(setup).result
    let problems = (setup.diagnostics + result.diagnostics).filter { $0.severity == .error }
    for problem in problems { complain("funaban: \(problem.line(in: spokenLanguage))") }
    if check { try compare(result) } else { try record(result, hasProblems: !problems.isEmpty) }
    if !problems.isEmpty { throw ExitStatus.unreadable }
  }

  /// Writes the baseline, unless an input could not be read: its failures would be missing.
  private func record(_ result: ScanResult, hasProblems: Bool) throws {
    guard !hasProblems else { return }
    let baseline = Baseline(result)
    let old = try InputFile.existing(Baseline.fileName)
    try OutputFile.replace(Baseline.fileName, from: old, with: baseline.text)
    let count = baseline.count
    write(
      say(
        en: "\(Baseline.fileName): \(count) known \(count == 1 ? "failure" : "failures")\n",
        ja: "\(Baseline.fileName): 既知の不合格 \(count) 件\n"
      ),
      to: 1
    )
  }

  /// Says what has come and gone since the baseline was written.
  private func compare(_ result: ScanResult) throws {
    for finding in result.resolved {
      let subject = [finding.resource, finding.part].compactMap { $0 }.joined(separator: "/")
      let status = WorkflowStatus.resolved.text[spokenLanguage]
      write("\(status)  \(finding.path)  \(finding.control)  \(subject)\n", to: 1)
    }
    let failures = result.findings.filter { $0.verdict == .fail && $0.acceptance == nil }
    let known = failures.count { $0.baselineState == .known }
    let new = failures.count - known
    for finding in failures where finding.baselineState != .known {
      let place = "\(finding.location.file.path):\(finding.location.position.line)"
      let subject = [finding.resource.id, finding.part?.name].compactMap { $0 }
      let status = WorkflowStatus.new.text[spokenLanguage]
      write("\(status)  \(place)  \(finding.control)  \(subject.joined(separator: "/"))\n", to: 1)
    }
    let resolved = result.resolved.count
    write(
      say(
        en: "\(resolved) resolved, \(known) known, \(new) new\n",
        ja: "解決済み \(resolved) 件、既知 \(known) 件、新規 \(new) 件\n"
      ),
      to: 1
    )
    if new > 0 { throw ExitStatus.findings }
  }
}
