import Inventory
import SourceText

/// The names that a fix's texts may hold in braces: `{resource}`, `{label}`, `{container}`.
struct NameTable {
  private let names: [String: String]

  /// The names around `subject`.
  ///
  /// - `{resource}` the logical ID, or the label of a Terraform resource
  /// - `{label}` the same with small letters, digits and underscores only
  /// - `{address}` the address within its Terraform module: `aws_ecs_cluster.main`
  /// - `{self}` the same for one instance of several: `each.value`
  /// - `{family}` the family of the task definition, `{container}` the name of the container
  init(_ subject: Subject) {
    let path = subject.resource.id.path
    let address = TerraformResourceName(path)
    let resource = address?.label ?? path.split(separator: "/").last.map(String.init) ?? path
    let instance = address?.instance(of: path) ?? resource
    let family = subject.resource.properties["family"]?.text ?? resource
    names = [
      "resource": resource,
      "label": Self.label(resource),
      "address": address.map { "\($0.type).\($0.label)" } ?? resource,
      "self": instance,
      "family": family,
      "container": subject.kind == "container" ? subject.name ?? "" : "",
    ]
  }

  /// `text` with its names put in; what a name holds is not looked at again.
  func filled(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[brace...].dropFirst()
      let word = rest.prefix { $0 != "{" && $0 != "}" }
      let behind = rest[word.endIndex...]
      if let name = names[String(word)], behind.first == "}" {
        result += name
        rest = behind.dropFirst()
      } else {
        result += "{"
      }
    }
    return result + rest
  }

  /// `literal` with its names put in.
  func filled(_ literal: SourceLiteral) -> SourceLiteral {
    switch literal {
    case .null, .bool, .number, .reference: literal
    case .string(let text): .string(filled(text))
    case .expression(let code): .expression(filled(code))
    case .list(let elements): .list(elements.map(filled))
    case .call(let name, let arguments): .call(name, arguments.map(filled))
    case .object(let members): .object(members.map(filled))
    }
  }

  /// `member` with its names put in.
  func filled(_ member: SourceLiteral.Member) -> SourceLiteral.Member {
    SourceLiteral.Member(filled(member.name), filled(member.value), isBlock: member.isBlock)
  }

  private static func label(_ text: String) -> String {
    String(
      text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    )
  }
}

/// The name of a Terraform resource in its address: `module.web.aws_ecr_repository.app["a"]`.
struct TerraformResourceName {
  /// The modules that lead to it; empty in the root module.
  let module: String
  let type: String
  let label: String
  private let key: String?

  /// Reads the address at `path`; `nil` for what is none.
  init?(_ path: String) {
    let bracket = path.hasSuffix("]") ? path.lastIndex(of: "[") : nil
    let base = bracket.map { path[..<$0] } ?? path[...]
    let words = base.split(separator: ".")
    guard words.count > 1, words[words.count - 2].contains("_") else { return nil }
    module = words.dropLast(2).joined(separator: ".")
    type = String(words[words.count - 2])
    label = String(words[words.count - 1])
    key = bracket.map { String(path[$0...].dropFirst().dropLast()) }
  }

  /// Whether the resource stands for each element of a collection, and how a sibling does likewise.
  var repetition: SourceLiteral.Member? {
    guard let key else { return nil }
    return key.hasPrefix("\"") || key == "each.key"
      ? SourceLiteral.Member("for_each", .expression("\(type).\(label)"))
      : SourceLiteral.Member("count", .expression("length(\(type).\(label))"))
  }

  /// How a sibling that is repeated likewise names its own instance.
  func instance(of path: String) -> String {
    switch repetition?.name {
    case "for_each": "each.value"
    case "count": "\(type).\(label)[count.index]"
    default: "\(type).\(label)"
    }
  }
}
