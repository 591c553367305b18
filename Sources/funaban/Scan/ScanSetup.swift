import Inventory
import Posture
import Reports
import SourceText
import Syntax
import Templates
import Workspace

/// Everything a scan needs to know: the command line over the settings file over the defaults.
struct ScanSetup: Sendable {
  let paths: [String]
  let walker: FileWalker
  let templateOptions: TemplateOptions
  let catalogue: ControlCatalogue
  let selection: Scanner.Selection
  let threshold: FailureThreshold
  let acceptances: AcceptanceRegister?
  let language: Language
  let reports: ReportWritingOptions
  /// What is wrong with the settings, the parameters and the user's own controls.
  let diagnostics: [Diagnostic]

  /// Reads settings, parameters and controls.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where a name or a file that the user gave
  ///   does not exist.
  init(_ command: ScanCommand) throws {
    var diagnostics: [Diagnostic] = []
    let settings = try ScanSetup.settings(command.input.config, &diagnostics)
    let catalogue = try ScanSetup.catalogue(
      folders: settings.rules + command.controls.rules,
      lists: settings.lists,
      &diagnostics
    )
    self.catalogue = catalogue
    paths = command.paths.isEmpty ? ["."] : command.paths
    walker = FileWalker(
      include: settings.include + command.input.include,
      exclude: settings.exclude + command.input.exclude,
      honoursGitignore: !command.input.noIgnore
    )
    templateOptions = TemplateOptions(
      parameters: try ScanSetup.parameters(command.input, settings, &diagnostics),
      loader: DiskLoader()
    )
    selection = try ScanSetup.selection(command.controls, settings, catalogue)
    threshold =
      command.controls.failOn
      ?? settings.failOn.flatMap { FailureThreshold(argument: $0) } ?? .severity(.low)
    acceptances = try ScanSetup.existing(AcceptanceRegister.fileName).map { AcceptanceRegister($0) }
    language = command.reports.lang ?? settings.language ?? spokenLanguage
    reports = command.reports
    self.diagnostics = diagnostics
  }

  /// What the exit code says of `result`: unread inputs count more than findings.
  func status(of result: ScanResult) -> ExitStatus {
    if result.diagnostics.contains(where: { $0.severity == .error }) { return .unreadable }
    return result.findings.contains(where: threshold.isReached) ? .findings : .clean
  }
}

extension ScanSetup {
  private static func settings(
    _ path: String?,
    _ diagnostics: inout [Diagnostic]
  ) throws -> Settings {
    let file = try path.map(required) ?? existing(Settings.fileName)
    guard let file else { return Settings() }
    let (settings, problems) = Settings.read(file)
    diagnostics += problems
    return settings
  }

  private static func catalogue(
    folders: [String],
    lists: [String: [String]],
    _ diagnostics: inout [Diagnostic]
  ) throws -> ControlCatalogue {
    var own: [Control] = []
    for folder in folders {
      let walker = FileWalker(extensions: ["yaml", "yml"], honoursGitignore: false)
      let found = FileWalker.walk(folder, walker)
      if let problem = found.problems.first { throw wrongUse(folder, problem.text) }
      for path in found.files {
        let (control, problems) = ControlReader.checked(try required(path))
        diagnostics += problems
        own += [control].compactMap { $0 }
      }
    }
    let shipped = ControlCatalogue.embeddedControls()
    let known = Set((shipped + own).flatMap { $0.lists.map(\.name) })
    if let name = lists.keys.sorted().first(where: { !known.contains($0) }) {
      throw wrongUse(
        name,
        LocalizedText(
          en:
            "No control has a list of this name. Lists: \(known.sorted().joined(separator: ", ")).",
          ja: "この名前のリストを持つコントロールはない。リスト: \(known.sorted().joined(separator: ", "))。"
        )
      )
    }
    let catalogue = ControlCatalogue(shipped + own, listOverrides: lists)
    diagnostics += own.flatMap { catalogue.problems(of: $0) }
    return catalogue
  }

  private static func selection(
    _ options: ControlOptions,
    _ settings: Settings,
    _ catalogue: ControlCatalogue
  ) throws -> Scanner.Selection {
    var selection = Scanner.Selection()
    let only = options.control.isEmpty ? settings.controls : options.control
    selection.only = try ids(only, catalogue)
    selection.skipped = try ids(options.skip + settings.skip, catalogue)
    selection.severity =
      options.severity ?? settings.severity.flatMap { Severity(rawValue: $0) } ?? .informational
    return selection
  }

  private static func ids(_ names: [String], _ catalogue: ControlCatalogue) throws -> Set<String> {
    var ids: Set<String> = []
    for name in names { ids.formUnion(try controls(named: name, in: catalogue).map(\.id)) }
    return ids
  }

  /// The controls known as `name`; a name that nobody has is wrong use, with a suggestion.
  static func controls(named name: String, in catalogue: ControlCatalogue) throws -> [Control] {
    let controls = catalogue.controls(named: name)
    guard controls.isEmpty else { return controls }
    let similar = catalogue.suggestions(for: name)
    throw wrongUse(
      name,
      LocalizedText(
        en: "There is no such control. "
          + (similar.isEmpty
            ? "See `funaban controls`." : "Did you mean \(similar.joined(separator: ", "))?"),
        ja: "このコントロールは存在しない。"
          + (similar.isEmpty
            ? "`funaban controls` で確認する。" : "候補: \(similar.joined(separator: ", "))。")
      )
    )
  }

  private static func parameters(
    _ options: InputOptions,
    _ settings: Settings,
    _ diagnostics: inout [Diagnostic]
  ) throws -> [String: Value] {
    var values = settings.parameters.mapValues { Value(.string($0), at: nil) }
    for path in settings.parameterFiles + options.parameters {
      let tree = Templates.parse(try required(path))
      diagnostics += tree.diagnostics
      values.merge(ParameterFile.read(tree)) { $1 }
    }
    for text in options.parameter {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw wrongUse(
          text,
          LocalizedText(en: "Write it as NAME=VALUE.", ja: "NAME=VALUE の形で書く。")
        )
      }
      values[String(text[..<sign])] = Value(
        .string(String(text[text.index(after: sign)...])),
        at: nil
      )
    }
    return values
  }

  /// The file at `path`, which the user named.
  private static func required(_ path: String) throws -> SourceFile {
    switch FileReader.read(path) {
    case .success(let file): return file
    case .failure(let problem): throw wrongUse(path, problem.text)
    }
  }

  /// The file at `path`, if there is one.
  private static func existing(_ path: String) throws -> SourceFile? {
    switch FileReader.read(path) {
    case .success(let file): return file
    case .failure(let problem) where problem.kind == .missing: return nil
    case .failure(let problem): throw wrongUse(path, problem.text)
    }
  }

  private static func wrongUse(_ what: String, _ text: LocalizedText) -> ExitStatus {
    complain("funaban: \(what): \(text[spokenLanguage])")
    return .wrongUse
  }
}
