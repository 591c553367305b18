import SourceText
import Syntax

/// One argument or block of a body, member of an object or element of a tuple.
struct HCLItem {
  /// The bytes from the key to the end of the value, or from the type to the closing brace.
  let range: SourceRange
  /// The bytes of the key.
  let key: SourceRange?
  /// The bytes of the `=` or `:`.
  let separator: SourceRange?
  /// The bytes of the value.
  let value: SourceRange?
  /// The key as it would be evaluated, where that is known.
  let name: String?
  /// The type of a block, of a `dynamic` one that of the blocks that it generates.
  var blockType: String?

  var start: Int { Int(range.start) }
  var end: Int { Int(range.end) }
}

/// Something with items between an opening and a closing mark, or a whole file.
struct HCLContainer {
  enum Kind {
    case body
    case object
    case tuple
  }

  let kind: Kind
  let items: [HCLItem]
  /// The bytes between the marks; `nil` for a whole file.
  let interior: Range<Int>?
  /// Whether all of it stands on one line, or no line begins behind or before a mark.
  let isInline: Bool

  init(_ kind: Kind, _ items: [HCLItem], interior: Range<Int>?, _ lines: HCLLines) {
    self.kind = kind
    self.items = items
    self.interior = interior
    guard let interior else {
      isInline = false
      return
    }
    let opener = lines.line(at: interior.lowerBound - 1)
    let closer = lines.line(at: interior.upperBound)
    guard let first = items.first, let last = items.last else {
      isInline = opener == closer
      return
    }
    isInline = lines.line(at: first.start) == opener && lines.line(at: last.end) == closer
  }

  /// The arguments of a body; `nil` where its closing brace is missing.
  init?(_ body: HCLBody, of block: HCLBlock?, _ lines: HCLLines) {
    let items = body.items.map(HCLItem.init)
    guard let block else {
      self.init(.body, items, interior: nil, lines)
      return
    }
    guard !block.closeBraceRange.isEmpty, !block.openBraceRange.isEmpty else { return nil }
    let interior = Int(block.openBraceRange.end)..<Int(block.closeBraceRange.start)
    self.init(.body, items, interior: interior, lines)
  }

  /// The members or elements of a constructor; `nil` for any other expression.
  init?(constructor expression: HCLExpression, _ lines: HCLLines) {
    let range = expression.range
    guard range.count >= 2, let last = expression.file.bytes[range.bounds].last else { return nil }
    let interior = (Int(range.start) + 1)..<(Int(range.end) - 1)
    switch expression.form {
    case .object(let items) where last == UInt8(ascii: "}"):
      let items = items.map { HCLItem($0, lines.tree) }
      self.init(.object, items, interior: interior, lines)
    case .tuple(let elements) where last == UInt8(ascii: "]"):
      let items = elements.map { element in
        HCLItem(range: element.range, key: nil, separator: nil, value: element.range, name: nil)
      }
      self.init(.tuple, items, interior: interior, lines)
    default: return nil
    }
  }

  /// The last of the arguments, which stands before blocks or between them.
  var lastArgument: HCLItem? { items.last { $0.blockType == nil } }
}

extension HCLItem {
  fileprivate init(_ item: HCLBody.Item) {
    switch item {
    case .attribute(let attribute):
      self.init(
        range: attribute.range,
        key: attribute.nameRange,
        separator: attribute.equalsRange,
        value: attribute.expression.range,
        name: attribute.name
      )
    case .block(let block):
      self.init(
        range: block.range,
        key: block.headerLocation.range,
        separator: nil,
        value: nil,
        name: nil,
        blockType: block.effectiveType
      )
    }
  }

  fileprivate init(_ item: HCLObjectItem, _ tree: HCLTree) {
    var index = tree.tokens.index(from: Int(item.key.range.end))
    while tree.tokens[index].kind == .comment { index += 1 }
    let separator = tree.tokens[index]
    let isSeparator = separator.kind == .equal || separator.kind == .colon
    self.init(
      range: item.range,
      key: item.key.range,
      separator: isSeparator ? separator.range : nil,
      value: item.value.range,
      name: item.isParenthesised ? nil : item.keyName
    )
  }
}

extension HCLBlock {
  /// The type of the blocks that it stands for: a `dynamic` block names it in its label.
  var effectiveType: String { type == "dynamic" ? labels.first?.text ?? type : type }
}
