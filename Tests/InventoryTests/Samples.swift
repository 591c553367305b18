import Inventory
import SourceText
import Syntax
import Testing

/// Short templates for tests: resources as JSON, in CloudFormation's spelling.
///
/// `{"Ref": X}` and `{"Fn::GetAtt": [X, A]}` refer to another resource of the sample;
/// `{"Unknown": X}` is the parameter X without a value, `{"Data": X}` what a data source finds out;
/// `{"Partial": […]}` is a text of such pieces.
enum Samples {
  static func inventory(_ json: String) -> Inventory {
    let tree = JSONParser.parse(SourceFile(path: "sample.json", text: json))
    #expect(tree.diagnostics.isEmpty, "the sample is no JSON: \(tree.diagnostics)")
    let entries = tree.root?.entries ?? []
    return Inventory(
      entries.map { entry in
        CloudFormationShape.resource(
          id: ResourceID(entry.key.string ?? ""),
          type: entry.value["Type"]?.string ?? "",
          properties: entry.value["Properties"].map { evaluated(Value($0)) }
            ?? Value(.object(ValueObject()), at: entry.value.location),
          location: entry.key.location
        )
      }
    )
  }

  /// An inventory of one task definition with one container.
  static func container(_ json: String, around: String = "") -> Inventory {
    inventory(
      """
      {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {
        "ContainerDefinitions": [\(json)]\(around)}}}
      """
    )
  }

  /// The value with its references and unknown parts in place of the objects that stand for them.
  static func evaluated(_ value: Value) -> Value {
    var result = value
    switch value.content {
    case .list(let elements): result.content = .list(elements.map(evaluated))
    case .object(let object): result.content = content(of: object)
    default: break
    }
    return result
  }

  private static func content(of object: ValueObject) -> Value.Content {
    if let name = object["Ref"]?.text { return .reference(ResourceReference(ResourceID(name))) }
    if let path = object["Fn::GetAtt"]?.list?.compactMap(\.text), path.count == 2 {
      return .reference(ResourceReference(ResourceID(path[0]), attribute: path[1]))
    }
    if let name = object["Unknown"]?.text { return .unknown(.parameter(name)) }
    if let name = object["Data"]?.text { return .unknown(.data(name)) }
    if let name = object["Pseudo"]?.text { return .unknown(.pseudoParameter(name)) }
    if let name = object["Resolve"]?.text { return .unknown(.dynamicReference(name)) }
    if let pieces = object["Partial"]?.list { return .partial(pieces.map { piece(evaluated($0)) }) }
    let members = object.members.map { member in
      ValueObject.Member(member.name, evaluated(member.value), key: member.key)
    }
    return .object(ValueObject(members))
  }

  private static func piece(_ value: Value) -> TextPiece {
    switch value.content {
    case .reference(let reference): .reference(reference)
    case .unknown(let reason): .unknown(reason)
    default: .literal(value.text ?? "")
    }
  }
}

extension Inventory {
  /// What `field` reaches in the first subject of `kind`, one word a value.
  ///
  /// An absent field reads `absent`, an unknown value `?`, a text known in part with `?` in it.
  func reading(_ field: String, of kind: String, argument: String? = nil) -> [String] {
    guard let subject = subjects(of: kind).first else { return ["no subject"] }
    return subject.reading(field, argument: argument)
  }
}

extension Subject {
  /// What `field` reaches, as `Inventory.reading` shows it.
  func reading(_ field: String, argument: String? = nil) -> [String] {
    let lookup = lookup(field.split(separator: ".").map(String.init), argument: argument)
    return lookup.isAbsent ? ["absent"] : lookup.values.map(\.shown)
  }
}

extension Value {
  /// The value in one word.
  var shown: String {
    switch content {
    case .null: "null"
    case .bool, .number, .string: text ?? ""
    case .unknown: "?"
    case .partial(let pieces):
      pieces.map { if case .literal(let text) = $0 { text } else { "?" } }.joined()
    case .reference(let reference): "→" + reference.resource.path
    case .list: "list"
    case .object: "object"
    }
  }

  /// The bytes that the value points at.
  var source: String? { origin.map { $0.file.text($0.range) } }
}
