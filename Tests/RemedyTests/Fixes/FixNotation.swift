import Inventory

/// A way in which people write a task definition.
enum FixNotation: String, CaseIterable {
  case taskDefinition = "task definition"
  case blockTemplate = "template in block YAML"
  case flowTemplate = "template in flow YAML"
  case jsonTemplate = "template in JSON"
  case serverlessTemplate = "SAM template"
  case jsonencode = "Terraform with jsonencode"
  case heredoc = "Terraform with a heredoc"
  case file = "Terraform with file"
  case templatefile = "Terraform with templatefile"
  case moduleArgument = "Terraform module with an argument"
  case moduleDefault = "Terraform module with a default"

  /// The files of a project in which the task definition `value` is written this way.
  func files(_ value: Value) -> [String: String] {
    let task = WrittenValue(value, .init(of: .taskDefinition, in: .api))
    switch self {
    case .taskDefinition: return ["task.json": task.json + "\n"]
    case .blockTemplate: return ["template.yaml": template(value).yaml + "\n"]
    case .flowTemplate:
      return ["template.yaml": "Resources:\n  Task: \(resource(value).flow)\n"]
    case .jsonTemplate: return ["template.json": template(value).json + "\n"]
    case .serverlessTemplate:
      let transform = "Transform: AWS::Serverless-2016-10-31\n"
      return ["template.yaml": transform + template(value).yaml + "\n"]
    default: return terraform(value, containers: task["containerDefinitions"])
    }
  }

  private func terraform(_ value: Value, containers: WrittenValue) -> [String: String] {
    let hcl = containers.hcl
    switch self {
    case .heredoc:
      let text = "<<-EOT\n\(containers.json.indented(by: 4))\n  EOT"
      return ["main.tf": Self.resource(value, containers: text)]
    case .file:
      return [
        "main.tf": Self.resource(value, containers: "file(\"${path.module}/containers.json\")"),
        "containers.json": containers.json + "\n",
      ]
    case .templatefile:
      let call = "templatefile(\"${path.module}/containers.json.tftpl\", { memory = 256 })"
      return [
        "main.tf": Self.resource(value, containers: call),
        "containers.json.tftpl":
          containers.json.replacing("\"memory\": 256", with: "\"memory\": ${memory}") + "\n",
      ]
    case .moduleArgument, .moduleDefault:
      let given = self == .moduleArgument ? "  containers = \(hcl.indented(by: 2, from: 1))\n" : ""
      let base = self == .moduleDefault ? "  default = \(hcl.indented(by: 2, from: 1))\n" : ""
      return [
        "main.tf": "module \"task\" {\n  source = \"./task\"\n\(given)}\n",
        "task/main.tf": "variable \"containers\" {\n  type = any\n\(base)}\n\n"
          + Self.resource(value, containers: "jsonencode(var.containers)"),
      ]
    default:
      return [
        "main.tf": Self.resource(value, containers: "jsonencode(\(hcl.indented(by: 2, from: 1)))")
      ]
    }
  }

  private static func resource(_ value: Value, containers: String) -> String {
    let spelling = SourceSpelling(of: .taskDefinition, in: .terraform)
    let family = value["family"]?.text == nil ? "  family = \"shop\"\n" : ""
    let body = WrittenValue.body(value, spelling, leaving: "containerDefinitions")
    return """
      resource "aws_ecs_task_definition" "shop" {
      \(family)\(body.indented(by: 2))
        container_definitions = \(containers)
      }

      """
  }

  private func resource(_ value: Value) -> WrittenValue {
    let properties = WrittenValue(value, .init(of: .taskDefinition, in: .cloudFormation))
    return .object([("Type", .scalar("AWS::ECS::TaskDefinition")), ("Properties", properties)])
  }

  private func template(_ value: Value) -> WrittenValue {
    .object([("Resources", .object([("Task", resource(value))]))])
  }
}

