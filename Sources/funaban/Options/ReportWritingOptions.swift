import ArgumentParser
import Reports
import SourceText

/// The options that say how the outcome is told.
struct ReportWritingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        en: "The format of standard output.",
        ja: "標準出力の形式。"
      ),
      valueName: "format"
    )
  )
  var format: ReportFormat = .terminal

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        en:
          "Write a report to a file; its extension (.json, .sarif, .md, .html, .txt, .xml, .csv, .asff.json, .ocsf.json, .gitlab.json) decides the format, else --format. Repeatable.",
        ja:
          "レポートをファイルに書く。形式は拡張子(.json .sarif .md .html .txt .xml .csv .asff.json .ocsf.json .gitlab.json)、なければ --format に従う。複数指定可。"
      ),
      valueName: "file"
    ),
    completion: .file()
  )
  var output: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(en: "Show what passes and what is unknown, too.", ja: "合格と判定不能も表示する。")
    )
  )
  var all = false

  @Option(
    help: ArgumentHelp(
      say(
        en: "Group findings by control or by resource.",
        ja: "検出結果をコントロールまたはリソースごとにまとめる。"
      ),
      valueName: "control|resource"
    )
  )
  var groupBy: Grouping = .control

  @Option(
    help: ArgumentHelp(
      say(en: "The language of messages.", ja: "メッセージの言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?
}
