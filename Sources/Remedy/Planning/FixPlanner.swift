package import Inventory
package import Posture
import SourceText
package import Templates

/// Works out what is to be done about findings, from what their controls declare.
package struct FixPlanner: Sendable {
  private let control: Control
  private let declarations: [FixDeclaration]
  private let recipes: RecipeBook

  /// Prepares to plan for the failures of `control`.
  package init(_ control: Control, recipes: RecipeBook) {
    self.control = control
    declarations = FixReader.read(control).declarations
    self.recipes = recipes
  }

  /// The plan for `finding`, which judged a part of `unit` as it is in `inventory`.
  ///
  /// - Throws: Why no edit can mend it.
  package func plan(
    _ finding: Finding,
    in inventory: Inventory,
    of unit: DeploymentUnit,
    _ documents: SourceDocuments
  ) throws(FixObstacle) -> FixPlan? {
    let judged = FixSubject.judged(by: finding, kind: control.resource, in: inventory)
    guard let judged else { return nil }
    guard let declaration = try declaration(for: unit.format, judged) else {
      throw FixObstacle(.nothingDeclared(control))
    }
    if declaration.applicability == .manual {
      throw FixObstacle(declaration.note ?? .nothingDeclared(control))
    }
    guard let subject = FixSubject(judged) else { throw FixObstacle(.toldOtherwise(control)) }
    if let name = declaration.recipe {
      guard let recipe = recipes[name] else { throw FixObstacle(.nothingDeclared(control)) }
      return try recipe(subject, unit, documents, declaration)
    }
    return plan(subject, by: declaration, in: unit)
  }

  /// The first declaration that is for sources in `format` and for what is judged.
  private func declaration(
    for format: SourceFormat,
    _ judged: Subject
  ) throws(FixObstacle) -> FixDeclaration? {
    guard let group = format.fixFormat else { throw FixObstacle(.notASource(format)) }
    return declarations.first { declaration in
      (declaration.formats.isEmpty || declaration.formats.contains(group))
        && declaration.condition?.holds(for: judged) ?? true
    }
  }

  private func plan(
    _ subject: FixSubject,
    by declaration: FixDeclaration,
    in unit: DeploymentUnit
  ) -> FixPlan {
    let names = NameTable(subject.subject)
    var draft = PlanDraft(subject, declaration.applicability)
    for (path, value) in declaration.sets { draft.add(path, .set(names.filled(value))) }
    for path in declaration.removals { draft.add(path, .remove) }
    for (path, elements) in declaration.additions {
      draft.add(path, .append(elements.map(names.filled)))
    }
    for (path, texts) in declaration.withdrawals { draft.add(path, .withdraw(texts)) }
    for resource in declaration.resources { draft.add(resource, names) }
    var plan = draft.plan
    if !declaration.decides.isEmpty {
      plan.decided[subject.subject.resource.id] = declaration.decides
    }
    if let note = declaration.note { plan.notes.append(note) }
    return plan
  }
}

/// A plan in the making, for what one finding judged.
struct PlanDraft {
  private let subject: FixSubject
  private(set) var plan: FixPlan

  init(_ subject: FixSubject, _ applicability: Applicability) {
    self.subject = subject
    plan = FixPlan(applicability)
  }

  private var resource: Resource { subject.subject.resource }

  /// Adds what is to happen at the end of `path`, which starts at what is judged or its resource.
  mutating func add(_ path: FixPath, _ leaf: PatchBuilder.Leaf) {
    let startsAtPart = path.root == subject.subject.kind
    let spelling =
      startsAtPart ? subject.spelling : SourceSpelling(of: resource.kind, in: .api)
    let value = startsAtPart ? subject.subject.value : resource.properties
    guard let patch = PatchBuilder().patch(value, spelling, path.steps[...], leaf) else { return }
    add(startsAtPart ? subject.patch(patch) : patch)
  }

  /// Adds a patch of the whole resource.
  mutating func add(_ patch: Patch) {
    let old = plan.patches[resource.id]
    plan.patches[resource.id] = old.map { $0.merged(with: patch) ?? $0 } ?? patch
  }

  /// Adds a resource beside the judged one.
  ///
  /// One that speaks of the judged resource is repeated like it; one that the judged resource
  /// refers to serves all its instances.
  mutating func add(_ draft: ResourceDraft, _ names: NameTable) {
    let speaks = draft.properties.contains { $0.value.mentions("{self}") }
    let repetition = speaks ? TerraformResourceName(resource.id.path)?.repetition : nil
    var filled = draft
    filled.name = names.filled(draft.name)
    filled.properties = (repetition.map { [$0] } ?? []) + draft.properties.map(names.filled)
    plan.resources.append(ResourceAddition(filled, beside: resource.id))
  }
}

extension SourceLiteral {
  /// Whether one of its expressions holds `text`.
  fileprivate func mentions(_ text: String) -> Bool {
    switch self {
    case .expression(let code): code.contains(text)
    case .list(let elements), .call(_, let elements): elements.contains { $0.mentions(text) }
    case .object(let members): members.contains { $0.value.mentions(text) }
    case .null, .bool, .number, .string, .reference: false
    }
  }
}

extension SourceFormat {
  /// The group of formats that are mended alike; `nil` for what is made from sources elsewhere.
  var fixFormat: FixFormat? {
    switch self {
    case .taskDefinition: .taskDefinition
    case .cloudFormation, .sam: .cloudFormation
    case .terraform: .terraform
    case .compose: .compose
    case .dockerfile: .dockerfile
    case .cdk, .terraformPlan, .terraformState, .copilot, .ecsParams: nil
    }
  }
}
