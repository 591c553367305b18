import Glibc
import Posture
import Reports
import SourceText

/// Writes the reports that the user asked for.
struct ReportWriter {
  private let setup: ScanSetup

  init(_ setup: ScanSetup) { self.setup = setup }

  /// Writes the files, then standard output.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where a file cannot be written.
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
      try save(ReportFormat(path: path) ?? setup.reports.format, of: input, to: path)
    }
    input.options.color = ReportWriter.isColorful
    funaban.write(setup.reports.format.render(input), to: STDOUT_FILENO)
  }

  private var options: ReportOptions {
    var options = ReportOptions()
    options.showAll = setup.reports.all
    options.groupByResource = setup.reports.groupBy == .resource
    options.width = Terminal.width
    return options
  }

  private func save(_ format: ReportFormat, of input: ReportInput, to path: String) throws {
    let mode = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let descriptor = unsafe open(path, mode, 0o644)
    guard descriptor >= 0 else {
      let words = unsafe String(cString: strerror(errno))
      complain(
        "funaban: \(path): " + say(en: "cannot be written: \(words)", ja: "書き込めない: \(words)")
      )
      throw ExitStatus.wrongUse
    }
    defer { close(descriptor) }
    funaban.write(format.render(input), to: descriptor)
  }

  private static var isColorful: Bool {
    isatty(STDOUT_FILENO) == 1 && environmentVariable("NO_COLOR") == nil
      && environmentVariable("TERM") != "dumb"
  }
}

/// The terminal behind standard output.
enum Terminal {
  /// Its columns: `COLUMNS`, else what the terminal says, else 80.
  static var width: Int {
    if let columns = environmentVariable("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}

extension ReportFormat {
  /// The form that the ending of `path` names.
  fileprivate init?(path: String) {
    let endings: [(String, ReportFormat)] = [
      (".sarif.json", .sarif), (".sarif", .sarif), (".json", .json), (".md", .markdown),
      (".txt", .terminal),
    ]
    guard let format = endings.first(where: { path.hasSuffix($0.0) })?.1 else { return nil }
    self = format
  }
}
