import ArgumentParser
import Glibc

/// The program's entry: picks a verb, and turns errors into exit codes that scripts can trust.
@main
struct Funaban: AsyncParsableCommand {
  static let version = "0.1.0"
  /// The day of the version, for the manual page.
  static let releaseDate = "2026-11-21"

  static let configuration = CommandConfiguration(
    commandName: "funaban",
    abstract: say(
      en: "The security checkpoint for containers on Amazon ECS and Fargate.",
      ja: "Amazon ECS / Fargate で動くコンテナのセキュリティ検問所。"
    ),
    discussion: say(
      en: """
        Checks task definitions, CloudFormation, SAM, CDK, Terraform, Copilot, Compose and Dockerfiles: \
        what fails, on which line, why, and how to fix it.

        Exit codes: 0 clean, 1 failures at or above --fail-on, 2 wrong usage, 3 an input could not be read.
        Messages are in English or Japanese: --lang, else `lang` in .funaban.yaml, else FUNABAN_LANG, else \
        the locale.
        """,
      ja: """
        タスク定義、CloudFormation・SAM・CDK、Terraform、Copilot、Compose、Dockerfile を評価し、\
        何がどの行で不合格か、なぜ問題か、どう直すかを示す。

        終了コード: 0 問題なし、1 --fail-on 以上の不合格あり、2 使い方の誤り、3 読み込めない入力あり。
        メッセージの言語は --lang、.funaban.yaml の lang、FUNABAN_LANG、ロケールの順で決まる(ja または en)。
        """
    ),
    version: version,
    subcommands: [
      ScanCommand.self, FixCommand.self, AcceptCommand.self, BaselineCommand.self,
      ExplainCommand.self, ControlsCommand.self, LSPCommand.self, CompletionsCommand.self,
      ReferenceCommand.self,
    ]
  )

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Funaban.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch {
      let isSuccess = Funaban.exitCode(for: error) == .success
      let text = UsageText.spoken(Funaban.fullMessage(for: error))
      if isSuccess { write(text + "\n", to: STDOUT_FILENO) } else { complain(text) }
      Glibc.exit(isSuccess ? ExitStatus.clean.rawValue : ExitStatus.wrongUse.rawValue)
    }
  }
}
