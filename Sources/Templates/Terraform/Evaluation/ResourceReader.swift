import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// Evaluates the resources of a project.
final class ResourceReader {
  private let reading: ProjectReading
  private var budget: ValueBudget

  init(_ reading: ProjectReading) {
    self.reading = reading
    budget = ValueBudget(reading.options.maximumValues)
  }

  /// The resources and data sources of `module` and of all that it calls, in source order.
  func resources(of module: ModuleInstance) -> [TerraformResource] {
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
  )
    -> [TerraformResource]
  {
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

  /// Replaces the JSON texts that `path` leads to by what they hold.
  private func readJSON(_ path: ArraySlice<String>, in object: TerraformObject) -> TerraformObject {
    guard let name = path.first, var member = object.member(name) else { return object }
    member.value = readJSON(path.dropFirst(), named: name, in: member.value)
    var object = object
    object.set(member)
    return object
  }

  private func readJSON(
    _ path: ArraySlice<String>,
    named name: String,
    in value: TerraformValue
  ) -> TerraformValue {
    guard path.isEmpty else {
      guard let blocks = value.elements, value.object == nil else {
        return value.object.map { value.with(.object(readJSON(path, in: $0))) } ?? value
      }
      return value.with(
        .tuple(
          blocks.map { block in
            block.object.map { block.with(.object(readJSON(path, in: $0))) } ?? block
          }
        )
      )
    }
    guard let rope = value.rope else { return value }
    // The provider takes an empty text for one that is not given.
    guard rope.text != "" else { return value.with(.null(.string)) }
    do {
      var read = try rope.jsonValue()
      read.via = value.via + read.via.filter { !value.via.contains($0) }
      read.marks.formUnion(value.marksOfWholeText)
      read.origin = read.origin ?? value.origin
      return read
    } catch {
      // A text that is unknown in a way that leaves no JSON to be read is no fault of its author.
      if rope.isKnown, let place = error.location ?? value.origin {
        reading.log.add(.notJSON(name, at: place))
      }
      return .unknown(rope.doubt.reason ?? .malformed(expected: "JSON"), at: value.origin)
    }
  }

  /// Adds the tags that the provider gives to all its resources.
  private func addTags(
    to object: inout TerraformObject,
    of declaration: Declaration,
    in module: ModuleInstance
  ) {
    guard declaration.type.hasPrefix("aws_"),
      let defaults = module.defaultTags(for: module.providerName(of: declaration)),
      defaults.value.members?.isEmpty != true
    else { return }
    let own = object.given("tags")
    guard let members = own?.members ?? (own == nil ? [] : nil) else { return }
    guard let shared = defaults.value.members else {
      // What the resource itself says is certain; what the provider adds to it is not.
      if own == nil { object.set(.init("tags", .unknown(like: defaults.value), key: defaults.key)) }
      return
    }
    let all = TerraformObject(shared + members)
    let origin = own?.origin ?? defaults.value.origin
    object.set(
      .init(
        "tags",
        TerraformValue(.object(all), at: origin, via: own?.via ?? defaults.value.via),
        key: object.member("tags")?.key ?? defaults.key
      )
    )
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

extension TerraformValue.Doubt? {
  /// The reason for a doubt that is no reference.
  fileprivate var reason: UnknownReason? {
    switch self {
    case .reason(let reason)?: reason
    case .reference(let reference)?:
      .attribute(
        reference.attribute.map { "\(reference.resource.path).\($0)" } ?? reference.resource.path
      )
    case nil: nil
    }
  }
}

extension Value {
  /// The value as it is judged: every part knows the way that the whole came, and what data sources
  /// find out is unknown, which is no reference to a resource.
  fileprivate func finished(through outer: [SourceLocation] = []) -> Value {
    var value = self
    for place in outer
    where value.via.count < TerraformValue.trailLimit && !value.via.contains(place) {
      value.via.append(place)
    }
    switch content {
    case .reference(let reference) where reference.resource.isData:
      value.content = .unknown(.data(reference.address))
    case .partial(let pieces): value.content = .partial(pieces.map(\.withoutDataReference))
    case .list(let elements):
      value.content = .list(elements.map { $0.finished(through: value.via) })
    case .object(let object):
      value.content = .object(
        ValueObject(
          object.members.map { member in
            .init(member.name, member.value.finished(through: value.via), key: member.key)
          }
        )
      )
    default: break
    }
    return value
  }
}

extension TextPiece {
  fileprivate var withoutDataReference: TextPiece {
    guard case .reference(let reference) = self, reference.resource.isData else { return self }
    return .unknown(.data(reference.address))
  }
}

extension ResourceID {
  /// Whether the address is that of a data source.
  fileprivate var isData: Bool {
    path.hasPrefix("data.") || path.offset(of: ".data.") != nil
  }
}

extension ResourceReference {
  fileprivate var address: String { attribute.map { "\(resource.path).\($0)" } ?? resource.path }
}
