import ArgumentParser
import Posture
import Reports
import SourceText
import Workspace

/// `funaban reference`: writes the pages under `docs/` that are made from the program itself.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: say(
      en:
        "Write the manuals of controls, fields, images and commands, and the settings schema.",
      ja: "コントロール、フィールド、イメージ、コマンドのリファレンスと、設定ファイルのスキーマを書き出す。"
    ),
    shouldDisplay: false
  )

  @Argument(help: ArgumentHelp(say(en: "Where to write.", ja: "書き出すフォルダー。"), valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp(say(en: "The language: ja or en.", ja: "言語: ja または en。")))
  var lang: Language?

  func run() throws {
    let language = lang ?? spokenLanguage
    let ending = language == .english ? "md" : "\(language.rawValue).md"
    let entries = ControlCatalogue.embedded().controls.map { ControlEntry($0) }
    let manual = ManualReport.render(entries, language: language)
    try OutputFile.write(manual, to: "\(folder)/controls.\(ending)")
    try OutputFile.write(commandReference, to: "\(folder)/cli.\(ending)")
    try OutputFile.write(FieldReference.page(in: language), to: "\(folder)/fields.\(ending)")
    try OutputFile.write(
      ImageReferencePage.page(in: language),
      to: "\(folder)/images.\(ending)"
    )
    let page = language == .english ? "funaban.1" : "\(language.rawValue)/funaban.1"
    try OutputFile.write(ManualPage.text, to: "\(folder)/man/\(page)")
    try OutputFile.write(SettingsSchema.text, to: "\(folder)/funaban.schema.json")
  }

  private var commandReference: String {
    let verbs: [any ParsableCommand.Type] = [
      ScanCommand.self, FixCommand.self, AcceptCommand.self, BaselineCommand.self,
      ExplainCommand.self, ControlsCommand.self, LSPCommand.self, CompletionsCommand.self,
    ]
    let sections = verbs.map { verb in
      section("funaban \(verb._commandName)", Funaban.helpMessage(for: verb, columns: 100))
    }
    let title = say(en: "Command reference", ja: "コマンドリファレンス")
    let program = section("funaban", Funaban.helpMessage(for: Funaban.self, columns: 100))
    return (["# \(title)\n", program] + sections).joined(separator: "\n")
  }

  private func section(_ name: String, _ help: String) -> String {
    "## `\(name)`\n\n```text\n\(UsageText.spoken(help))\n```\n"
  }
}
