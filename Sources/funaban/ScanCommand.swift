import ArgumentParser
import Posture
import Reports
import SourceText
import Workspace

/// `funaban scan`: judges files and folders.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: say(
      en: "Check task definitions and CloudFormation, SAM and CDK templates.",
      ja: "タスク定義と CloudFormation・SAM・CDK のテンプレートを評価する。"
    ),
    discussion: say(
      en: """
        Examples:
          funaban scan .                                  everything below this folder
          funaban scan template.yaml --parameters prod.json
          funaban scan . --severity high --fail-on critical
          funaban scan . --control ECS.5 --control "CIS 3.4"
          funaban scan . -o report.sarif -o report.md     write reports as well
          aws ecs describe-task-definition --task-definition web | funaban scan -
        """,
      ja: """
        例:
          funaban scan .                                  現在のフォルダー以下すべて
          funaban scan template.yaml --parameters prod.json
          funaban scan . --severity high --fail-on critical
          funaban scan . --control ECS.5 --control "CIS 3.4"
          funaban scan . -o report.sarif -o report.md     端末表示に加えてレポートを書き出す
          aws ecs describe-task-definition --task-definition web | funaban scan -
        """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say(
        en: "Files and folders; - for standard input. Default: this folder.",
        ja: "ファイルとフォルダー。- は標準入力。省略時は現在のフォルダー。"
      )
    )
  )
  var paths: [String] = []

  @OptionGroup(title: say(en: "What to scan", ja: "スキャンの対象")) var input: InputOptions
  @OptionGroup(title: say(en: "Controls", ja: "コントロール")) var controls: ControlOptions
  @OptionGroup(title: say(en: "Reports", ja: "レポート")) var reports: ReportWritingOptions

  func run() async throws {
    let setup = try ScanSetup(self)
    var result = await ScanRun(setup).result()
    setup.acceptances?.apply(to: &result, catalogue: setup.catalogue, today: Today.text)
    if reports.groupBy == .resource { result = result.joinedByResource() }
    result.diagnostics = setup.diagnostics + result.diagnostics
    setup.hideSecrets(in: &result)
    try ReportWriter(setup).write(result)
    throw setup.status(of: result)
  }
}

/// The options that choose files and give values to templates.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        en:
          "A file with template parameters, in the form of the AWS CLI, StackSets or CodePipeline.",
        ja: "テンプレートパラメータのファイル(AWS CLI、StackSets、CodePipeline の形式)。"
      ),
      valueName: "file"
    )
  )
  var parameters: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        en: "A template parameter's value; pseudo parameters such as AWS::Region, too.",
        ja: "テンプレートパラメータの値。AWS::Region などの疑似パラメータも可。"
      ),
      valueName: "name=value"
    )
  )
  var parameter: [String] = []

  @Option(
    help: ArgumentHelp(
      say(en: "Scan only files that match.", ja: "一致するファイルだけをスキャンする。"),
      valueName: "glob"
    )
  )
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      say(en: "Leave out files and folders that match.", ja: "一致するファイルとフォルダーを除外する。"),
      valueName: "glob"
    )
  )
  var exclude: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(en: "Scan files that .gitignore names, too.", ja: ".gitignore にあるファイルもスキャンする。")
    )
  )
  var noIgnore = false

  @Option(
    help: ArgumentHelp(
      say(
        en: "The settings file. Default: .funaban.yaml in this folder, if there is one.",
        ja: "設定ファイル。省略時は現在のフォルダーの .funaban.yaml。"
      ),
      valueName: "file"
    )
  )
  var config: String?
}

/// The options that choose controls.
struct ControlOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(en: "Run only this control, by id or alias.", ja: "このコントロールだけを実行する(ID または別名)。"),
      valueName: "id"
    )
  )
  var control: [String] = []

  @Option(
    help: ArgumentHelp(
      say(en: "Leave out this control, by id or alias.", ja: "このコントロールを実行しない(ID または別名)。"),
      valueName: "id"
    )
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
    )
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
          "Write a report to a file; its extension (.json, .sarif, .md, .txt) decides the format, else --format. Repeatable.",
        ja: "レポートをファイルに書く。形式は拡張子(.json、.sarif、.md、.txt)、なければ --format に従う。複数指定可。"
      ),
      valueName: "file"
    )
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

/// How findings stand together in a report.
enum Grouping: String, ExpressibleByArgument, CaseIterable {
  case control
  case resource
}

extension Severity: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
