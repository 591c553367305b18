import Foundation
import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// A module of test files: its variables, its locals, and whatever other names a test declares.
final class TestModule: TerraformScope, FunctionContext {
  private let files: [String: SourceFile]
  private let folder: URL?
  private let roots: [String: TerraformValue]
  private let trees: [HCLTree]
  private let checksNames: Bool
  private var known: [String: TerraformValue] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  var budget = EvaluationBudget()

  init(
    files: [String: String] = [:],
    folder: URL? = nil,
    roots: [String: TerraformValue] = [:],
    checksNames: Bool = true
  ) {
    self.checksNames = checksNames
    self.files = Dictionary(
      uniqueKeysWithValues: files.map { ($0.key, SourceFile(path: $0.key, text: $0.value)) }
    )
    self.folder = folder
    self.roots = roots
    trees = self.files.values.filter { $0.path.hasSuffix(".tf") }.map { HCLParser.parse($0) }
  }

  /// A module whose only file is `text`.
  convenience init(_ text: String, roots: [String: TerraformValue] = [:]) {
    self.init(files: ["main.tf": text], roots: roots)
  }

  var evaluator: ExpressionEvaluator {
    ExpressionEvaluator(scope: self, functions: self, budget: budget) { [unowned self] in
      diagnostics.append($0)
    }
  }

  /// The value of `text` as an expression.
  func evaluate(_ text: String) throws -> TerraformValue {
    let tree = HCLParser.parseExpression(SourceFile(path: "test", text: text))
    guard let expression = tree.expression, !tree.hasErrors else { throw SyntaxFailure() }
    return try evaluator.evaluate(expression)
  }

  /// Evaluates `bytes` as an expression and as a template, whatever they are.
  func evaluateAnyhow(_ bytes: [UInt8]) {
    let file = SourceFile(path: "test", bytes: bytes)
    for tree in [HCLParser.parseExpression(file), HCLParser.parseTemplate(file)] {
      guard let expression = tree.expression else { continue }
      _ = evaluator.evaluateLeniently(expression)
    }
  }

  /// The value of the attribute `name` at the top of `main.tf`, as far as it can be evaluated.
  func value(_ name: String) -> TerraformValue? {
    for attribute in trees.flatMap(\.body.attributes) where attribute.name == name {
      return evaluator.evaluateLeniently(attribute.expression)
    }
    return nil
  }

  func resolve(
    _ root: String,
    _ steps: [ReferenceStep],
    at location: SourceText.SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    if let value = roots[root] { return (value, 0) }
    guard case .name(let name, _)? = steps.first else { throw undeclared(root) }
    switch root {
    case "path":
      return (TerraformValue(.string(TerraformText("."))), 1)
    case "var", "local":
      let path = "\(root).\(name)"
      if known[path] == nil { known[path] = declared(root, name) }
      guard let value = known[path] else { throw undeclared(path) }
      return (value, 1)
    default: throw undeclared(root)
    }
  }

  private func undeclared(_ name: String) -> TerraformError {
    TerraformError(
      "terraform.undeclared",
      LocalizedText(en: "\(name)?", ja: "\(name)?"),
      isStatic: checksNames
    )
  }

  private func declared(_ root: String, _ name: String) -> TerraformValue? {
    for block in trees.flatMap(\.body.blocks) {
      if root == "local", block.type == "locals",
        let attribute = block.body.attributes.first(where: { $0.name == name })
      {
        return evaluator.evaluateLeniently(attribute.expression)
      }
      if root == "var", block.type == "variable", block.labels.first?.text == name {
        return variable(name, block.body)
      }
    }
    return nil
  }

  private func variable(_ name: String, _ body: HCLBody) -> TerraformValue {
    let type = body.attributes.first { $0.name == "type" }
    let constraint = type.flatMap { try? TypeConstraint.read($0.expression) } ?? .any
    guard let value = body.attributes.first(where: { $0.name == "default" }) else {
      return TerraformValue(.unknown(constraint.type, .reason(.variable(name))))
    }
    let given = evaluator.evaluateLeniently(value.expression)
    return (try? constraint.apply(to: given)) ?? given
  }

  func file(at path: String) throws(TerraformError) -> SourceFile {
    let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    if let file = files[plain] { return file }
    if let folder, let data = try? Data(contentsOf: folder.appending(path: plain)) {
      return SourceFile(path: plain, bytes: Array(data))
    }
    throw TerraformError("terraform.no-file", LocalizedText(en: plain, ja: plain))
  }

  func files(in folder: String, matching pattern: String) throws(TerraformError) -> [String] {
    guard let root = self.folder,
      let names = try? FileManager.default.subpathsOfDirectory(atPath: root.path)
    else { return [] }
    let parts = pattern.split(separator: "/").map { $0.split(separator: "*") }
    return names.filter { name in
      let steps = name.split(separator: "/")
      return steps.count == parts.count
        && zip(steps, parts).allSatisfy { step, part in part.allSatisfy { step.contains($0) } }
    }
  }

  func render(
    _ template: SourceFile,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue {
    let tree = HCLParser.parseTemplate(template)
    guard let expression = tree.expression, !tree.hasErrors else {
      let code = tree.diagnostics.first?.code ?? "template"
      throw TerraformError(code, LocalizedText(en: code, ja: code))
    }
    let evaluator = ExpressionEvaluator(
      scope: TemplateScope(variables),
      functions: self,
      budget: budget
    ) { _ in }
    return try evaluator.evaluate(expression)
  }
}

/// The text of a test does not parse.
struct SyntaxFailure: Error {}

extension TerraformValue {
  /// An unknown value that depends on the variable `name`.
  static func unknown(_ name: String, _ type: TerraformType = .dynamic) -> TerraformValue {
    TerraformValue(.unknown(type, .reason(.variable(name))))
  }

  /// The text of the bytes that own the value, with line and column in front.
  var place: String? { origin.map(\.described) }
}

extension SourceText.SourceLocation {
  /// The path, the line and the column with the text.
  var described: String {
    "\(file.path):\(position.line):\(position.column) \(file.text(range))"
  }
}
