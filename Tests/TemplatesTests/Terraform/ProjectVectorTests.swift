import Foundation
import SourceText
import Templates
import TerraformLanguage
import Testing

/// Whole projects with the outputs that Terraform plans for them.
@Suite struct ProjectVectorTests {
  struct Row: Decodable, CustomTestStringConvertible {
    struct Expected: Decodable {
      let outputs: [String: Output]?
      let error: String?
    }

    struct Output: Decodable {
      let value: JSON
      let type: JSON
    }

    let id: String
    let kind: String
    let files: [String: String]?
    let expected: Expected

    var testDescription: String { id }
  }

  private static let rows: [Row] = {
    guard let url = vectors?.appending(path: "hcl/index.jsonl"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").filter { $0.contains(#""kind": "project""#) }
      .compactMap { try? JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }()

  @Test(.enabled(if: !rows.isEmpty, "skipped: no vectors"), arguments: rows)
  func `the outputs of a project are those that Terraform plans`(_ row: Row) throws {
    let result = TerraformProject.outputs(of: "", options: options(row.files ?? [:]))
    let problems = result.diagnostics.filter { $0.severity != .note }.map(\.brief)
    guard let outputs = row.expected.outputs else {
      #expect(!problems.isEmpty)
      return
    }
    #expect(problems == [])
    for (name, expected) in outputs {
      let value = try #require(result.values[name])
      #expect(JSON(value) == expected.value)
      #expect(JSON(value.type) == expected.type)
    }
  }
}

/// A JSON value that compares by what it means.
enum JSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  init(_ value: TerraformValue) {
    switch value.content {
    case .unknown: self = .string("<unknown>")
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(Double(number.text) ?? .nan)
    case .string(let text): self = .string(text.text ?? "<unknown>")
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      self = .list(elements.map(JSON.init))
    case .object(let object), .map(_, let object):
      let members = object.members.map { ($0.name, JSON($0.value)) }
      self = .object(Dictionary(uniqueKeysWithValues: members))
    }
  }

  /// The type as cty writes it in JSON.
  init(_ type: TerraformType) {
    switch type {
    case .dynamic: self = .string("dynamic")
    case .bool: self = .string("bool")
    case .number: self = .string("number")
    case .string: self = .string("string")
    case .list(let element): self = .list([.string("list"), JSON(element)])
    case .set(let element): self = .list([.string("set"), JSON(element)])
    case .map(let element): self = .list([.string("map"), JSON(element)])
    case .tuple(let elements): self = .list([.string("tuple"), .list(elements.map(JSON.init))])
    case .object(let attributes, _):
      self = .list([.string("object"), .object(attributes.mapValues(JSON.init))])
    }
  }
}
