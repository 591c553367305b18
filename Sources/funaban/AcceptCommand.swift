import ArgumentParser
import Posture
import SourceText

/// `funaban accept`: puts the decision to live with a finding on record.
struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: say(
      en: "Accept a finding on record: who, why, until when.",
      ja: "検出結果の受容を記録する(誰が、なぜ、いつまで)。"
    ),
    discussion: say(
      en: """
        Adds an entry to .funaban/acceptances.yaml, and keeps its comments and formatting. The control must \
        exist, and a scan of the paths must have such a finding.

        A comment in a source does the same:
          # funaban:accept ECS.5 reason="…" until=2027-01-31 owner="…"
        It speaks of what begins on its line or on the next line of code, and directly below the head of a \
        resource of the resource. In CloudFormation, the Metadata of a resource may hold \
        funaban: { accept: [{ control: …, reason: … }] }. Comments for Checkov (checkov:skip=…), Trivy \
        (trivy:ignore:…) and tfsec count, too.

        Examples:
          funaban accept ECS.5 --resource WebTask --container app --reason "Writes its cache to /var" \\
            --owner "web team" --until 2027-01-31
          funaban accept ECS.8 --resource WebTask --variable SENTRY_DSN --reason "A public key" --owner ops
          funaban accept --interactive .    go through all failures
          funaban accept --list             what is accepted, for how long, and whether it is still needed
          funaban accept --remove 2
        """,
      ja: """
        .funaban/acceptances.yaml にエントリーを追加する。コメントと書式は保つ。存在するコントロールで、\
        パスのスキャンに該当する検出結果があることが条件。

        ソースのコメントでも受容できる:
          # funaban:accept ECS.5 reason="…" until=2027-01-31 owner="…"
        対象は同じ行、または次のコード行で始まるもの。リソースの先頭行の直下に書けばリソース全体。CloudFormation では、\
        リソースの Metadata に funaban: { accept: [{ control: …, reason: … }] } と書ける。\
        Checkov(checkov:skip=…)、Trivy(trivy:ignore:…)、tfsec のコメントも有効。

        例:
          funaban accept ECS.5 --resource WebTask --container app --reason "/var にキャッシュを書く" \\
            --owner "web チーム" --until 2027-01-31
          funaban accept ECS.8 --resource WebTask --variable SENTRY_DSN --reason "公開鍵" --owner ops
          funaban accept --interactive .    すべての不合格を順に確認する
          funaban accept --list             受容の一覧、残り日数、まだ必要かどうか
          funaban accept --remove 2
        """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say(
        en:
          "A control, by id or alias; then the files and folders of the scan. Default: this folder.",
        ja: "コントロール(ID または別名)。続けてスキャンするファイルとフォルダー。省略時は現在のフォルダー。"
      ),
      valueName: "control|path"
    )
  )
  var names: [String] = []

  @OptionGroup(title: say(en: "What to accept", ja: "受容の対象")) var target: TargetOptions
  @OptionGroup(title: say(en: "The decision", ja: "判断")) var terms: TermOptions

  @Flag(
    help: ArgumentHelp(
      say(
        en: "List the decisions on record instead.",
        ja: "記録済みの受容を一覧表示する。"
      )
    )
  )
  var list = false

  @Option(
    help: ArgumentHelp(
      say(en: "The format of the list.", ja: "一覧の形式。"),
      valueName: "terminal|json"
    )
  )
  var format: ListFormat = .terminal

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say(
        en: "Remove the entry of this number of the list instead. Repeatable.",
        ja: "一覧のこの番号のエントリーを削除する。複数指定可。"
      ),
      valueName: "number"
    )
  )
  var remove: [Int] = []

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Go through the failures one by one, and ask.",
        ja: "不合格を 1 件ずつ確認し、質問に答えて記録する。"
      )
    )
  )
  var interactive = false

  @Flag(
    help: ArgumentHelp(
      say(en: "Show what would be written, and write nothing.", ja: "書く内容を表示するだけで、何も書かない。")
    )
  )
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Accept even where no such finding is there.",
        ja: "該当する検出結果がなくても受容を記録する。"
      )
    )
  )
  var force = false

  @OptionGroup(title: say(en: "What to scan", ja: "スキャンの対象")) var input: InputOptions

  @Option(
    help: ArgumentHelp(
      say(en: "The language of messages.", ja: "メッセージの言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?

  func run() async throws {
    if !remove.isEmpty { return try RegisterEditor(isDryRun: dryRun).remove(remove) }
    if list { return try await AcceptanceListing(try setup(of: names), format).write() }
    if interactive {
      return try await AcceptanceDialogue(try setup(of: names), isDryRun: dryRun).run()
    }
    guard let control = names.first else {
      throw InputFile.wrongUse(
        "accept",
        LocalizedText(en: "Name a control, such as ECS.5.", ja: "ECS.5 のようにコントロールを指定する。")
      )
    }
    let setup = try setup(of: Array(names.dropFirst()))
    _ = try CatalogueLoader.controls(named: control, in: setup.catalogue)
    let acceptance = Acceptance(target.target(control), try terms.terms(isForced: force))
    let editor = try RegisterEditor(isDryRun: dryRun)
    try editor.refuseDuplicate(of: acceptance, catalogue: setup.catalogue)
    let check = AcceptanceCheck(acceptance, setup)
    if !force { try await check.run() }
    try editor.add([acceptance])
    if acceptance.until == nil { complain("funaban: " + TermOptions.noEnd) }
  }

  private func setup(of paths: [String]) throws -> ScanSetup {
    try ScanSetup(paths, input, language: lang)
  }
}

/// The forms of the list of decisions.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case terminal
  case json
}
