internal import Inventory
internal import Posture
internal import Remedy
internal import SourceText
internal import Syntax
internal import Templates

/// Judges one unit as its documents stand in the editor.
struct UnitJudge {
  let setup: ServerSetup
  let loader: OverlayLoader
  private let options: TemplateOptions
  private let scanner: Scanner

  /// Prepares to judge by `setup` what `loader` reads.
  init(_ setup: ServerSetup, _ loader: OverlayLoader) {
    self.setup = setup
    self.loader = loader
    var options = setup.options
    options.loader = loader
    self.options = options
    scanner = Scanner(setup.catalogue, selection: setup.selection).tellingNoPasses
  }

  /// Reads and judges the unit `key`; nothing comes of one of another trade.
  func judge(_ key: UnitKey) -> Judgement {
    var judgement = Judgement()
    let reading = read(key)
    judgement.diagnostics = reading.diagnostics
    add(reading.units, to: &judgement)
    judgement.sources = loader.askedPaths
    return judgement
  }

  /// The unit `key` as it is to be mended.
  func source(of key: UnitKey) -> RemedySource {
    let (setup, options, loader) = (setup, options, loader)
    return RemedySource { files in
      let edited = loader.upon(files)
      let paths = Set(files.keys.map(RelativePath.normalized))
      var setup = setup
      setup.options = options.reading(through: edited) {
        paths.contains(RelativePath.normalized($0))
      }
      return UnitJudge(setup, edited).read(key)
    }
  }

  private func read(_ key: UnitKey) -> RemedySource.Reading {
    switch key.role {
    case .terraform: return reading([TerraformProject.read(key.path, options: options)])
    case .dockerfile:
      guard let file = try? loader.load(key.path).get() else { return reading([]) }
      return reading([Templates.readDockerfile(file)])
    case .document:
      guard let file = try? loader.load(key.path).get(), Templates.recognises(file) else {
        return reading([])
      }
      return readDocuments(of: file)
    }
  }

  private func readDocuments(of file: SourceFile) -> RemedySource.Reading {
    let tree = Templates.parse(file)
    let units = Templates.read(tree, options: options)
    if !units.isEmpty || tree.hasErrors && Templates.isUnmistakable(file) {
      return reading(units, tree.diagnostics)
    }
    return reading(units, [Templates.manifestProblem(of: tree)].compactMap { $0 })
  }

  private func reading(
    _ units: [DeploymentUnit],
    _ diagnostics: [Diagnostic] = []
  ) -> RemedySource.Reading {
    RemedySource.Reading(
      units: units.map { $0.format == .dockerfile ? $0 : $0.withImages(setup.images) },
      diagnostics: diagnostics
    )
  }

  private func add(_ units: [DeploymentUnit], to judgement: inout Judgement) {
    for unit in units {
      var result = scanner.scan(unit.inventories, in: unit.file)
      result.diagnostics = unit.diagnostics
      setup.accept(&result)
      judgement.diagnostics += result.diagnostics
      judgement.included.formUnion(unit.included)
      judgement.units.append(JudgedUnit(unit: unit, findings: result.findings))
    }
  }
}
