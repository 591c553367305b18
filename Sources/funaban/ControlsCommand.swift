import ArgumentParser
import Posture
import Reports
import SourceText

/// `funaban controls`: lists the shipped controls.
struct ControlsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "controls",
    abstract: say(en: "List the controls.", ja: "コントロールの一覧を表示する。")
  )

  @Option(
    help: ArgumentHelp(
      say(en: "The language of messages.", ja: "メッセージの言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?

  func run() throws {
    let language = lang ?? spokenLanguage
    let controls = ControlCatalogue.embedded().controls
    let idWidth = controls.map(\.id.count).max() ?? 0
    for control in controls {
      let name = ControlEntry(control).bestName
      let alias = name == control.id ? "" : name
      let title = ControlStory(control.file).title[language]
      write(
        "\(padded(control.id, idWidth))  \(padded(control.severity.rawValue, 13))  \(padded(alias, 12))  \(title)\n",
        to: 1
      )
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
