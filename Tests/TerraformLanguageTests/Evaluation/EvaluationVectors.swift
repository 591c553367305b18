import Foundation
import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// The vectors of expressions that stand beside the working copy, where there are any.
struct EvaluationVectors {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/vectors/hcl").standardized
  static let exist = FileManager.default.fileExists(
    atPath: folder.appending(path: "index.jsonl").path
  )

  /// One expression or template with what it comes to.
  struct Row {
    let node: Node
    var id: String { node["id"]?.string ?? "" }
    var source: String { node["source"]?.string ?? "" }
    var expected: Node? { node["expected"] }
    var isTemplate: Bool { node["syntax"]?.string == "template" }
  }

  /// The rows of one kind.
  static func rows(_ kind: String) throws -> [Row] {
    let text = try String(contentsOf: folder.appending(path: "index.jsonl"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      guard
        let node = JSONParser.parse(SourceFile(path: "index.jsonl", text: String(line))).root,
        node["kind"]?.string == kind
      else { return nil }
      return Row(node: node)
    }
  }

  /// The module that rows with a context are evaluated in.
  static func console() throws -> TestModule {
    let text = try String(
      contentsOf: folder.appending(path: "console_context.json"),
      encoding: .utf8
    )
    let entries = JSONParser.parse(SourceFile(path: "context", text: text)).root?.entries ?? []
    return TestModule(
      files: Dictionary(
        uniqueKeysWithValues: entries.map { ($0.key.string ?? "", $0.value.string ?? "") }
      )
    )
  }

  /// Why the row does not come to what is expected; `nil` if it does.
  static func fault(of row: Row) throws -> String? {
    guard let expected = row.expected else { return "no expectation" }
    let result = Result { try value(of: row) }
    switch result {
    case .failure(let error):
      return expected["error"] == nil ? "failed: \(error)" : nil
    case .success(let value):
      if expected["error"] != nil { return "expected an error, got \(value.content)" }
      return value.fault(against: expected)
    }
  }

  private static func value(of row: Row) throws -> TerraformValue {
    let module: TestModule
    if row.node["context"] != nil {
      module = try console()
    } else {
      let variables = row.node["variables"]?.entries ?? []
      module = TestModule(
        folder: folder.appending(path: "functions-test"),
        roots: Dictionary(
          uniqueKeysWithValues: variables.map {
            ($0.key.string ?? "", TerraformValue(typed: $0.value))
          }
        ),
        checksNames: false
      )
    }
    // `type` exists in the console only: it is the type of the result that counts.
    let source = row.source.hasPrefix("type(") ? String(row.source.dropFirst(4)) : row.source
    guard row.isTemplate else { return try module.evaluate(source) }
    let tree = HCLParser.parseTemplate(SourceFile(path: "test", text: row.source))
    guard let expression = tree.expression, !tree.hasErrors else { throw SyntaxFailure() }
    return try module.evaluator.evaluate(expression)
  }
}

extension TerraformType {
  /// Reads a type as cty writes it in JSON.
  init(_ node: Node?) {
    let parts = node?.elements ?? []
    switch parts.first?.string ?? node?.string {
    case "bool": self = .bool
    case "number": self = .number
    case "string": self = .string
    case "list": self = .list(TerraformType(parts[1]))
    case "set": self = .set(TerraformType(parts[1]))
    case "map": self = .map(TerraformType(parts[1]))
    case "tuple": self = .tuple(parts[1].elements.map { TerraformType($0) })
    case "object":
      self = .object(
        Dictionary(
          uniqueKeysWithValues: parts[1].entries.map {
            ($0.key.string ?? "", TerraformType($0.value))
          }
        )
      )
    default: self = .dynamic
    }
  }

  /// The type as the console prints it, without white space.
  var console: String {
    switch self {
    case .dynamic: "dynamic"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .list(let element): "list(\(element.console))"
    case .set(let element): "set(\(element.console))"
    case .map(let element): "map(\(element.console))"
    case .tuple(let elements): "tuple([\(elements.map(\.console).joined(separator: ","))])"
    case .object(let attributes, _):
      "object({"
        + attributes.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.console)" }
        .joined(separator: ",") + "})"
    }
  }
}

