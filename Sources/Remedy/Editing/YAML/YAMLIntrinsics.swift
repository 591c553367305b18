/// The short forms of CloudFormation's intrinsic functions.
enum YAMLIntrinsics {
  /// The tags, by the key of the long form.
  static let tags: [String: String] = {
    let functions = [
      "And", "Base64", "Cidr", "Equals", "FindInMap", "GetAZs", "GetAtt", "If", "ImportValue",
      "Join", "Not", "Or", "Select", "Split", "Sub",
    ]
    var tags = Dictionary(uniqueKeysWithValues: functions.map { ("Fn::\($0)", "!\($0)") })
    tags["Ref"] = "!Ref"
    return tags
  }()

  static let names = Set(tags.values)

  /// The short form of `literal`, unless it has none: a tag cannot stand before another tag.
  static func tagged(_ literal: SourceLiteral) -> (tag: String, value: SourceLiteral)? {
    guard let (tag, value) = call(literal), call(value) == nil else { return nil }
    switch value {
    case .string:
      return (tag, value)
    case .list(let elements) where tag == "!GetAtt":
      guard let path = path(elements) else { return nil }
      return (tag, .string(path))
    case .list(let elements) where tag != "!Ref" && !elements.isEmpty:
      return (tag, value)
    default:
      return nil
    }
  }

  private static func call(_ literal: SourceLiteral) -> (tag: String, value: SourceLiteral)? {
    guard case .object(let members) = literal, members.count == 1, let tag = tags[members[0].name]
    else { return nil }
    return (tag, members[0].value)
  }

  /// The strings of a list with dots between them.
  private static func path(_ elements: [SourceLiteral]) -> String? {
    var names: [String] = []
    for element in elements {
      guard case .string(let name) = element else { return nil }
      names.append(name)
    }
    return names.count < 2 ? nil : names.joined(separator: ".")
  }
}
