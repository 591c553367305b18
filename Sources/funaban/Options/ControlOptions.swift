import ArgumentParser
import Posture

/// The options that choose controls.
struct ControlOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(en: "Run only this control, by id or alias.", ja: "このコントロールだけを実行する(ID または別名)。"),
      valueName: "id"
    ),
    completion: .custom(ControlCompletion.candidates)
  )
  var control: [String] = []

  @Option(
    help: ArgumentHelp(
      say(en: "Leave out this control, by id or alias.", ja: "このコントロールを実行しない(ID または別名)。"),
      valueName: "id"
    ),
    completion: .custom(ControlCompletion.candidates)
  )
  var skip: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        en: "Run only controls of this severity or worse.",
        ja: "この重要度以上のコントロールだけを実行する。"
      ),
      valueName: "severity"
    )
  )
  var severity: Severity?

  @Option(
    help: ArgumentHelp(
      say(en: "A folder with controls of your own.", ja: "独自コントロールのフォルダー。"),
      valueName: "folder"
    ),
    completion: .directory
  )
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        en:
          "Exit with 1 for failures of this severity or worse; `never` for always 0. Default: low.",
        ja: "この重要度以上の不合格があれば終了コード 1。never なら常に 0。省略時は low。"
      ),
      valueName: "severity"
    )
  )
  var failOn: FailureThreshold?
}