extension TerraformValue {
  /// Makes the value that a row describes by type and value.
  init(typed node: Node) {
    let type = TerraformType(node["type"])
    let marks = Set(node["marks"]?.elements.compactMap(\.string) ?? [])
    if node["unknown"] != nil {
      self.init(.unknown(type, .reason(.variable("x"))), marks: marks)
    } else if let elements = node["elements"] {
      let value: TerraformValue
      if elements.kind == .mapping {
        value = TerraformValue(
          .object(
            TerraformObject(
              elements.entries.map { .init($0.key.string ?? "", TerraformValue(typed: $0.value)) }
            )
          )
        )
      } else {
        value = TerraformValue(.tuple(elements.elements.map { TerraformValue(typed: $0) }))
      }
      self = (try? value.converted(to: type)) ?? value
      self.marks = marks
    } else {
      let value = node["value"].map { TerraformValue(plain: $0) } ?? TerraformValue(.null(.dynamic))
      self = (try? value.converted(to: type)) ?? value
      self.marks = marks
    }
  }

  /// Makes the value that JSON describes.
  init(plain node: Node) {
    switch node.kind {
    case .null: self.init(.null(.dynamic))
    case .bool: self.init(.bool(node.bool == true))
    case .number: self.init(.number(TerraformNumber(node.string ?? "") ?? TerraformNumber(0)))
    case .string: self.init(.string(TerraformText(node.string ?? "")))
    case .sequence: self.init(.tuple(node.elements.map { TerraformValue(plain: $0) }))
    case .mapping:
      self.init(
        .object(
          TerraformObject(
            node.entries.map { .init($0.key.string ?? "", TerraformValue(plain: $0.value)) }
          )
        )
      )
    }
  }

  /// How the value differs from what a row expects; `nil` if it does not.
  func fault(against expected: Node) -> String? {
    if let json = expected["json"] {
      let type = expected["typestr"]?.string?.normalized
      let plain = TerraformValue(plain: json)
      let isSame =
        jsonText == plain.jsonText
        || number.flatMap { Double($0.text) } == json.number && json.number != nil
      guard isSame else { return "got \(jsonText ?? "\(content)")" }
      return type == self.type.console ? nil : "got the type \(self.type.console)"
    }
    if let console = expected["console"]?.string {
      switch console {
      case "(known after apply)": return isUnknown ? nil : "got \(content)"
      case "(sensitive value)": return marks.contains("sensitive") ? nil : "not sensitive"
      default:
        let isSame = type.console == console.normalized || jsonText == console
        return isSame ? nil : "got \(content)"
      }
    }
    return typedFault(against: expected)
  }

  private func typedFault(against expected: Node) -> String? {
    let expectedType = TerraformType(expected["type"])
    guard type == expectedType else { return "got the type \(type.console)" }
    let marks = Set(expected["marks"]?.elements.compactMap(\.string) ?? [])
    // Rows with several marks say that there are others, not which.
    if marks != ["other"], marks != self.marks { return "got the marks \(self.marks.sorted())" }
    if expected["unknown"] != nil {
      let isPartial = if case .string(let text) = content { !text.isKnown } else { false }
      return isUnknown || isPartial ? nil : "got \(content)"
    }
    if let elements = expected["elements"] {
      let pairs =
        elements.kind == .mapping
        ? elements.entries.map { (object?[$0.key.string ?? ""], $0.value) }
        : zip(self.elements ?? [], elements.elements).map { ($0, $1) }
      for (value, node) in pairs {
        guard let value else { return "an element is missing" }
        if let fault = value.typedFault(against: node) { return fault }
      }
      return nil
    }
    return isEqual(to: TerraformValue(typed: expected)) == true ? nil : "got \(content)"
  }
}

extension String {
  /// The text of a type without white space and final commas.
  fileprivate var normalized: String {
    filter { !$0.isWhitespace }
      .replacing(",)", with: ")").replacing(",]", with: "]").replacing(",}", with: "}")
  }
}
