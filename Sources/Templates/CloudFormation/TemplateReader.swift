import Inventory
import SourceText
import Syntax

/// Evaluates one template in all its scenarios.
struct TemplateReader {
  let template: Template
  let reading: TemplateReading

  init(_ template: Template, _ options: TemplateOptions) {
    self.template = template
    self.reading = TemplateReading(options)
  }

  func read() -> DeploymentUnit {
    checkSections()
    return DeploymentUnit(
      file: template.file,
      format: template.isServerless ? .sam : template.isSynthesized ? .cdk : .cloudFormation,
      inventories: inventories(),
      diagnostics: reading.log.diagnostics,
      included: reading.included,
      parameters: template.root["Parameters"]?.entries.compactMap(\.key.string) ?? [],
      conditions: template.comparisons.dependencies
    )
  }

  private func checkSections() {
    let resources = template.root["Resources"]
    if resources?.kind != .mapping, !template.generatesResources {
      let place = resources ?? template.root.entries.first?.key ?? template.root
      reading.log.add(.wrongType(expected: "Resources", .error, at: place.location))
    }
    for name in ["Parameters", "Mappings", "Conditions", "Outputs", "Globals"] {
      guard let node = template.root[name], node.kind != .mapping, node.kind != .null else {
        continue
      }
      reading.log.add(.wrongType(expected: name, at: node.location))
    }
    for parameter in template.parameters.values.sorted(by: { $0.name < $1.name }) {
      guard parameter.hasForbiddenDefault, let node = parameter.defaultNode else { continue }
      reading.log.add(.forbiddenDefault(parameter.name, at: node.location))
    }
    if let node = template.root["Transform"],
      template.transforms.contains(where: { !$0.hasPrefix("AWS::") })
    {
      reading.log.add(.transformNotApplied(at: node.location))
    }
  }

  private func inventories() -> [Inventory] {
    let maximum = max(1, reading.options.maximumScenarios)
    var inventories = [evaluate()]
    for resource in ReferenceGraph(inventories[0].resources).circles {
      reading.log.add(.circular(resource.id.path, at: resource.location))
    }
    let first = reading.choices
    guard first.combinations(limit: maximum + 1) <= maximum else {
      return inventories + variations(of: first)
    }
    while !reading.budget.isSpent, reading.choices.advance() {
      guard inventories.count < maximum else {
        reading.log.add(.tooManyScenarios(template.file))
        break
      }
      inventories.append(evaluate())
    }
    return inventories
  }

  /// The runs that differ from the first one in a single choice.
  private func variations(of first: Choices) -> [Inventory] {
    reading.log.add(.tooManyScenarios(template.file))
    let limit = max(reading.options.maximumScenarios, first.points.first?.count ?? 0) - 1
    var inventories: [Inventory] = []
    for point in first.points {
      for index in 1..<max(point.count, 1) {
        guard inventories.count < limit, !reading.budget.isSpent
        else { return inventories }
        reading.choices = Choices(fixed: [point.key: index])
        inventories.append(evaluate())
      }
    }
    return inventories
  }

  private func evaluate() -> Inventory {
    reading.startRun()
    let stack = Stack(template, reading: reading, arguments: reading.options.parameters)
    let resources = stack.allResources()
    return Inventory(resources, scenario: Scenario(reading.decisions))
  }
}
