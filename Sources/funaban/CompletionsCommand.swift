import ArgumentParser
import SourceText

/// `funaban completions`: writes what makes a shell complete the command line.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: say(
      en: "Write the completion script of a shell.",
      ja: "シェルの補完スクリプトを出力する。"
    ),
    discussion: say(
      en: """
        Subcommands, options, their values and the ids and aliases of controls are completed. \
        Descriptions are in the language of this call.

        Examples:
          funaban completions bash > ~/.local/share/bash-completion/completions/funaban
          funaban completions zsh > ~/.zfunctions/_funaban       a folder of your fpath
          funaban completions fish > ~/.config/fish/completions/funaban.fish
        """,
      ja: """
        サブコマンド、オプションとその値、コントロールの ID と別名を補完する。説明文は実行時の言語になる。

        例:
          funaban completions bash > ~/.local/share/bash-completion/completions/funaban
          funaban completions zsh > ~/.zfunctions/_funaban       fpath に含まれるフォルダー
          funaban completions fish > ~/.config/fish/completions/funaban.fish
        """
    )
  )

  /// The shells that have a script.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash
    case zsh
    case fish
  }

  @Argument(help: ArgumentHelp(say(en: "The shell.", ja: "シェル。")))
  var shell: Shell

  @Option(
    help: ArgumentHelp(
      say(en: "The language of descriptions.", ja: "説明文の言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?

  func run() throws {
    let shell: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    let script = UsageText.spoken(Funaban.completionScript(for: shell))
    try OutputFile.writeToStandardOutput(script + "\n")
  }
}
