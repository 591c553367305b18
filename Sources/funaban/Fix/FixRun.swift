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
  private let inputs: [MendableInput]
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
      let outcome = remedy.mend(source(of: input), upon: files)
      for change in outcome.changes { files[change.new.path] = change.new }
      total.findings += outcome.findings
      total.add(outcome)
      progress.advance()
    }
    progress.finish()
    return total
  }

  private func source(of mendable: MendableInput) -> RemedySource {
    let reader = mendable.variables.map(reader.giving) ?? reader
    return RemedySource { files in
      let contents = reader.upon(files).read(mendable.input)
      return RemedySource.Reading(units: contents.units, diagnostics: contents.diagnostics)
    }
  }

  /// The inputs to mend: none that is read on behalf of another, and the sources of a plan or a
  /// state for itself; and the names of the containers in them.
  private static func sources(
    of inputs: [InputCollector.Input],
    _ reader: InputReader
  ) -> ([MendableInput], containers: Set<String>) {
    var included: Set<String> = []
    var containers: Set<String> = []
    var sources: [MendableInput] = []
    for input in inputs {
      let units = reader.read(input).units
      let source = MendableInput(input, units)
      included.formUnion(units.flatMap(\.included).filter { $0 != source.input.key })
      let inventories = units.flatMap(\.inventories)
      containers.formUnion(
        inventories.flatMap { inventory in
          inventory.subjects(of: "container").compactMap(\.name)
            + inventory.resources(of: .composeService).map(\.id.path)
        }
      )
      sources.append(source)
    }
    var seen: Set<String> = []
    let own = sources.filter { source in
      !included.contains(source.input.key) && seen.insert(source.input.key).inserted
    }
    return (own, containers)
  }
}

/// An input whose text can be edited.
private struct MendableInput {
  let input: InputCollector.Input
  /// The values that a plan gives to the variables of its sources; `nil` where no plan speaks.
  let variables: [String: TerraformInput]?

  /// The input itself, or the sources beside the plan or the state that was read into `units`.
  init(_ input: InputCollector.Input, _ units: [DeploymentUnit]) {
    let plan = units.first { $0.format == .terraformPlan }
    let isState = units.contains { $0.format == .terraformState }
    self.input = plan != nil || isState ? input.folderOfSources : input
    variables = plan.map { Templates.variables(ofPlan: $0.file) }
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
