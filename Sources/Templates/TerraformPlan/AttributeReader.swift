import Inventory
import SourceText
import Syntax

/// Turns the attributes of instances into the arguments that their sources would have.
///
/// A plan lists every argument, those that nobody gave as null or empty; these are left out. JSON
/// that stands as text becomes the value that it means, each part at the place of the text.
struct AttributeReader {
  private(set) var log = DiagnosticLog()
  private(set) var budget: ValueBudget
  /// Whether a text that should hold JSON is not known, with all that stands in it.
  private(set) var missesJSON = false
  private var references: PlanReferences?
  private var address = TerraformAddress("")
  private var jsonArguments: Set<String> = []

  /// Reads with the budget of `options`; unknown arguments are looked up in `references`.
  init(_ options: TemplateOptions, references: PlanReferences? = nil) {
    budget = ValueBudget(options.maximumValues)
    self.references = references
  }

  /// The resources that `instances` describe.
  mutating func resources(_ instances: [StateInstance]) -> [TerraformResource] {
    instances.map { TerraformShape.knows($0.type) ? resource($0) : bare($0) }
  }

  /// A resource that nothing is judged of: others may refer to it, so it is there.
  private func bare(_ instance: StateInstance) -> TerraformResource {
    TerraformResource(
      id: ResourceID(instance.address.text),
      type: instance.type,
      isData: instance.isData,
      properties: Value(.object(ValueObject()), at: instance.location),
      location: instance.location
    )
  }

  private mutating func resource(_ instance: StateInstance) -> TerraformResource {
    address = instance.address
    jsonArguments = TerraformShape.jsonArguments(of: instance.type)
    var marks = instance.marks
    if marks.unknown != nil { marks.expression = references?.expressions(of: address) }
    var properties = Value(.null, at: instance.attributes?.location ?? instance.location)
    properties.content = object(instance.attributes, marks, path: "", keepsEmpty: false)
    return TerraformResource(
      id: ResourceID(address.text),
      type: instance.type,
      isData: instance.isData,
      properties: properties.withAllTags,
      location: instance.location
    )
  }

  /// The value of `node`, with what `marks` say of it.
  ///
  /// An object that is the element of a list is a nested block; any other is a map.
  private mutating func value(
    _ node: Node,
    _ marks: AttributeMarks,
    path: String,
    isElement: Bool = false
  ) -> Value {
    var value = Value(.null, at: node.location)
    value.isSensitive = marks.isSecret
    guard budget.spend() else {
      value.content = .unknown(.tooLarge(node.file.path))
      return value
    }
    if marks.isUnknown {
      value.content = unknown(marks, path: path)
      return value
    }
    switch node.kind {
    case .sequence: value.content = .list(elements(of: node, marks, path: path))
    case .mapping:
      value.content = object(node, marks, path: path + ".", keepsEmpty: !isElement)
    case .string where jsonArguments.contains(path):
      value.content = .string(node.string ?? "")
      value = json(value, path: path)
    default: value.content = Value.scalarContent(of: node)
    }
    return value
  }

  private mutating func elements(
    of node: Node,
    _ marks: AttributeMarks,
    path: String
  ) -> [Value] {
    let elements = node.elements
    return elements.enumerated().map { index, element in
      let inner = marks.element(index, of: elements.count)
      return value(element, inner, path: path, isElement: true)
    }
  }

  /// The members that were given, and those that are not known; the empty members of a map were.
  private mutating func object(
    _ node: Node?,
    _ marks: AttributeMarks,
    path: String,
    keepsEmpty: Bool
  ) -> Value.Content {
    var members: [ValueObject.Member] = []
    for entry in node?.entries ?? [] {
      let name = entry.key.string ?? ""
      let inner = marks.member(name)
      guard keepsEmpty || inner.hasUnknownParts || !entry.value.isUnset else { continue }
      let value = value(entry.value, inner, path: path + name)
      members.append(ValueObject.Member(name, value, key: entry.key.location))
    }
    for entry in marks.unknown?.entries ?? [] where entry.value.bool == true {
      guard let name = entry.key.string, node?.entry(name) == nil,
        !isLeftToProvider(name, marks)
      else { continue }
      let value = value(entry.value, marks.member(name), path: path + name)
      members.append(ValueObject.Member(name, value, key: entry.key.location))
    }
    return .object(ValueObject(members))
  }

  /// Whether the provider will fill in an argument that nobody gave, as if it were an attribute.
  private func isLeftToProvider(_ name: String, _ marks: AttributeMarks) -> Bool {
    guard let expressions = marks.expression else { return false }
    return Self.computedArguments.contains(name) && expressions.entry(name) == nil
  }

  /// The arguments that AWS has a value for where the configuration has none.
  private static let computedArguments: Set<String> = [
    "egress", "enable_fault_injection", "iam_role", "ingress", "inline_policy", "kms_key_id",
    "managed_policy_arns", "platform_version", "policy", "protection", "replica", "ssl_policy",
  ]

  private mutating func unknown(_ marks: AttributeMarks, path: String) -> Value.Content {
    if jsonArguments.contains(path) {
      missesJSON = true
    } else if let expression = marks.expression,
      let target = references?.target(of: expression, in: PlanReferences.Scope(address))
    {
      return .reference(target)
    }
    return .unknown(.attribute("\(address.text).\(path)"))
  }

  /// What the text `value` means; a text that is no JSON is not known.
  private mutating func json(_ value: Value, path: String) -> Value {
    let meaning = JSONText.value(of: value, budget: &budget)
    if case .malformed = meaning.unknownReason, let place = value.origin {
      log.add(.malformedJSON(path, of: address.text, at: place))
    }
    return meaning
  }
}

extension Node {
  /// Whether the value is what Terraform writes for an argument that nobody gave.
  fileprivate var isUnset: Bool {
    switch kind {
    case .null: true
    case .string: string?.isEmpty ?? true
    case .sequence, .mapping: count == 0
    case .bool, .number: false
    }
  }
}

extension Value {
  /// The object with all tags under `tags`, those among them that the provider adds by default.
  fileprivate var withAllTags: Value {
    guard var object, let all = object.member("tags_all"), all.value.object != nil else {
      return self
    }
    object.set(ValueObject.Member("tags", all.value, key: object.member("tags")?.key ?? all.key))
    var value = self
    value.content = .object(ValueObject(object.members.filter { $0.name != "tags_all" }))
    return value
  }
}
