import ArgumentParser
import Posture
import Remedy
import SourceText

/// `funaban fix`: mends what fails in the sources.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: say(
      en: "Fix failures in the sources, with the smallest edits, each proven.",
      ja: "不合格をソースの最小の編集で修正する。編集はすべて検証してから適用する。"
    ),
    discussion: say(
      en: """
        Every edit is tried in memory first: the source must read as before but for the intended change, the \
        control must pass, and no other control may fail instead. What cannot be fixed by an edit is listed \
        with the reason and what to do.

        Safe fixes leave what runs as it is. Fixes that may change how it behaves wait for --interactive or \
        --unsafe. At a terminal the diff is shown, and you are asked before anything is written; elsewhere \
        nothing is written without --write.

        Examples:
          funaban fix .                           show the diff, then ask
          funaban fix . --write                   apply the safe fixes
          funaban fix . --interactive             ask for each failure
          funaban fix . --control ECS.5 --unsafe --writable web=/var/lib/app
          funaban fix . --check                   for CI: exit with 1 if safe fixes are left
          funaban fix . --diff | git apply        the exact patch, secrets included

        Exit codes: 0 done, 1 --check found something to fix, 2 wrong usage, 3 an input could not be read or \
        a file could not be written.
        """,
      ja: """
        編集はまずメモリー上で試す。意図した変更以外はソースの内容が変わらず、コントロールが合格になり、ほかのコントロールが\
        新たに不合格にならないことを確認する。編集で直せないものは、理由と対処方法を示す。

        安全な修正は動作を変えない。動作が変わりうる修正は --interactive か --unsafe を指定するまで適用しない。\
        端末では差分を表示し、書き込む前に確認する。それ以外では --write がない限り何も書き込まない。

        例:
          funaban fix .                           差分を表示し、確認する
          funaban fix . --write                   安全な修正を適用する
          funaban fix . --interactive             1 件ずつ確認する
          funaban fix . --control ECS.5 --unsafe --writable web=/var/lib/app
          funaban fix . --check                   CI 向け: 安全な修正が残っていれば終了コード 1
          funaban fix . --diff | git apply        正確なパッチ(秘密の値も含む)

        終了コード: 0 完了、1 --check で修正できるものあり、2 使い方の誤り、3 読み込めない入力または書き込めないファイルあり。
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

  @OptionGroup(title: say(en: "What is written", ja: "書き込み")) var writing: FixOptions
  @OptionGroup(title: say(en: "Read-only root file system", ja: "読み取り専用ルートファイルシステム"))
  var root: ReadOnlyRootOptions
  @OptionGroup(title: say(en: "What to scan", ja: "スキャンの対象")) var input: InputOptions
  @OptionGroup(title: say(en: "Controls", ja: "コントロール")) var controls: ControlOptions

  @Option(
    help: ArgumentHelp(
      say(en: "The language of messages.", ja: "メッセージの言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?

  func run() async throws {
    var scan = try ScanCommand.parse([])
    scan.paths = paths
    scan.input = input
    scan.controls = controls
    scan.reports.lang = lang
    let setup = try ScanSetup(scan)
    guard !setup.paths.contains("-") else {
      throw InputFile.wrongUse(
        "-",
        LocalizedText(
          en: "Standard input cannot be fixed in place; give a file.",
          ja: "標準入力はその場で修正できない。ファイルを指定する。"
        )
      )
    }
    let mode = try writing.mode
    let recipes = RecipeBook.shipped(
      mounts: try root.mounts(),
      region: try writing.region ?? setup.target.region
    )
    let run = try await FixRun(setup, recipes: recipes)
    try root.check(against: run.containers)
    try FixConversation(run, mode, limit: writing.unsafe ? .needsReview : .safe, writing).hold()
  }
}
