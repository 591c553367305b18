import Inventory
import SourceText
import Syntax

/// Reads a Compose file, with the files that belong to it, into one inventory.
struct ComposeReader {
  private let document: Node
  private let reading: ComposeReading

  init(_ document: Node, _ options: TemplateOptions) {
    self.document = document
    self.reading = ComposeReading(options)
  }

  /// Reads the project.
  consuming func read() -> DeploymentUnit {
    let folder = RelativePath.folder(of: document.file.path)
    let project = ComposeProject(
      documents(in: folder),
      folder: folder,
      variables: ComposeVariables(reading.options.parameters),
      reading: reading
    )
    let shapes = judged(project.services()).map { ComposeServiceShape($0) }
    var resources = shapes.map(\.resource)
    resources += ecsParams(in: folder)?.resources(for: shapes) ?? []
    resources += DockerECSDeployment(project)?.resources(for: shapes) ?? []
    if reading.budget.isSpent { reading.log.add(.tooLarge(document.file)) }
    return DeploymentUnit(
      file: document.file,
      format: .compose,
      inventories: [Inventory(resources)],
      diagnostics: reading.log.diagnostics,
      included: reading.included,
      parameters: reading.variables.sorted(),
      hidden: reading.hidden
    )
  }

  /// What the ECS CLI reads beside the project's base file.
  private func ecsParams(in folder: String) -> ECSParams? {
    for name in ECSParams.names {
      let path = RelativePath.join(folder, name)
      guard let root = reading.existingDocument(at: path), ECSParams.isParams(root) else {
        continue
      }
      reading.included.append(path)
      return ECSParams(root, budget: &reading.budget)
    }
    return nil
  }

  /// The files to read one over the other: a base takes its override with it, and a file that
  /// needs a base to be complete is read over the one beside it.
  private func documents(in folder: String) -> [Node] {
    let name = RelativePath.name(of: document.file.path)
    if ComposeFile.baseNames.contains(name) {
      guard let override = first(ComposeFile.overrideNames, in: folder) else { return [document] }
      reading.included.append(RelativePath.normalized(override.file.path))
      return [document, override]
    }
    guard ComposeFile.isPartial(document), let base = first(ComposeFile.baseNames, in: folder)
    else { return [document] }
    return [base, document]
  }

  private func first(_ names: [String], in folder: String) -> Node? {
    for name in names {
      let path = RelativePath.join(folder, name)
      guard let found = reading.existingDocument(at: path), ComposeFile.isCompose(found) else {
        continue
      }
      return found
    }
    return nil
  }

  /// The services to judge in this file: of a base read below it, only those that it names.
  private func judged(_ services: [ComposeProject.Service]) -> [ComposeProject.Service] {
    let isBase = ComposeFile.baseNames.contains(RelativePath.name(of: document.file.path))
    guard !isBase, ComposeFile.isPartial(document) else { return services }
    let names = Set(document["services"]?.entries.compactMap(\.key.string) ?? [])
    return services.filter { names.contains($0.name) }
  }
}
