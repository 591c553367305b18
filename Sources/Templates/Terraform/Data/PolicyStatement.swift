import Inventory
import SourceText
import TerraformLanguage

/// One `statement` block of a policy document, in the words of IAM.
struct PolicyStatement {
  private let block: TerraformValue
  private let arguments: TerraformObject

  init(_ block: TerraformValue) {
    self.block = block
    arguments = block.object ?? TerraformObject()
  }

  /// The lists that are written under another name, with that name.
  private static let lists = [
    ("actions", "Action"), ("not_actions", "NotAction"), ("resources", "Resource"),
    ("not_resources", "NotResource"),
  ]

  /// The statement.
  var value: TerraformValue {
    guard block.object != nil else { return block }
    var members: [TerraformObject.Member] = []
    if let sid = arguments.given("sid") { members.append(member("Sid", "sid", sid)) }
    let effect = arguments.given("effect") ?? TerraformValue(.text("Allow"))
    members.append(member("Effect", "effect", effect))
    for (argument, name) in Self.lists {
      guard let list = arguments.given(argument), list.elements?.isEmpty != true else { continue }
      members.append(member(name, argument, Self.shortened(list)))
    }
    for (argument, name) in [("principals", "Principal"), ("not_principals", "NotPrincipal")] {
      guard let blocks = arguments.given(argument) else { continue }
      members.append(member(name, argument, Self.principals(blocks)))
    }
    if let blocks = arguments.given("condition") {
      members.append(member("Condition", "condition", Self.conditions(blocks)))
    }
    return TerraformValue(
      .object(TerraformObject(members)),
      at: block.origin,
      via: block.via,
      marks: block.marks
    )
  }

  private func member(
    _ name: String,
    _ argument: String,
    _ value: TerraformValue
  ) -> TerraformObject.Member {
    TerraformObject.Member(name, value, key: arguments.member(argument)?.key)
  }

  /// A list of one text is written as that text; `&{` stands for the `${` of IAM.
  private static func shortened(_ list: TerraformValue) -> TerraformValue {
    guard let elements = list.elements else { return list }
    let texts = elements.map(\.withPolicyVariables)
    if texts.count == 1 { return texts[0] }
    return list.with(.tuple(texts))
  }

  private static func principals(_ blocks: TerraformValue) -> TerraformValue {
    guard let elements = blocks.elements else { return blocks }
    var types: [(name: String, key: SourceLocation?, identifiers: [TerraformValue])] = []
    for element in elements {
      guard let object = element.object, let type = object["type"]?.text,
        let list = object["identifiers"]
      else { return .unknown(like: element) }
      let identifiers = list.elements?.map(\.withPolicyVariables) ?? [list]
      if type == "*", identifiers.first?.text == "*" { return identifiers[0] }
      if let index = types.firstIndex(where: { $0.name == type }) {
        types[index].identifiers += identifiers
      } else {
        types.append((type, object["type"]?.origin, identifiers))
      }
    }
    let members = types.map { type in
      TerraformObject.Member(
        type.name,
        type.identifiers.count == 1
          ? type.identifiers[0] : TerraformValue(.tuple(type.identifiers), at: blocks.origin),
        key: type.key
      )
    }
    return blocks.with(.object(TerraformObject(members)))
  }

  private static func conditions(_ blocks: TerraformValue) -> TerraformValue {
    guard let elements = blocks.elements else { return blocks }
    var tests = TerraformObject()
    for element in elements {
      guard let object = element.object, let test = object["test"]?.text,
        let variable = object["variable"]?.text, let values = object["values"]
      else { return .unknown(like: element) }
      var operands = tests[test]?.object ?? TerraformObject()
      let key = object["variable"]?.origin
      operands.set(.init(variable, merged(operands[variable], shortened(values)), key: key))
      let value = TerraformValue(.object(operands), at: element.origin)
      tests.set(.init(test, value, key: object["test"]?.origin))
    }
    return blocks.with(.object(tests))
  }

  /// The values of two conditions on the same key.
  private static func merged(_ first: TerraformValue?, _ second: TerraformValue) -> TerraformValue {
    guard let first else { return second }
    let values = (first.elements ?? [first]) + (second.elements ?? [second])
    return TerraformValue(.tuple(values), at: second.origin)
  }
}

extension TerraformValue {
  /// The text with IAM's own variables, which the data source writes as `&{…}`.
  fileprivate var withPolicyVariables: TerraformValue {
    guard case .string(let rope) = content else { return self }
    let pieces = rope.pieces.map { piece -> TerraformText.Piece in
      guard case .literal(let text, let source) = piece, text.offset(of: "&{") != nil else {
        return piece
      }
      let written = source.map { TerraformText.TextSource($0.location, isVerbatim: false) }
      return .literal(text.parts(separatedBy: "&{").joined(separator: "${"), written)
    }
    return with(.string(TerraformText(pieces)))
  }
}
