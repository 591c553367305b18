import Inventory
import LanguageServer
import Posture
import SourceText
import Syntax
import Templates
import Workspace

/// The settings and acceptances of a folder, as they stand in the editor.
struct EditorSettings {
  private let settings: Settings
  private let diagnostics: [Diagnostic]
  private let acceptances: AcceptanceRegister?

  /// Reads them through `loader`.
  init(_ loader: any SourceLoader) {
    let file = try? loader.load(Settings.fileName).get()
    (settings, diagnostics) = file.map(Settings.read) ?? (Settings(), [])
    acceptances = (try? loader.load(AcceptanceRegister.fileName).get())
      .map { AcceptanceRegister($0) }
  }

  /// What they make of the judgement.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, for a name or a file that does not exist.
  func setup() throws -> ServerSetup {
    let loaded = try CatalogueLoader.load(folders: settings.rules, lists: settings.lists)
    let catalogue = loaded.catalogue
    var setup = ServerSetup(catalogue: catalogue)
    setup.diagnostics = diagnostics + loaded.diagnostics
    setup.language = settings.language
    setup.selection.only = try ScanSetup.ids(settings.controls, catalogue)
    setup.selection.skipped = try ScanSetup.ids(settings.skip, catalogue)
    setup.selection.severity =
      settings.severity.flatMap { Severity(rawValue: $0) } ?? .informational
    setup.options = try templateOptions(&setup.diagnostics)
    setup.images = Dockerfiles([], named: settings.images).images
    setup.sources =
      settings.rules + settings.parameterFiles + settings.variableFiles + settings.images.values
    let walker = FileWalker(include: settings.include, exclude: settings.exclude) { _ in true }
    setup.isWanted = { walker.takes($0) }
    let acceptances = acceptances
    setup.accept = { result in
      var book = DecisionBook(
        acceptances,
        sourcesOf: result,
        catalogue: catalogue,
        today: Today.text
      )
      book.apply(to: &result)
    }
    return setup
  }

  private func templateOptions(_ diagnostics: inout [Diagnostic]) throws -> TemplateOptions {
    var parameters = settings.parameters.mapValues { Value(.string($0), at: nil) }
    for file in try settings.parameterFiles.map(InputFile.required) {
      let tree = Templates.parse(file)
      diagnostics += tree.diagnostics
      parameters.merge(ParameterFile.read(tree)) { $1 }
    }
    let variables = settings.variables.map { name, text in
      (name, TerraformInput(text, from: "\(Settings.fileName): \(name)"))
    }
    return TemplateOptions(
      parameters: parameters,
      variables: Dictionary(uniqueKeysWithValues: variables),
      variableFiles: try settings.variableFiles.map(InputFile.required),
      environment: VariableInputs.environment,
      workspace: environmentVariable("TF_WORKSPACE")
    )
  }
}
