import Foundation
import SourceText
import Syntax

/// Syntax trees in a notation that vectors and our trees share: names, texts and byte ranges.
enum HCLShape {
  // MARK: Our trees

  static func of(_ body: HCLBody) -> String {
    let attributes = body.attributes.sorted { $0.name < $1.name }.map { attribute in
      "\(attribute.name) \(of(attribute.range)) \(of(attribute.nameRange)) "
        + "\(of(attribute.equalsRange)) = \(of(attribute.expression))"
    }
    return "body \(of(body.range)) {\((attributes + body.blocks.map(of)).joined(separator: "; "))}"
  }

  static func of(_ block: HCLBlock) -> String {
    let labels = block.labels.map { "\($0.text) \(of($0.range))" }
    return "block \(block.type) \(of(block.typeRange)) [\(labels.joined(separator: ", "))] "
      + "\(of(block.openBraceRange)) \(of(block.closeBraceRange)) \(of(block.body))"
  }

  static func of(_ range: SourceRange) -> String { "\(range.start)-\(range.end)" }

  static func of(_ expression: HCLExpression) -> String {
    let range = of(expression.range)
    switch expression.form {
    case .null: return "literal null \(range)"
    case .bool(let value): return "literal \(value) \(range)"
    case .number(let text): return "literal \(Double(text) ?? .nan) \(range)"
    case .template(let parts): return "template \(range) [\(of(parts))]"
    case .wrapped(let value): return "wrapped \(range) \(of(value))"
    case .tuple(let elements):
      return "tuple \(range) [\(elements.map(of).joined(separator: ", "))]"
    case .object(let items):
      let items = items.map { "key \(of($0.key)): \(of($0.value))" }
      return "object \(range) [\(items.joined(separator: ", "))]"
    case .variable, .attribute, .legacyIndex, .index: return traversal(expression)
    case .splat(let splat):
      return "splat \(range) \(of(splat.markerRange)) \(splat.isFull) \(of(splat.source)) "
        + "each \(of(splat.each))"
    case .splatItem: return "item \(range)"
    case .forTuple(let loop), .forObject(let loop):
      return "for \(range) \(loop.keyName ?? "") \(loop.valueName) \(of(loop.collection)) "
        + "key \(loop.keyResult.map(of) ?? "") value \(of(loop.valueResult)) "
        + "if \(loop.condition.map(of) ?? "") \(loop.groups)"
    case .invalid: return "invalid \(range)"
    default: return "other \(range)"
    }
  }

  /// The steps of a reference; each begins behind what it is a step from.
  private static func traversal(_ expression: HCLExpression) -> String {
    var steps: [String] = []
    var next = expression
    while true {
      switch next.form {
      case .attribute(let source, let name):
        steps.append("attribute \(name.text) \(source.range.end)-\(next.range.end)")
        next = source
      case .legacyIndex(let source, let number):
        steps.append("index \(number) \(source.range.end)-\(next.range.end)")
        next = source
      case .index(let source, let key):
        guard case .number(let number) = key.form else { return "index of \(of(source))" }
        steps.append("index \(Double(number) ?? 0) \(source.range.end)-\(next.range.end)")
        next = source
      case .variable(let name):
        steps.append("root \(name) \(of(next.range))")
        return "traversal \(of(expression.range)) [\(steps.reversed().joined(separator: ", "))]"
      default:
        return "from \(of(next)) [\(steps.reversed().joined(separator: ", "))]"
      }
    }
  }

  /// The steps of a reference without anything to evaluate; a splat ends it.
  static func steps(of expression: HCLExpression) -> String? {
    if case .splat(let splat) = expression.form, splat.isFull, case .splatItem = splat.each.form {
      return steps(of: splat.source).map { "\($0.dropLast()), splat \(of(splat.markerRange))]" }
    }
    let text = traversal(expression)
    guard text.hasPrefix("traversal"), let start = text.firstIndex(of: "[") else { return nil }
    return String(text[start...])
  }

  private static func of(_ parts: [HCLTemplatePart]) -> String {
    parts.map { part in
      switch part {
      case .literal(let literal): "literal \"\(literal.text)\" \(of(literal.range))"
      case .interpolation(let value, _): of(value)
      default: "directive"
      }
    }.joined(separator: ", ")
  }

  static func of(_ tokens: HCLTokens, in file: SourceFile) -> String {
    tokens.map { "\(name(of: $0.kind)) \(of($0.range))" }.joined(separator: "\n")
  }

