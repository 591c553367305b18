import Posture
import Reports
import SourceText

/// Writes the reports that the user asked for.
struct ReportWriter {
  private let setup: ScanSetup

  init(_ setup: ScanSetup) { self.setup = setup }

  /// Writes the files, then standard output.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where a report cannot be written.
  func write(_ result: ScanResult) throws {
    let catalogue = setup.catalogue
    var input = ReportInput(
      result: result,
      stories: { catalogue.control($0).map { ControlStory($0.file) } },
      aliases: { catalogue.control($0)?.aliases ?? [] },
      language: setup.language,
      toolVersion: Funaban.version,
      options: options
    )
    for path in setup.reports.output {
      let format = ReportFormat(path: path) ?? setup.reports.format
      try OutputFile.write(format.render(input), to: path)
    }
    input.options.color = Terminal.isColorful
    try OutputFile.writeToStandardOutput(setup.reports.format.render(input))
  }

  private var options: ReportOptions {
    var options = ReportOptions()
    options.showAll = setup.reports.all
    options.groupByResource = setup.reports.groupBy == .resource
    options.width = Terminal.width
    return options
  }
}

extension ReportFormat {
  /// The form that the ending of `path` names.
  fileprivate init?(path: String) {
    let endings: [(String, ReportFormat)] = [
      (".sarif.json", .sarif), (".sarif", .sarif), (".json", .json), (".md", .markdown),
      (".html", .html), (".txt", .terminal),
    ]
    guard let format = endings.first(where: { path.hasSuffix($0.0) })?.1 else { return nil }
    self = format
  }
}
