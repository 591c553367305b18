import Foundation
import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// The conformance vectors of functions that stand beside the working copy, where there are any.
enum FunctionVectors {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/vectors/hcl").standardized

  /// One call with its arguments, and what comes of it.
  struct Call: Sendable, CustomStringConvertible {
    let id: String
    let function: String
    let library: String
    let arguments: [TerraformValue]
    /// `nil` for an error.
    let expected: TerraformValue?
    /// Whether an argument carries knowledge that the row does not spell out.
    let isRefined: Bool

    var description: String { "\(id) \(function)" }
  }

  static let calls: [Call] = {
    guard let index = try? Data(contentsOf: folder.appending(path: "index.jsonl")) else {
      return []
    }
    return index.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let file = SourceFile(path: "index.jsonl", bytes: Array(line))
      guard let row = JSONParser.parse(file).root, row["kind"]?.string == "function-call" else {
        return nil
      }
      let arguments = row["args"]?.elements ?? []
      let isAboutEphemera = row["function"]?.string == "ephemeralasnull"
      let error = row["expected"]?["error"]
      return Call(
        id: row["id"]?.string ?? "",
        function: row["function"]?.string ?? "",
        library: row["lib"]?.string ?? "",
        arguments: arguments.map { isAboutEphemera ? ephemeral(value($0)) : value($0) },
        expected: error == nil ? row["expected"].map(value) : nil,
        isRefined: arguments.contains { $0["refined"] != nil }
      )
    }
  }()

  /// The value with the mark that rows do not spell out in its proper name.
  private static func ephemeral(_ value: TerraformValue) -> TerraformValue {
    var value = value
    if value.marks.remove("other") != nil { value.marks.insert("ephemeral") }
    switch value.content {
    case .list(let type, let elements): value.content = .list(type, elements.map(ephemeral))
    case .map(let type, let object):
      let members = object.members.map { TerraformObject.Member($0.name, ephemeral($0.value)) }
      value.content = .map(type, TerraformObject(members))
    default: break
    }
    return value
  }

  /// The value that a row describes by its type and its contents.
  private static func value(_ node: Node) -> TerraformValue {
    let type = node["type"].map(type) ?? .dynamic
    var result: TerraformValue
    if node["unknown"] != nil {
      result = TerraformValue(.unknown(type, .reason(.variable("x"))))
    } else if let elements = node["elements"] {
      result = collection(elements, type, value)
    } else {
      result = node["value"].map { plain($0, type) } ?? TerraformValue(.null(type))
    }
    result.marks = Set((node["marks"]?.elements ?? []).compactMap(\.string))
    return result
  }

  private static func plain(_ node: Node, _ type: TerraformType) -> TerraformValue {
    if node.kind == .null { return TerraformValue(.null(type)) }
    switch type {
    case .bool: return TerraformValue(.bool(node.bool ?? false))
    case .number:
      return TerraformValue(.number(TerraformNumber(node.string ?? "") ?? TerraformNumber(0)))
    case .string, .dynamic:
      return TerraformValue(.string(TerraformText(node.string ?? "")))
    case .list(let element), .set(let element), .map(let element):
      return collection(node, type) { plain($0, element) }
    case .tuple(let types):
      return TerraformValue(.tuple(zip(node.elements, types).map { plain($0, $1) }))
    case .object(let attributes, _):
      return TerraformValue(
        .object(
          TerraformObject(
            node.entries.map { entry in
              let name = entry.key.string ?? ""
              return .init(name, plain(entry.value, attributes[name] ?? .dynamic))
            }
          )
        )
      )
    }
  }

  private static func collection(
    _ node: Node,
    _ type: TerraformType,
    _ element: (Node) -> TerraformValue
  ) -> TerraformValue {
    let elements = node.elements.map(element)
    let object = TerraformObject(
      node.entries.map { .init($0.key.string ?? "", element($0.value)) }
    )
    switch type {
    case .list(let type): return TerraformValue(.list(type, elements))
    case .set(let type): return TerraformValue(.set(of: elements, type))
    case .map(let type): return TerraformValue(.map(type, object))
    case .tuple: return TerraformValue(.tuple(elements))
    default: return TerraformValue(.object(object))
    }
  }

  private static func type(_ node: Node) -> TerraformType {
    if node.kind == .string {
      return ["bool": .bool, "number": .number, "string": .string][node.string ?? ""] ?? .dynamic
    }
    let parts = node.elements
    guard parts.count > 1 else { return .dynamic }
    switch parts[0].string {
    case "list": return .list(type(parts[1]))
    case "set": return .set(type(parts[1]))
    case "map": return .map(type(parts[1]))
    case "tuple": return .tuple(parts[1].elements.map(type))
    default:
      let attributes = parts[1].entries.map { ($0.key.string ?? "", type($0.value)) }
      return .object(Dictionary(attributes, uniquingKeysWith: { $1 }))
    }
  }
}
