import Inventory
import SourceText
import Syntax

/// Turns the parsed JSON or YAML of a text into values: lists become tuples, mappings objects.
///
/// Where there are too many values or levels, the rest is unknown.
struct NodeReader {
  /// The text that was laid out and parsed.
  let document: RopeDocument
  private var budget = ValueBudget()

  init(document: RopeDocument) { self.document = document }

  /// Reads `root` with all that it holds.
  func read(_ root: Node) -> TerraformValue {
    var reader = self
    return reader.value(root, depth: 0)
  }

  private mutating func value(_ node: Node, depth: Int) -> TerraformValue {
    var value = TerraformValue(.null(.dynamic), at: document.location(of: node.range))
    if let alias = node.aliasRange, let place = document.location(of: alias) {
      value.via = [place]
    }
    guard budget.spend(), depth < ValueBudget.depth else {
      return value.with(.unknown(.dynamic, .reason(.tooLarge(node.file.path))))
    }
    if document.language == .yaml, let content = YAMLScalar.content(of: node) {
      return value.with(content)
    }
    switch node.kind {
    case .null: break
    case .bool: value.content = .bool(node.bool ?? false)
    case .number: value.content = Self.number(node)
    case .string: value = text(node, at: value)
    case .sequence:
      value.content = .tuple(node.elements.map { self.value($0, depth: depth + 1) })
    case .mapping: value.content = mapping(node, depth: depth)
    }
    return value
  }

  private static func number(_ node: Node) -> TerraformValue.Content {
    let text = node.string ?? ""
    if let number = TerraformNumber(text) ?? node.number.flatMap({ TerraformNumber($0) }) {
      return .number(number)
    }
    return .unknown(.number, .reason(.malformed(expected: "number")))
  }

  /// A string; one that consists of a piece that is no text yet is the value of that piece.
  private func text(_ node: Node, at value: TerraformValue) -> TerraformValue {
    let text = node.string ?? ""
    let pieces = document.pieces(of: text, at: node.range)
    if let piece = pieces.first, pieces.count == 1, document.isStandIn(node.range) {
      switch piece {
      case .json(let inner): return inner.asJSON
      case .unknown(let doubt, let place):
        return TerraformValue(.unknown(.dynamic, doubt), at: place)
      case .literal: break
      }
    }
    return Self.owned(value.with(.string(TerraformText(pieces))))
  }

  /// A string whose one piece stands elsewhere belongs to the place of that piece.
  private static func owned(_ value: TerraformValue) -> TerraformValue {
    guard case .literal(_, let source?) = value.rope?.pieces.first, value.rope?.pieces.count == 1,
      let place = value.origin,
      place.file != source.location.file
        || !place.range.contains(source.location.range)
    else { return value }
    var value = value
    value.origin = source.location
    value.via.insert(place, at: 0)
    return value
  }

  /// The members of a mapping; where a name is not known, nothing of it is.
  private mutating func mapping(_ node: Node, depth: Int) -> TerraformValue.Content {
    var members: [TerraformObject.Member] = []
    for entry in node.entries {
      let name = entry.key.string ?? ""
      if let doubt = doubt(in: name, at: entry.key.range) { return .unknown(.dynamic, doubt) }
      members.append(
        TerraformObject.Member(
          name,
          value(entry.value, depth: depth + 1),
          key: document.location(of: entry.key.range)
        )
      )
    }
    return .object(TerraformObject(members))
  }

  private func doubt(in name: String, at range: SourceRange) -> TerraformValue.Doubt? {
    TerraformText(document.pieces(of: name, at: range)).doubt
  }
}
