import Inventory
import SourceText
package import Syntax

extension ExpressionEvaluator {
  /// The value of `node` of a file in JSON syntax, whose strings are templates.
  ///
  /// - Throws: what Terraform would not evaluate.
  package func evaluate(_ node: Node) throws(TerraformError) -> TerraformValue {
    try working(.strict).value(of: node)
  }

  /// The value of `node`, unknown in those elements that Terraform would not evaluate.
  ///
  /// What is wrong with them is reported.
  package func evaluateLeniently(_ node: Node) -> TerraformValue {
    let evaluator = working(.lenient)
    do {
      return try evaluator.value(of: node)
    } catch {
      return evaluator.lost(error, at: node)
    }
  }

  private func value(of node: Node) throws(TerraformError) -> TerraformValue {
    try budget.enter()
    defer { budget.leave() }
    let location = node.location
    switch node.kind {
    case .null: return TerraformValue(.null(.dynamic), at: location)
    case .bool: return TerraformValue(.bool(node.bool ?? false), at: location)
    case .number:
      guard let number = TerraformNumber(node.string ?? "") else {
        throw TerraformError.numberOutOfRange(at: location)
      }
      return TerraformValue(.number(number), at: location)
    case .string: return try text(node)
    case .sequence:
      var values: [TerraformValue] = []
      for element in node.elements { values.append(try self.element(element)) }
      return TerraformValue(.tuple(values), at: location)
    case .mapping: return try object(node)
    }
  }

  private func text(_ node: Node) throws(TerraformError) -> TerraformValue {
    guard let tree = node.templateTree else {
      let source = TerraformText.TextSource(node.contentLocation, isVerbatim: node.isVerbatim)
      return TerraformValue(
        .string(TerraformText(node.string ?? "", from: source)),
        at: node.location
      )
    }
    guard let expression = tree.expression, !tree.hasErrors else {
      throw .invalid(tree, at: node.location)
    }
    var value = try self.value(of: expression)
    // The template's own bytes are those of the string with its quotes.
    if value.origin == expression.location { value.origin = node.location }
    return value
  }

  private func object(_ node: Node) throws(TerraformError) -> TerraformValue {
    var members: [TerraformObject.Member] = []
    var unknown: TerraformValue?
    var marks: Set<String> = []
    for entry in node.entries {
      let key = try self.key(entry.key)
      let value = try element(entry.value)
      marks.formUnion(key.marks)
      if let name = key.text {
        members.append(.init(name, value, key: entry.key.location))
      } else {
        unknown = unknown ?? key
      }
    }
    if let unknown { return .unsure(of: unknown, at: node.location).bearing(marks) }
    return TerraformValue(.object(TerraformObject(members)), at: node.location, marks: marks)
  }

  private func key(_ node: Node) throws(TerraformError) -> TerraformValue {
    do {
      return try keyText(of: value(of: node))
    } catch {
      let error = error.located(at: node.location)
      guard mode != .strict else { throw error }
      return lost(error, at: node)
    }
  }

  private func element(_ node: Node) throws(TerraformError) -> TerraformValue {
    guard mode != .strict else { return try value(of: node) }
    do {
      return try value(of: node)
    } catch {
      return lost(error, at: node)
    }
  }

  private func lost(_ error: TerraformError, at node: Node) -> TerraformValue {
    reported(error, at: node.location)
    return .unknown(.reason(error.reason), at: node.location)
  }
}

extension Node {
  /// The template that a JSON string is; `nil` for one that is plain text.
  fileprivate var templateTree: HCLTree? {
    guard kind == .string, let text = string, text.holdsSequence else { return nil }
    if isVerbatim { return HCLParser.parseTemplate(file, in: contentLocation.range) }
    return HCLParser.parseTemplate(SourceFile(path: file.path, text: text), anchor: location)
  }

  /// The bytes between the quotes.
  fileprivate var contentLocation: SourceLocation {
    let range = range
    guard style != .plain, range.count >= 2 else { return location }
    return SourceLocation(file, SourceRange(Int(range.start) + 1, Int(range.end) - 1))
  }

  /// Whether the text is what stands between the quotes, byte for byte.
  fileprivate var isVerbatim: Bool {
    guard let string else { return false }
    return file.bytes[contentLocation.range.bounds].elementsEqual(string.utf8)
  }
}

extension String {
  /// Whether the text has `${` or `%{` in it.
  fileprivate var holdsSequence: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") || previous == UInt8(ascii: "%") {
        return true
      }
      previous = byte
    }
    return false
  }
}
