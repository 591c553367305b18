import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// Evaluates the resources of a project.
final class ResourceReader {
  let reading: ProjectReading
  private var budget: ValueBudget

  init(_ reading: ProjectReading) {
    self.reading = reading
    budget = ValueBudget(reading.options.maximumValues)
  }

  /// The resources and data sources of `module` and of all that it calls, in source order.
  func resources(of module: ModuleInstance) -> [TerraformResource] {
    module.checkVariables()
    var resources: [TerraformResource] = []
    for kind in [Declaration.Kind.resource, .data] {
      for declaration in module.configuration[kind].all where declaration.isReported {
        resources += self.resources(declaration, in: module)
      }
    }
    for declaration in module.configuration[.module].all where declaration.isReported {
      for case .opened(let called) in module.modules(of: declaration) {
        resources += self.resources(of: called)
      }
    }
    return resources
  }

  private func resources(
    _ declaration: Declaration,
    in module: ModuleInstance
  ) -> [TerraformResource] {
    noteIgnoredChanges(of: declaration)
    var resources: [TerraformResource] = []
    for instance in module.expansion(of: declaration).instances {
      guard reading.takeInstance(of: declaration.address, at: declaration.header) else { break }
      resources.append(
        TerraformResource(
          id: module.id(declaration, instance.key),
          type: declaration.type,
          isData: declaration.kind == .data,
          properties: properties(declaration, instance, in: module),
          location: declaration.header
        )
      )
    }
    return resources
  }

  private func properties(
    _ declaration: Declaration,
    _ instance: Instance,
    in module: ModuleInstance
  ) -> Value {
    var object = BodyEvaluator(module).object(
      declaration.body,
      module.scope(of: instance),
      excluding: ModuleInstance.metaArguments
    )
    for path in TerraformShape.jsonArguments(of: declaration.type).sorted() {
      object = readJSON(path.parts(separatedBy: ".").map(String.init)[...], in: object)
    }
    if declaration.kind == .resource { addTags(to: &object, of: declaration, in: module) }
    let value = TerraformValue(.object(object), at: declaration.location)
    return value.inventoryValue(budget: &budget).finished()
  }

  /// What a deployment pipeline usually changes behind Terraform's back.
  private static let pipelineArguments: [String: String] = [
    "aws_ecs_service": "task_definition", "aws_ecs_task_definition": "container_definitions",
  ]

  private func noteIgnoredChanges(of declaration: Declaration) {
    guard let name = Self.pipelineArguments[declaration.type],
      let argument = declaration.body.blocks("lifecycle").first?.argument("ignore_changes")
    else { return }
    for reference in argument.expression.names
    where reference.name == name || reference.name == "all" {
      reading.log.add(.ignoredChanges(name, at: reference.location))
    }
  }
}

extension TerraformBlock {
  fileprivate func argument(_ name: String) -> TerraformBody.Argument? { body.argument(name) }
}
