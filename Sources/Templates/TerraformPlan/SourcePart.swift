import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// A part of a module's sources that a value may come from.
enum SourcePart {
  case expression(HCLExpression)
  /// A value of the JSON syntax.
  case json(Node)
  /// A part of JSON that stands as text.
  case text(TerraformValue)

  /// What a part is made of, as far as it is written out.
  enum Structure {
    case list([SourcePart])
    case object([Member])
    /// A single value, or something that has to be evaluated.
    case leaf
  }

  /// One key with its value.
  struct Member {
    let name: String
    let key: SourceLocation?
    let part: SourcePart
  }

  init(_ expression: TerraformExpression) {
    switch expression {
    case .native(let expression): self = .expression(expression.unwrapped)
    case .json(let node): self = .json(node)
    }
  }

  /// The bytes of the part; `nil` where a text has been put together.
  var location: SourceLocation? {
    switch self {
    case .expression(let expression): expression.location
    case .json(let node): node.location
    case .text(let value): value.origin
    }
  }

  /// The literal text of the part.
  var literal: String? {
    switch self {
    case .expression(let expression): expression.literal
    case .json(let node): node.kind == .string ? node.string : nil
    case .text(let value): value.text
    }
  }

  /// What the part is made of.
  var structure: Structure {
    switch self {
    case .expression(let expression): expression.structure
    case .json(let node): node.structure
    case .text(let value): value.structure
    }
  }
}

extension HCLExpression {
  /// The functions whose value has the parts of their argument.
  private static let transparent: Set<String> = [
    "jsonencode", "nonsensitive", "sensitive", "tolist", "tomap", "toset",
  ]

  /// The expression within parentheses and calls that keep its parts.
  fileprivate var unwrapped: HCLExpression {
    switch form {
    case .parentheses(let inner), .wrapped(let inner): inner.unwrapped
    case .call(let call)
    where call.arguments.count == 1 && Self.transparent.contains(call.name):
      call.arguments[0].unwrapped
    default: self
    }
  }

  fileprivate var structure: SourcePart.Structure {
    switch form {
    case .tuple(let elements): .list(elements.map { .expression($0.unwrapped) })
    case .object(let items):
      .object(
        items.compactMap { item in
          item.keyName.map {
            SourcePart.Member(
              name: $0,
              key: item.key.location,
              part: .expression(item.value.unwrapped)
            )
          }
        }
      )
    case .template(let parts): (try? text(of: parts)?.jsonValue())?.structure ?? .leaf
    default: .leaf
    }
  }

  /// The text of `parts`, holes in the place of what has to be evaluated.
  private func text(of parts: [HCLTemplatePart]) -> TerraformText? {
    var pieces: [TerraformText.Piece] = []
    for part in parts {
      switch part {
      case .literal(let literal):
        let place = SourceLocation(file, literal.range)
        let source = TerraformText.TextSource(place, isVerbatim: literal.isVerbatim)
        pieces.append(.literal(literal.text, source))
      case .interpolation(let expression, _):
        pieces.append(.unknown(.reason(.function("template")), expression.location))
      case .conditional, .loop: return nil
      }
    }
    return TerraformText(pieces)
  }

  /// The text of a string without sequences.
  fileprivate var literal: String? {
    guard case .template(let parts) = form, parts.count <= 1 else { return nil }
    guard let part = parts.first else { return "" }
    guard case .literal(let literal) = part else { return nil }
    return literal.text
  }
}

extension Node {
  fileprivate var structure: SourcePart.Structure {
    switch kind {
    case .sequence: .list(elements.map { .json($0) })
    case .mapping:
      .object(
        entries.map {
          SourcePart.Member(
            name: $0.key.string ?? "",
            key: $0.key.location,
            part: .json($0.value)
          )
        }
      )
    default: .leaf
    }
  }
}

extension TerraformValue {
  fileprivate var structure: SourcePart.Structure {
    switch content {
    case .tuple(let elements): .list(elements.map { .text($0) })
    case .object(let object):
      .object(
        object.members.map { SourcePart.Member(name: $0.name, key: $0.key, part: .text($0.value)) }
      )
    default: .leaf
    }
  }
}
