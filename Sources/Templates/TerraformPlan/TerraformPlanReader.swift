import Inventory
import SourceText
import Syntax

/// Reads the JSON form of a plan: what will exist once it is applied.
struct TerraformPlanReader {
  private let document: Node
  private let options: TemplateOptions
  private var log = DiagnosticLog()

  init(_ document: Node, _ options: TemplateOptions) {
    self.document = document
    self.options = options
  }

  /// Reads the plan into one inventory.
  ///
  /// Sources that stand beside it are where its findings point. They need not be judged as well:
  /// where the plan leaves open what a text of JSON is going to be, they are asked for it.
  consuming func read() -> DeploymentUnit {
    guard TerraformFormat.checkVersion(of: document, &log) else { return unit([]) }
    noteWhatIsMissing()
    let changes = PlannedChanges(document["resource_changes"])
    var instances = plannedInstances(changes)
    let addresses = instances.map(\.address)
    instances += dataRead(besides: Set(addresses))
    let references = PlanReferences(PlanConfiguration(document), addresses: addresses)
    var reader = AttributeReader(options, references: references)
    let declared = StateRepetitions.removed(from: reader.resources(instances))
    log.add(reader, of: document.file)
    var sources = PlanSources(document.file, options)
    let located = declared.map { sources.located($0) ?? $0 }
    var resources = TerraformShape.resources(located)
    if reader.missesJSON, !sources.folders.isEmpty {
      resources = sources.completed(resources, variables: document["variables"])
    }
    return unit(resources, included: isWhole ? sources.folders.sorted() : [])
  }

  /// Says why nothing can be read.
  consuming func refuse(_ diagnostic: Diagnostic) -> DeploymentUnit {
    log.add(diagnostic)
    return unit([])
  }

  private consuming func unit(
    _ resources: [Resource],
    included: [String] = []
  ) -> DeploymentUnit {
    DeploymentUnit(
      file: document.file,
      format: .terraformPlan,
      inventories: [Inventory(resources)],
      diagnostics: log.diagnostics,
      included: included,
      hidesText: true
    )
  }

  /// What exists after the plan, with what the changes say of it.
  private mutating func plannedInstances(_ changes: PlannedChanges) -> [StateInstance] {
    let root = document["planned_values"]?["root_module"]
    if root?.kind != .mapping {
      let place = root ?? document["planned_values"] ?? document
      log.add(
        .missingSection("planned_values.root_module", changes.isEmpty ? .error : .warning, place)
      )
      return changes.instances
    }
    let values = StateValues(root)
    log.addFaults(values.faults + changes.faults)
    return values.instances.compactMap(changes.applied)
  }

  /// The data sources that were read while planning; they stand in the state before the plan.
  private func dataRead(besides known: Set<TerraformAddress>) -> [StateInstance] {
    StateValues(document["prior_state"]?["values"]?["root_module"]).instances
      .filter { $0.isData && !known.contains($0.address) }
  }

  private mutating func noteWhatIsMissing() {
    if let errored = document["errored"], errored.bool == true {
      log.add(.failedPlan(at: errored.location))
    } else if let complete = document["complete"], complete.bool == false {
      log.add(.incompletePlan(at: complete.location))
    }
  }

  /// Whether the plan has all resources of its sources, so that it can stand for them.
  private var isWhole: Bool {
    document["errored"]?.bool != true && document["complete"]?.bool != false
  }
}