  private static func name(of kind: HCLToken.Kind) -> String {
    switch kind {
    case .openBrace: "OBrace"
    case .closeBrace: "CBrace"
    case .openQuote: "OQuote"
    case .closeQuote: "CQuote"
    case .openInterpolation: "TemplateInterp"
    case .openDirective: "TemplateControl"
    case .closeSequence: "TemplateSeqEnd"
    case .quotedText, .escapedQuotedText: "QuotedLit"
    case .text, .escapedText: "StringLit"
    case .number: "NumberLit"
    case .identifier: "Ident"
    case .comment, .lineComment: "Comment"
    case .endOfFile: "EOF"
    case .equalTo: "EqualOp"
    case .invalidByte: "BadUTF8"
    default: String(describing: kind).prefix(1).uppercased() + String(describing: kind).dropFirst()
    }
  }

  // MARK: Vectors

  static func ofVector(_ any: Any) -> String {
    if let list = any as? [[String: Any]], list.first?["Type"] != nil {
      return list.map { token in
        let type = (token["Type"] as? String ?? "").replacing("Token", with: "")
        return "\(type) \(range(token["Range"]))"
      }.joined(separator: "\n")
    }
    if any is [Any] { return "[\(list(any))]" }
    guard let node = any as? [String: Any] else { return "" }
    return vectorNode(node)
  }

  private static func vectorNode(_ node: [String: Any]) -> String {
    let own = range(node["SrcRange"])
    let child = { (name: String) in node[name].map(ofVector) ?? "" }
    switch node["_t"] as? String {
    case "Body": return body(node)
    case "Block":
      let labels = node["Labels"] as? [String] ?? []
      let ranges = node["LabelRanges"] as? [Any] ?? []
      let pairs = zip(labels, ranges).map { "\($0) \(range($1))" }
      return "block \(node["Type"] ?? "") \(range(node["TypeRange"])) "
        + "[\(pairs.joined(separator: ", "))] \(range(node["OpenBraceRange"])) "
        + "\(range(node["CloseBraceRange"])) \(child("Body"))"
    case "TemplateExpr": return "template \(own) [\(list(node["Parts"]))]"
    case "TemplateWrapExpr": return "wrapped \(own) \(child("Wrapped"))"
    case "LiteralValueExpr": return "literal \(value(node["Val"])) \(own)"
    case "ScopeTraversalExpr": return "traversal \(own) [\(list(node["Traversal"]))]"
    case "TraverseRoot": return "root \(node["Name"] ?? "") \(own)"
    case "TraverseAttr": return "attribute \(node["Name"] ?? "") \(own)"
    case "TraverseIndex": return "index \(value(node["Key"])) \(own)"
    case "TraverseSplat": return "splat \(own)"
    case "SplatExpr":
      return "splat \(own) \(range(node["MarkerRange"])) \(node["AttrOnly"] == nil) "
        + "\(child("Source")) each \(child("Each"))"
    case "AnonSymbolExpr": return "item \(own)"
    case "ForExpr":
      return "for \(own) \(node["KeyVar"] ?? "") \(node["ValVar"] ?? "") \(child("CollExpr")) "
        + "key \(child("KeyExpr")) value \(child("ValExpr")) if \(child("CondExpr")) "
        + "\(node["Group"] != nil)"
    case "ObjectConsExpr": return "object \(own) [\(list(node["Items"]))]"
    case "ObjectConsKeyExpr": return child("Wrapped")
    case "ExprSyntaxError": return "invalid \(own)"
    default: return "key \(child("KeyExpr")): \(child("ValueExpr"))"
    }
  }

  private static func body(_ node: [String: Any]) -> String {
    let attributes = (node["Attributes"] as? [String: Any] ?? [:]).compactMapValues {
      $0 as? [String: Any]
    }
    let texts = attributes.sorted { $0.key < $1.key }.map { name, attribute in
      "\(name) \(range(attribute["SrcRange"])) \(range(attribute["NameRange"])) "
        + "\(range(attribute["EqualsRange"])) = \(attribute["Expr"].map(ofVector) ?? "")"
    }
    let blocks = (node["Blocks"] as? [Any] ?? []).map(ofVector)
    return "body \(range(node["SrcRange"])) {\((texts + blocks).joined(separator: "; "))}"
  }

  private static func list(_ any: Any?) -> String {
    (any as? [Any] ?? []).map(ofVector).joined(separator: ", ")
  }

  private static func range(_ any: Any?) -> String {
    let range =
      any as? [String: [String: Any]]
      ?? (any as? [String: Any] ?? [:])
      .compactMapValues { $0 as? [String: Any] }
    return "\(range["Start"]?["Byte"] ?? "?")-\(range["End"]?["Byte"] ?? "?")"
  }

  private static func value(_ any: Any?) -> String {
    let value = any as? [String: Any] ?? [:]
    return switch value["type"] as? String {
    case "string": "\"\(value["value"] ?? "")\""
    case "bool": (value["value"] as? Bool).map { "\($0)" } ?? ""
    case "number": (value["value"] as? Double).map { "\($0)" } ?? ""
    default: "null"
    }
  }
}
