import Inventory
import SourceText
import Syntax

/// Reads a state: its JSON form, or the file in which Terraform keeps it.
struct TerraformStateReader {
  private let document: Node
  private let options: TemplateOptions
  private var log = DiagnosticLog()

  init(_ document: Node, _ options: TemplateOptions) {
    self.document = document
    self.options = options
  }

  /// Reads the JSON form into one inventory.
  consuming func readOutput() -> DeploymentUnit {
    guard TerraformFormat.checkVersion(of: document, &log) else { return unit([]) }
    // An empty state has no values.
    guard let section = document["values"], section.kind != .null else { return unit([]) }
    let root = section["root_module"]
    if root?.kind != .mapping {
      log.add(.missingSection("values.root_module", .error, root ?? section))
    }
    let values = StateValues(root)
    log.addFaults(values.faults)
    return unit(values.instances)
  }

  /// Reads the file itself, in its fourth format.
  consuming func readFile() -> DeploymentUnit {
    let resources = document["resources"]
    if resources?.kind != .sequence {
      log.add(.missingSection("resources", .error, resources ?? document))
    }
    var file = StateFile()
    for resource in resources?.elements ?? [] { file.add(resource) }
    log.addFaults(file.faults)
    return unit(file.instances)
  }

  /// Says why nothing can be read.
  consuming func refuse(_ diagnostic: Diagnostic) -> DeploymentUnit {
    log.add(diagnostic)
    return unit([])
  }

  private consuming func unit(_ instances: [StateInstance]) -> DeploymentUnit {
    var reader = AttributeReader(options)
    let declared = StateRepetitions.removed(from: reader.resources(instances))
    log.add(reader, of: document.file)
    return DeploymentUnit(
      file: document.file,
      format: .terraformState,
      inventories: [Inventory(TerraformShape.resources(declared))],
      diagnostics: log.diagnostics,
      hidesText: true
    )
  }
}
