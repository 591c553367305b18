import ArgumentParser
import Glibc
import LanguageServer
import Remedy
import SourceText

/// `funaban lsp`: judges sources while they are written, in any editor that speaks the protocol.
struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: say(
      en: "Serve an editor: findings while you type (Language Server Protocol).",
      ja: "エディターに検出結果を入力中に表示する(Language Server Protocol)。"
    ),
    discussion: say(
      en: """
        Speaks the Language Server Protocol 3.17 on standard input and output. The editor starts it; \
        settings and acceptances are those of the workspace folder.

        Examples:
          vim.lsp.config("funaban", { cmd = { "funaban", "lsp" } })          Neovim
          command = "funaban", args = ["lsp"]                                Helix
        """,
      ja: """
        標準入出力で Language Server Protocol 3.17 を話す。エディターが起動する。\
        設定と受容はワークスペースフォルダーのものに従う。

        例:
          vim.lsp.config("funaban", { cmd = { "funaban", "lsp" } })          Neovim
          command = "funaban", args = ["lsp"]                                Helix
        """
    )
  )

  @Flag(
    help: ArgumentHelp(
      say(en: "Show what is unknown, too, as hints.", ja: "判定不能もヒントとして表示する。")
    )
  )
  var all = false

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Speak on standard input and output, as always; editors add it.",
        ja: "標準入出力で話す(常にそうする)。エディターが付ける。"
      )
    )
  )
  var stdio = false

  @Option(
    help: ArgumentHelp(
      say(en: "The language of messages.", ja: "メッセージの言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?

  func run() throws {
    var options = EditorSession.Options(version: Funaban.version)
    options.language = lang
    options.environmentLanguage = environmentVariable("FUNABAN_LANG").flatMap(Language.init)
    options.defaultLanguage = spokenLanguage
    options.showsUnknown = all
    let session = EditorSession(
      options,
      host: EditorHost(),
      offerings: [
        ProvenFixes(recipes: .shipped()), AcceptanceComment(),
      ]
    )
    var conversation = EditorConversation(session)
    Glibc.exit(conversation.run())
  }
}
