import Inventory
import Posture
import Remedy
import SourceText
import Syntax
import Templates
import Workspace

/// Mends the inputs of one run, one upon the other.
struct FixRun {
  let setup: ScanSetup
  /// What is wrong with the inputs.
  let diagnostics: [Diagnostic]
  /// The names of the containers in the inputs.
  let containers: Set<String>
  private let recipes: RecipeBook
  private let reader: InputReader
  private let inputs: [InputCollector.Input]
  /// The fingerprints of the failures that somebody accepted.
  private let accepted: Set<String>

  /// Scans the inputs once, for what is wrong with them and what is accepted.
  init(_ setup: ScanSetup, recipes: RecipeBook) async throws {
    self.setup = setup
    self.recipes = recipes
    let result = await DecidedScan(setup).result
    diagnostics = setup.diagnostics + result.diagnostics
    accepted = Set(result.findings.filter { $0.acceptance != nil }.map(\.fingerprint))
    let collector = InputCollector(
      setup.paths,
      ignoresUnrecognised: setup.ignoresUnrecognised,
      walker: setup.walker,
      loader: setup.templateOptions.loader
    )
    let reader = InputReader(
      setup.templateOptions,
      dockerfiles: Dockerfiles(collector.inputs, named: setup.images)
    )
    self.reader = reader
    (inputs, containers) = Self.sources(of: collector.inputs, reader)
  }

  /// Mends what may be mended freely up to `limit`, or, if `agreed` is given, exactly that.
  func outcome(limit: Applicability, agreed: Set<String>? = nil) -> RemedyOutcome {
    var options = Remedy.Options()
    options.limit = limit
    options.agreed = agreed
    let (accepted, selection) = (accepted, setup.selection)
    options.wants = { !accepted.contains($0.fingerprint) && selection.includes($0) }
    let remedy = Remedy(setup.catalogue, recipes: recipes, options: options)
    let progress = Progress(total: inputs.count)
    var total = RemedyOutcome()
    var files: [String: SourceFile] = [:]
    for input in inputs {
      let outcome = remedy.mend(source(input), upon: files)
      for change in outcome.changes { files[change.new.path] = change.new }
      total.findings += outcome.findings
      total.add(outcome)
      progress.advance()
    }
    progress.finish()
    return total
  }

  private func source(_ input: InputCollector.Input) -> RemedySource {
    let reader = reader
    return RemedySource { files in
      let contents = reader.upon(files).read(input)
      return RemedySource.Reading(units: contents.units, diagnostics: contents.diagnostics)
    }
  }

  /// The inputs to mend: none that is read on behalf of another, and the sources of a plan or a
  /// state for itself; and the names of the containers in them.
  private static func sources(
    of inputs: [InputCollector.Input],
    _ reader: InputReader
  ) -> ([InputCollector.Input], containers: Set<String>) {
    var included: Set<String> = []
    var containers: Set<String> = []
    var sources: [InputCollector.Input] = []
    for input in inputs {
      let units = reader.read(input).units
      included.formUnion(units.flatMap(\.included).filter { $0 != input.key })
      let inventories = units.flatMap(\.inventories)
      containers.formUnion(
        inventories.flatMap { inventory in
          inventory.subjects(of: "container").compactMap(\.name)
            + inventory.resources(of: .composeService).map(\.id.path)
        }
      )
      let isRecord = units.contains { $0.format == .terraformPlan || $0.format == .terraformState }
      sources.append(isRecord ? input.folderOfSources : input)
    }
    var seen: Set<String> = []
    let own = sources.filter { !included.contains($0.key) && seen.insert($0.key).inserted }
    return (own, containers)
  }
}

extension InputCollector.Input {
  /// The Terraform module beside a plan or a state.
  fileprivate var folderOfSources: InputCollector.Input {
    let folder = RelativePath.folder(of: path)
    return InputCollector.Input(
      path: folder,
      key: RelativePath.normalized(folder),
      isNamed: false,
      role: .terraform
    )
  }
}