/// A value in the words of a source language, ready to be written in several notations.
indirect enum WrittenValue {
  /// A scalar that stands for itself in all notations.
  case scalar(String)
  /// A text that is quoted.
  case text(String)
  case list([WrittenValue])
  case object([(String, WrittenValue)])

  init(_ value: Value, _ spelling: SourceSpelling) {
    switch value.content {
    case .list(let elements): self = .list(elements.map { WrittenValue($0, spelling) })
    case .object(let object):
      self = .object(
        object.members.filter { !$0.value.isNull }.map {
          (spelling.member($0.name).name, WrittenValue($0.value, spelling.inside($0.name)))
        }
      )
    case .string(let text): self = .text(text)
    default: self = .scalar(value.text ?? "null")
    }
  }

  /// The member `name` of an object.
  subscript(name: String) -> WrittenValue {
    guard case .object(let members) = self else { return .scalar("null") }
    return members.first { $0.0 == name }?.1 ?? .scalar("null")
  }

  private static func quoted(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n") + "\""
  }

  private var leaf: String? {
    switch self {
    case .scalar(let text): text
    case .text(let text): Self.quoted(text)
    case .list(let elements): elements.isEmpty ? "[]" : nil
    case .object(let members): members.isEmpty ? "{}" : nil
    }
  }

  var json: String {
    if let leaf { return isPlainWord ? Self.quoted(leaf) : leaf }
    switch self {
    case .list(let elements):
      return "[\n" + elements.map { $0.json.indented(by: 2) }.joined(separator: ",\n") + "\n]"
    case .object(let members):
      let lines = members.map { "\(Self.quoted($0.0)): \($0.1.json)".indented(by: 2) }
      return "{\n" + lines.joined(separator: ",\n") + "\n}"
    default: return ""
    }
  }

  /// Whether a scalar of YAML would be no scalar of JSON.
  private var isPlainWord: Bool {
    guard case .scalar(let text) = self else { return false }
    return !["true", "false", "null"].contains(text) && Double(text) == nil
  }

  var flow: String {
    if let leaf { return leaf }
    switch self {
    case .list(let elements): return "[\(elements.map(\.flow).joined(separator: ", "))]"
    case .object(let members):
      return "{ " + members.map { "\($0.0): \($0.1.flow)" }.joined(separator: ", ") + " }"
    default: return ""
    }
  }

  var yaml: String {
    if let leaf { return leaf }
    switch self {
    case .list(let elements):
      return elements.map { "- " + $0.yaml.indented(by: 2, from: 1) }.joined(separator: "\n")
    case .object(let members):
      return members.map { name, value in
        value.leaf.map { "\(name): \($0)" } ?? "\(name):\n\(value.yaml.indented(by: 2))"
      }.joined(separator: "\n")
    default: return ""
    }
  }

  var hcl: String {
    if let leaf { return leaf }
    switch self {
    case .list(let elements):
      return "[\(elements.map(\.hcl).joined(separator: ", "))]"
    case .object(let members):
      let lines = members.map { name, value in
        "\(name.contains("-") ? Self.quoted(name) : name) = \(value.hcl)".indented(by: 2)
      }
      return "{\n\(lines.joined(separator: "\n"))\n}"
    default: return ""
    }
  }

  /// The arguments and blocks of a Terraform body.
  static func body(
    _ value: Value,
    _ spelling: SourceSpelling,
    leaving left: String = ""
  ) -> String {
    let members = (value.object?.members ?? []).filter { !$0.value.isNull && $0.name != left }
    return members.flatMap { member -> [String] in
      let word = spelling.member(member.name)
      let inner = spelling.inside(member.name)
      guard word.isBlock else {
        return ["\(word.name) = \(WrittenValue(member.value, inner).hcl)"]
      }
      return (member.value.list ?? [member.value]).map {
        "\(word.name) {\n\(body($0, inner).indented(by: 2))\n}"
      }
    }.joined(separator: "\n")
  }
}

extension String {
  /// The lines from number `first` on behind `count` spaces.
  func indented(by count: Int, from first: Int = 0) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return lines.map { number, line in
      number < first || line.isEmpty ? String(line) : String(repeating: " ", count: count) + line
    }.joined(separator: "\n")
  }
}
