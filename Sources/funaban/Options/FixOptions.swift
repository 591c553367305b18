import ArgumentParser
import Glibc
import SourceText

/// The options that say what becomes of fixes.
struct FixOptions: ParsableArguments {
  /// What a run does with the fixes.
  enum Mode {
    /// Shows the fixes and writes nothing.
    case show
    /// Shows the fixes and asks before they are written.
    case ask
    /// Asks for each failure.
    case askForEach
    /// Writes without asking.
    case write
    /// Says whether there is something to fix.
    case check
    /// Prints the exact patch.
    case patch
  }

  @Flag(
    help: ArgumentHelp(
      say(en: "Show the fixes and write nothing.", ja: "修正を表示するだけで、何も書き込まない。")
    )
  )
  var dryRun = false

  @Flag(help: ArgumentHelp(say(en: "Write the fixes without asking.", ja: "確認せずに修正を書き込む。")))
  var write = false

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Write nothing; exit with 1 if there is something to fix.",
        ja: "何も書き込まず、修正できるものがあれば終了コード 1 で終わる。"
      )
    )
  )
  var check = false

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Print the exact patch for git apply, secret values of the sources included.",
        ja: "git apply 用の正確なパッチを出力する。ソース中の秘密の値も含む。"
      )
    )
  )
  var diff = false

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        en: "Ask for each failure. Quitting writes what was agreed to until then.",
        ja: "1 件ずつ確認する。途中で終了した場合も、それまでに同意した分は書き込む。"
      )
    )
  )
  var interactive = false

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Apply fixes that may change how the tasks behave, too.",
        ja: "タスクの動作が変わりうる修正も適用する。"
      )
    )
  )
  var unsafe = false

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Edit the targets of symbolic links; else links are left alone.",
        ja: "シンボリックリンクのリンク先を編集する。省略時、リンクには触れない。"
      )
    )
  )
  var followLinks = false

  @Option(
    name: .customLong("region"),
    help: ArgumentHelp(
      say(
        en: "The Region for task definitions that name none. Default: AWS_REGION.",
        ja: "タスク定義に書かれていないリージョン。省略時は AWS_REGION。"
      ),
      valueName: "region"
    )
  )
  private var givenRegion: String?

  /// The Region that the user names.
  var region: String? {
    get throws {
      guard let givenRegion, !DeploymentTarget.isRegion(givenRegion) else { return givenRegion }
      throw InputFile.wrongUse(
        givenRegion,
        LocalizedText(
          en: "This is no Region such as `ap-northeast-1`.",
          ja: "`ap-northeast-1` のようなリージョン名ではない。"
        )
      )
    }
  }

  /// What to do; at most one of the options may say so.
  var mode: Mode {
    get throws {
      let chosen: [(String, Bool, Mode)] = [
        ("--dry-run", dryRun, .show), ("--write", write, .write), ("--check", check, .check),
        ("--diff", diff, .patch), ("--interactive", interactive, .askForEach),
      ]
      let given = chosen.filter(\.1)
      guard given.count < 2 else {
        throw InputFile.wrongUse(
          given.map(\.0).joined(separator: " "),
          LocalizedText(en: "Give one of these only.", ja: "指定できるのはいずれか 1 つ。")
        )
      }
      let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
      return given.first?.2 ?? (isTerminal ? .ask : .show)
    }
  }
}
