internal import Inventory
internal import Posture
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
    scanner = Scanner(setup.catalogue, selection: setup.selection)
  }

  /// Reads and judges the unit `key`; nothing comes of one of another trade.
  func judge(_ key: UnitKey) -> Judgement {
    var judgement = Judgement()
    switch key.role {
    case .terraform: add([TerraformProject.read(key.path, options: options)], to: &judgement)
    case .dockerfile:
      if let file = try? loader.load(key.path).get() {
        add([Templates.readDockerfile(file)], to: &judgement)
      }
    case .document:
      if let file = try? loader.load(key.path).get(), Templates.recognises(file) {
        judgeDocuments(of: file, &judgement)
      }
    }
    judgement.sources = loader.askedPaths
    return judgement
  }

  private func judgeDocuments(of file: SourceFile, _ judgement: inout Judgement) {
    let tree = Templates.parse(file)
    let units = Templates.read(tree, options: options)
    if !units.isEmpty || tree.hasErrors && Templates.isUnmistakable(file) {
      judgement.diagnostics += tree.diagnostics
    } else if let problem = Templates.manifestProblem(of: tree) {
      judgement.diagnostics.append(problem)
    }
    add(units, to: &judgement)
  }

  private func add(_ units: [DeploymentUnit], to judgement: inout Judgement) {
    for unit in units {
      let inventories =
        unit.format == .dockerfile ? unit.inventories : unit.inventories.map(withImages)
      var result = scanner.scan(inventories, in: unit.file)
      result.diagnostics = unit.diagnostics
      setup.accept(&result)
      judgement.diagnostics += result.diagnostics
      judgement.included.formUnion(unit.included)
      judgement.units.append(JudgedUnit(unit: unit, findings: result.findings))
    }
  }

  private func withImages(_ inventory: Inventory) -> Inventory {
    var inventory = inventory
    inventory.images += setup.images
    return inventory
  }
}
