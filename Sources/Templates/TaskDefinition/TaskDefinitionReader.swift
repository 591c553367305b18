import Inventory
import SourceText
import Syntax

/// Reads documents that hold task definitions as such, without a template around them.
struct TaskDefinitionReader {
  private let document: Node
  private var log = DiagnosticLog()
  private var budget: ValueBudget
  private var resources: [Resource] = []
  private var taken: Set<String> = []

  init(_ document: Node, _ options: TemplateOptions) {
    self.document = document
    self.budget = ValueBudget(options.maximumValues)
  }

  /// Reads the document into one inventory.
  consuming func read() -> DeploymentUnit {
    readAll()
    if budget.isSpent { log.add(.tooLarge(document.file)) }
    return DeploymentUnit(
      file: document.file,
      format: .taskDefinition,
      inventories: [Inventory(resources)],
      diagnostics: log.diagnostics
    )
  }

  private mutating func readAll() {
    let elements = (document["taskDefinitions"] ?? document).elements
    if elements.isEmpty {
      add(document)
    } else if elements.allSatisfy(TemplateRecognition.isTaskDefinition) {
      for element in elements { add(element) }
    } else {
      addContainers(document)
    }
  }

  /// Adds a task definition, with the tags that stand beside it in the answer of an API.
  private mutating func add(_ node: Node) {
    let inner = node["taskDefinition"] ?? node["TaskDefinition"]
    let definition = inner ?? node
    var properties = Value(definition, budget: &budget)
    if inner != nil, let tags = node.entry("tags"), var object = properties.object,
      object["tags"] == nil
    {
      object.set(
        .init("tags", Value(tags.value, budget: &budget), key: tags.key.location)
      )
      properties.content = .object(object)
    }
    add(properties, at: definition.entry("family")?.value.location ?? definition.location)
  }

  /// Adds a bare list of containers, as other tools include them; all else is not known.
  private mutating func addContainers(_ node: Node) {
    let outside = Value(.unknown(.outside("taskDefinition")), at: nil)
    let members =
      [ValueObject.Member("containerDefinitions", Value(node, budget: &budget))]
      + TaskDefinitionTypes.membersBesideContainers.map { ValueObject.Member($0, outside) }
    add(Value(.object(ValueObject(members)), at: node.location), at: node.location)
  }

  private mutating func add(_ properties: Value, at location: SourceLocation) {
    let resource = CloudFormationShape.resource(
      id: ResourceID(name(for: properties)),
      type: "AWS::ECS::TaskDefinition",
      properties: TaskDefinitionPlaceholders.marked(properties),
      location: location,
      constructPath: nil
    )
    resources.append(TaskDefinitionTypes.checked(resource, &log))
  }

  /// The family, with the revision or a number where the family alone is taken.
  private mutating func name(for properties: Value) -> String {
    let family = (properties["family"] ?? properties["Family"])?.text ?? ""
    let name = family.isEmpty ? RelativePath.name(of: document.file.path) : family
    var candidate = name
    if taken.contains(candidate), let revision = properties["revision"]?.text {
      candidate = "\(name):\(revision)"
    }
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)#\(number)"
      number += 1
    }
    return candidate
  }
}
