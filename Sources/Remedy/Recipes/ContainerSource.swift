import Inventory
import SourceText
import Templates

/// A container of a task definition that a recipe works upon, and the source around it.
struct ContainerSource {
  let subject: FixSubject
  let unit: DeploymentUnit
  /// The source, parsed for reading what is written.
  let documents: SourceDocuments

  init(_ subject: FixSubject, in unit: DeploymentUnit, _ documents: SourceDocuments) {
    self.subject = subject
    self.unit = unit
    self.documents = documents
  }

  var container: Value { subject.subject.value }
  var taskDefinition: Resource { subject.subject.resource }
  var inventory: Inventory { subject.subject.inventory }

  /// The name of the container, or its place in the list.
  var name: String { container["name"]?.text ?? subject.subject.name ?? "container" }

  /// The name as it is written, which may be a reference.
  var writtenName: SourceLiteral {
    let member = container.object?.member("name")
    return member.flatMap { documents.written($0, of: container) } ?? .string(name)
  }

  /// The family, unless something else decides it.
  var family: String? { taskDefinition.properties["family"]?.text }

  /// The other containers of the task definition.
  var siblings: [Value] {
    (taskDefinition.properties["containerDefinitions"]?.list ?? []).filter { $0 != container }
  }

  /// The source's group of formats: only sources are mended.
  var format: FixFormat { unit.format.fixFormat ?? .taskDefinition }

  /// The names around the task definition.
  var declarations: NewDeclarations { NewDeclarations(beside: taskDefinition.id, in: unit) }

  /// The role that starts the tasks.
  var executionRole: ExecutionRole {
    guard let value = taskDefinition.properties["executionRoleArn"], !value.isNull else {
      return .missing
    }
    guard let role = inventory.resource(for: value), role.kind == .role else { return .elsewhere }
    return .declared(role)
  }

  /// A plan that changes these members of the container.
  func plan(_ members: [String: Patch], _ declaration: FixDeclaration) -> FixPlan {
    var plan = FixPlan(declaration.applicability)
    plan.patches[taskDefinition.id] = subject.patch(.members(members))
    if let note = declaration.note { plan.notes.append(note) }
    return plan
  }
}

/// The role that the agent fetches images and secrets with, as far as the source tells.
enum ExecutionRole {
  /// The task definition names none.
  case missing
  /// The source declares it.
  case declared(Resource)
  /// It is made elsewhere.
  case elsewhere

  /// Whether the source shows that the role has AWS's policy for pulling images and writing logs.
  var hasTaskExecutionPolicy: Bool {
    guard case .declared(let role) = self else { return false }
    let policies = role.properties["AttachedManagedPolicies"]?.list ?? []
    return policies.contains { policy in
      (policy["PolicyArn"] ?? policy).literalText.hasSuffix("/AmazonECSTaskExecutionRolePolicy")
    }
  }
}

extension Value {
  /// The text, as far as it is known.
  fileprivate var literalText: String {
    guard case .partial(let pieces) = content else { return text ?? "" }
    return pieces.map { if case .literal(let text) = $0 { text } else { "" } }.joined()
  }
}
