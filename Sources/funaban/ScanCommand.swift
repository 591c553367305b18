import ArgumentParser
import Posture
import SourceText

/// `funaban scan`: judges files and folders.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: say(
      en: "Check task definitions and everything that they are made from.",
      ja: "タスク定義と、その元になるソースを評価する。"
    ),
    discussion: say(
      en: """
        Reads task definitions; CloudFormation, SAM and CDK templates; Terraform and OpenTofu sources, plans \
        and states; Copilot manifests; Compose files; Dockerfiles. In folders it finds them by itself.

        Examples:
          funaban scan .                                  everything below this folder
          funaban scan template.yaml --parameters prod.json
          funaban scan infra --var-file prod.tfvars       a Terraform root module
          funaban scan infra --var image_tag=1.4.2        TF_VAR_image_tag works, too
          terraform show -json plan.out | funaban scan -  a plan, or a state
          funaban scan compose.yaml web/Dockerfile
          funaban scan . --severity high --fail-on critical
          funaban scan . --control ECS.5 --control "CIS 3.4"
          funaban scan . -o report.sarif -o report.md     write reports as well
          funaban scan . --format github -o junit.xml     annotations and test results in CI
          aws ecs describe-task-definition --task-definition web | funaban scan -
        """,
      ja: """
        読み込むもの: タスク定義、CloudFormation・SAM・CDK のテンプレート、Terraform・OpenTofu のソースとプランとステート、\
        Copilot マニフェスト、Compose ファイル、Dockerfile。フォルダーを渡せば自動で見つける。

        例:
          funaban scan .                                  現在のフォルダー以下すべて
          funaban scan template.yaml --parameters prod.json
          funaban scan infra --var-file prod.tfvars       Terraform のルートモジュール
          funaban scan infra --var image_tag=1.4.2        TF_VAR_image_tag でもよい
          terraform show -json plan.out | funaban scan -  プラン、またはステート
          funaban scan compose.yaml web/Dockerfile
          funaban scan . --severity high --fail-on critical
          funaban scan . --control ECS.5 --control "CIS 3.4"
          funaban scan . -o report.sarif -o report.md     端末表示に加えてレポートを書き出す
          funaban scan . --format github -o junit.xml     CI でアノテーションとテスト結果を出す
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
    ),
    completion: .file()
  )
  var paths: [String] = []

  @OptionGroup(title: say(en: "What to scan", ja: "スキャンの対象")) var input: InputOptions
  @OptionGroup(title: say(en: "Controls", ja: "コントロール")) var controls: ControlOptions
  @OptionGroup(title: say(en: "Decisions on record", ja: "受容とベースライン"))
  var decisions: DecisionOptions
  @OptionGroup(title: say(en: "Reports", ja: "レポート")) var reports: ReportWritingOptions

  func run() async throws {
    let setup = try ScanSetup(self)
    var result = await DecidedScan(setup).result
    if reports.groupBy == .resource { result = result.joinedByResource() }
    result.diagnostics = setup.diagnostics + result.diagnostics
    setup.hideSecrets(in: &result)
    try ReportWriter(setup).write(result)
    throw setup.status(of: result)
  }
}
