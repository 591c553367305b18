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
  /// Whether files that the user named count as if a walk had found them.
  let ignoresUnrecognised: Bool
  let walker: FileWalker
  let templateOptions: TemplateOptions
  let catalogue: ControlCatalogue
  let selection: Scanner.Selection
  let threshold: FailureThreshold
  let acceptances: AcceptanceRegister?
  /// The failures of an earlier day, which fail no run.
  let baseline: Baseline?
  let coverage: ScanCoverage
  let language: Language
  let reports: ReportWritingOptions
  /// Where the sources are deployed to.
  let target: DeploymentTarget
  /// The parameters that the command line names.
  let namedParameters: [String]
  /// The Terraform variables that the command line names.
  let namedVariables: [String]
  /// The Dockerfiles that the settings name, by image.
  let images: [String: String]
  private let parameterFiles: [SourceFile]
  /// What no report shows of the settings.
  private let hiddenSettings: [SourceLocation]
  /// What is wrong with the settings, the parameters and the user's own controls.
  let diagnostics: [Diagnostic]

  /// Reads settings, parameters and controls.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where a name or a file that the user gave
  ///   does not exist.
  init(_ command: ScanCommand) throws {
    var diagnostics: [Diagnostic] = []
    let settings = try ScanSetup.settings(command.input.config, &diagnostics)
    let loaded = try CatalogueLoader.load(
      folders: settings.rules + command.controls.rules,
      lists: settings.lists
    )
    catalogue = loaded.catalogue
    diagnostics += loaded.diagnostics
    paths = command.paths.isEmpty ? ["."] : command.paths
    ignoresUnrecognised = command.input.ignoreUnrecognised
    try ScanSetup.refuseOverwriting(command)
    walker = FileWalker(
      include: settings.include + command.input.include,
      exclude: settings.exclude + command.input.exclude,
      honoursGitignore: !command.input.noIgnore,
      isWanted: { SourceRole($0) != nil }
    )
    let files = try (settings.parameterFiles + command.input.parameters).map(InputFile.required)
    let variables = try VariableInputs(command.input, settings)
    templateOptions = TemplateOptions(
      parameters: try ScanSetup.parameters(command.input, settings, files, &diagnostics),
      loader: DiskLoader(around: paths),
      variables: variables.values,
      variableFiles: variables.files,
      environment: VariableInputs.environment,
      workspace: environmentVariable("TF_WORKSPACE")
    )
    namedVariables = command.input.variable.map { String($0.prefix { $0 != "=" }) }
    images = settings.images
    var selection = try ScanSetup.selection(command.controls, settings, loaded.catalogue)
    selection.explainsPasses = command.reports.all
    self.selection = selection
    parameterFiles = files + variables.files
    hiddenSettings = settings.hidden
    target = DeploymentTarget(templateOptions.parameters)
    namedParameters = command.input.parameter.map { String($0.prefix { $0 != "=" }) }
    threshold =
      command.controls.failOn
      ?? settings.failOn.flatMap { FailureThreshold(argument: $0) } ?? .severity(.low)
    acceptances = try InputFile.existing(AcceptanceRegister.fileName).map { AcceptanceRegister($0) }
    baseline = command.decisions.noBaseline ? nil : try ScanSetup.baseline()
    coverage = ScanCoverage(paths, command.input)
    language = command.reports.lang ?? settings.language ?? spokenLanguage
    reports = command.reports
    self.diagnostics = diagnostics
  }

  /// Hides what the judged resources do not know to be secret: values of parameters, and text that
  /// could not be read.
  func hideSecrets(in result: inout ScanResult) {
    result.hideUnreadText()
    for file in parameterFiles { result.hideValues(in: file) }
    for location in hiddenSettings {
      result.redactions[location.file, default: []].append(location.range)
    }
  }

  /// What the exit code says of `result`: unread inputs count more than findings.
  func status(of result: ScanResult) -> ExitStatus {
    if result.diagnostics.contains(where: { $0.severity == .error }) { return .unreadable }
    return result.findings.contains(where: threshold.isReached) ? .findings : .clean
  }
}

extension ScanSetup {
  /// The settings in the file at `path`, else in that of this folder, if there is one.
  static func settings(
    _ path: String?,
    _ diagnostics: inout [Diagnostic]
  ) throws -> Settings {
    let file = try path.map(InputFile.required) ?? InputFile.existing(Settings.fileName)
    guard let file else { return Settings() }
    let (settings, problems) = Settings.read(file)
    diagnostics += problems
    return settings
  }

  /// Refuses to write a report where an input stands.
  private static func refuseOverwriting(_ command: ScanCommand) throws {
    let named = Set(command.paths.map(RelativePath.normalized))
    let path = command.reports.output.first { named.contains(RelativePath.normalized($0)) }
    guard let path else { return }
    throw InputFile.wrongUse(
      path,
      LocalizedText(
        en: "A report would overwrite this input. Choose another file.",
        ja: "レポートがこの入力を上書きしてしまう。別のファイルを指定する。"
      )
    )
  }

  /// The baseline of this folder, if there is one; a damaged one must hide nothing.
  private static func baseline() throws -> Baseline? {
    guard let file = try InputFile.existing(Baseline.fileName) else { return nil }
    do {
      return try Baseline.read(file).get()
    } catch {
      let line = error.diagnostic.location.map { ":\($0.position.line)" } ?? ""
      throw InputFile.wrongUse(file.path + line, error.diagnostic.text)
    }
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

  /// The ids of the controls known by `names`.
  static func ids(_ names: [String], _ catalogue: ControlCatalogue) throws -> Set<String> {
    var ids: Set<String> = []
    for name in names {
      ids.formUnion(try CatalogueLoader.controls(named: name, in: catalogue).map(\.id))
    }
    return ids
  }

  private static func parameters(
    _ options: InputOptions,
    _ settings: Settings,
    _ files: [SourceFile],
    _ diagnostics: inout [Diagnostic]
  ) throws -> [String: Value] {
    var values = settings.parameters.mapValues { Value(.string($0), at: nil) }
    for file in files {
      let tree = Templates.parse(file)
      diagnostics += tree.diagnostics
      let found = ParameterFile.read(tree)
      if found.isEmpty, !tree.diagnostics.contains(where: { $0.severity == .error }) {
        diagnostics.append(noParameters(in: file))
      }
      values.merge(found) { $1 }
    }
    for text in options.parameter {
      let (name, value) = try NamedText.split(text, of: "--parameter")
      values[name] = Value(.string(value), at: nil)
    }
    return values
  }

  private static func noParameters(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error,
      "parameters.none",
      LocalizedText(
        en: "The file holds no parameters in a form of the AWS CLI, StackSets or CodePipeline.",
        ja: "ファイルに AWS CLI、StackSets、CodePipeline の形式のパラメータがない。"
      ),
      at: SourceLocation(file, SourceRange(0, 0))
    )
  }
}
