import ArgumentParser
import Posture
import Reports
import SourceText
import Workspace

/// `funaban explain`: tells a control's whole story.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      en: "Explain a control: what it checks, why, what a fix may break, and how to fix it.",
      ja: "コントロールの内容、理由、変更の影響、対処方法を説明する。"
    ),
    discussion: say(
      en: """
        Examples:
          funaban explain ECS.5
          funaban explain "CIS 3.5" --lang ja
          funaban explain CKV_AWS_336 --format markdown
        """,
      ja: """
        例:
          funaban explain ECS.5
          funaban explain "CIS 3.5" --lang en
          funaban explain CKV_AWS_336 --format markdown
        """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say(
        en: "A control: ecs.td.readonly-root, or an alias such as ECS.5.",
        ja: "コントロール。ecs.td.readonly-root のような ID、または ECS.5 のような別名。"
      ),
      valueName: "control"
    ),
    completion: .custom(ControlCompletion.candidates)
  )
  var controls: [String]

  @Option(
    help: ArgumentHelp(
      say(en: "The format of the output.", ja: "出力の形式。"),
      valueName: "format"
    )
  )
  var format: ExplanationFormat = .terminal

  @Option(
    help: ArgumentHelp(
      say(en: "The language of messages.", ja: "メッセージの言語。"),
      valueName: "ja|en"
    )
  )
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      say(en: "A folder with controls of your own.", ja: "独自コントロールのフォルダー。"),
      valueName: "folder"
    ),
    completion: .directory
  )
  var rules: [String] = []

  func run() throws {
    var problems: [Diagnostic] = []
    let settings = try ScanSetup.settings(nil, &problems)
    let language = lang ?? settings.language ?? spokenLanguage
    let loaded = try CatalogueLoader.load(folders: settings.rules + rules)
    let catalogue = loaded.catalogue
    problems += loaded.diagnostics
    for problem in problems { complain("funaban: \(problem.line(in: language))") }
    let stories = try controls.flatMap { try CatalogueLoader.controls(named: $0, in: catalogue) }
    for control in stories {
      let entry = ControlEntry(control)
      switch format {
      case .terminal:
        write(
          ExplainReport.terminal(
            entry,
            language: language,
            width: Terminal.width,
            color: Terminal.isColorful
          ),
          to: 1
        )
      case .markdown: write(ExplainReport.markdown(entry, language: language), to: 1)
      }
    }
    if problems.contains(where: { $0.severity == .error }) { throw ExitStatus.unreadable }
  }
}

extension Diagnostic {
  /// The diagnostic as one line, its place first, as editors and CI logs read it.
  func line(in language: Language) -> String {
    let position = location.map { ":\($0.position.line):\($0.position.column)" } ?? ""
    return "\(path ?? "")\(position): \(text[language])"
  }
}

/// The forms in which a story is told.
enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
  case terminal
  case markdown
}
