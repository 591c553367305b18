import ArgumentParser
import Posture
import Reports
import SourceText
import Workspace

/// `funaban controls`: lists the shipped controls, and those of the settings file.
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
    var problems: [Diagnostic] = []
    let settings = try ScanSetup.settings(nil, &problems)
    let language = lang ?? settings.language ?? spokenLanguage
    let catalogue = try CatalogueLoader.load(folders: settings.rules).catalogue
    let controls = catalogue.controls.map(ControlEntry.init)
    let names = controls.map { $0.bestName == $0.id ? "" : $0.bestName }
    let idWidth = controls.map(\.id.count).max() ?? 0
    let nameWidth = names.map(\.count).max() ?? 0
    for (control, name) in zip(controls, names) {
      let columns = [
        padded(control.id, idWidth), padded(control.severity.rawValue, 13),
        padded(name, nameWidth), control.story.title[language],
      ]
      write(columns.joined(separator: "  ") + "\n", to: 1)
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
