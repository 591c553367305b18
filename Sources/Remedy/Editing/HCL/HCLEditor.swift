package import SourceText
package import Syntax

/// Edits a Terraform file in the native syntax, in the style of its neighbours and `terraform fmt`.
///
/// An object is an object constructor, a block or the whole file (`HCLTree.body`); a list is a tuple
/// constructor, or a block, which then stands for all blocks of its type in the same body. Blocks go
/// by the bytes of their header, their body or the whole of them; the bytes of a file that is one
/// block and nothing else mean the block. Parentheses and calls such as `jsonencode(…)` stand for
/// the constructor within.
package struct HCLEditor: SourceEditor {
  let tree: HCLTree
  let index: HCLRangeIndex
  let lines: HCLLines
  /// What one level of indentation adds.
  let unit: String
  /// Whether the file puts equals signs below each other.
  let aligns: Bool

  /// Prepares edits of `tree`, going through it once.
  package init(_ tree: HCLTree) {
    self.tree = tree
    index = HCLRangeIndex(tree)
    lines = HCLLines(tree: tree)
    unit = lines.indentationUnit
    aligns = lines.isAligned
  }

  package func insert(
    _ members: [SourceLiteral.Member],
    into object: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let container = try container(at: object)
    guard container.kind != .tuple else { throw .nothingThere(location(object)) }
    for member in members where !member.isBlock {
      if let item = container.items.first(where: { $0.name == member.name }) {
        throw .present(member.name, at: location(item.range))
      }
    }
    guard container.kind != .body else { return try insert(members, into: container) }
    let place = place(
      in: container,
      style: HCLMemberStyle(of: container.items, aligns: aligns, lines)
    )
    return try place.adding { writer, indentation throws(EditRefusal) in
      try writer.pieces(members, indentedBy: indentation)
    }
  }

  package func replace(
    _ value: SourceRange,
    with literal: SourceLiteral
  ) throws(EditRefusal) -> [Edit] {
    if let nested = index.block(at: value) { return try rewrite(nested.block, as: literal) }
    guard let expression = index.expression(at: value) else { throw .nothingThere(location(value)) }
    var writer = writer()
    writer.isInline = isCrowded(behind: Int(value.end))
    let text = try writer.text(literal, indentedBy: lines.indentation(at: Int(value.start)))
    return [Edit(expression.range, text: text)] + keepingComment(behind: value, text)
  }

  package func remove(
    membersKeyedAt keys: [SourceRange],
    from object: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let container = try container(at: object)
    var removed: Set<Int> = []
    for key in keys {
      guard let place = container.items.firstIndex(where: { $0.key == key }) else {
        throw .nothingThere(location(key))
      }
      removed.insert(place)
      // The blocks of one type are one member.
      guard let type = container.items[place].blockType else { continue }
      removed.formUnion(container.items.indices.filter { container.items[$0].blockType == type })
    }
    return HCLRemoval(removed, from: container, lines, aligns: aligns).edits
  }

  package func append(
    _ elements: [SourceLiteral],
    to list: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    if let nested = index.block(at: list) {
      let member = SourceLiteral.Member(nested.block.type, .list(elements), isBlock: true)
      let isGenerated = nested.block.type == "content" && nested.parent.attribute("for_each") != nil
      guard nested.block.labels.isEmpty, !isGenerated else { throw .generated(location(list)) }
      return try insert([member], into: try container(nested.parent, at: list))
    }
    let container = try container(at: list)
    guard container.kind == .tuple else { throw .nothingThere(location(list)) }
    return try place(in: container, style: HCLMemberStyle()).adding {
      writer,
      indentation throws(EditRefusal) in
      var pieces: [HCLWriter.Piece] = []
      for element in elements {
        pieces.append(.init(text: try writer.text(element, indentedBy: indentation)))
      }
      return pieces
    }
  }

  package func remove(
    elementsAt elements: [SourceRange],
    from list: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let container =
      if let nested = index.block(at: list) {
        try container(nested.parent, at: list)
      } else {
        try container(at: list)
      }
    var removed: Set<Int> = []
    for element in elements {
      guard let place = container.items.firstIndex(where: { $0.range == element }) else {
        throw .nothingThere(location(element))
      }
      removed.insert(place)
    }
    return HCLRemoval(removed, from: container, lines, aligns: aligns).edits
  }
}

extension HCLEditor {
  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(tree.file, range) }

  func writer(_ style: HCLMemberStyle = HCLMemberStyle()) -> HCLWriter {
    HCLWriter(style: style, newline: lines.newline, unit: unit)
  }

  func place(
    in container: HCLContainer,
    behind item: HCLItem? = nil,
    style: HCLMemberStyle
  ) -> HCLPlace {
    HCLPlace(
      container: container,
      item: item ?? container.items.last,
      lines: lines,
      writer: writer(style),
      aligns: aligns
    )
  }

  /// Whether `range` is that of a block, or of the whole file: what holds arguments and blocks.
  package func isBody(_ range: SourceRange) -> Bool {
    index.block(at: range) != nil || range == tree.body.range && tree.expression == nil
  }

  /// Whether `range` is that of a block in a data source, or of the data source itself.
  package func isInDataSource(_ range: SourceRange) -> Bool {
    guard index.block(at: range) != nil else { return false }
    return tree.body.blocks.contains { block in
      block.type == "data" && block.range.start <= range.start && range.end <= block.range.end
    }
  }

  /// Whether `range` is that of a call of a module.
  package func isModuleCall(_ range: SourceRange) -> Bool {
    index.block(at: range).map { $0.block.type == "module" && $0.parent.range == tree.body.range }
      ?? false
  }

  /// What stands at the range of an object, of a list or of a block.
  func container(at range: SourceRange) throws(EditRefusal) -> HCLContainer {
    if let nested = index.block(at: range) {
      return try container(nested.block.body, of: nested.block, at: range)
    }
    if range == tree.body.range, tree.expression == nil {
      return try container(tree.body, at: range)
    }
    guard let expression = index.expression(at: range) else { throw .nothingThere(location(range)) }
    guard let container = expression.constructor.flatMap({ HCLContainer(constructor: $0, lines) })
    else { throw .notWritten(location(range)) }
    return container
  }

  /// What a body holds; `block` may be left out where it is the parent of another.
  func container(
    _ body: HCLBody,
    of block: HCLBlock? = nil,
    at range: SourceRange
  ) throws(EditRefusal) -> HCLContainer {
    let block = block ?? index.block(at: body.range)?.block
    guard let container = HCLContainer(body, of: block, lines) else {
      throw .nothingThere(location(range))
    }
    return container
  }

  /// Whether something stands behind `offset` on its line that a value of several lines would part.
  private func isCrowded(behind offset: Int) -> Bool {
    let tail = lines.tail(at: offset)
    guard !tail.endsLine else { return false }
    let next = tree.tokens[tree.tokens.index(from: tail.end)].kind
    return next != .closeParenthesis
  }

  /// Leaves the comment behind a value at its column, if the comments of its neighbours stand there.
  private func keepingComment(behind value: SourceRange, _ text: String) -> [Edit] {
    let line = lines.line(at: Int(value.end))
    guard lines.line(at: Int(value.start)) == line, !text.utf8.contains(UInt8(ascii: "\n")),
      let comment = lines.trailingComment(on: line), comment.start >= value.end
    else { return [] }
    let column = lines.column(at: Int(comment.start))
    let isAligned = [line - 1, line + 1].compactMap(lines.trailingComment).contains {
      lines.column(at: Int($0.start)) == column
    }
    let tail = lines.tail(at: Int(value.end)).comma.map { Int($0.end) } ?? Int(value.end)
    guard isAligned, tail <= comment.start else { return [] }
    let gap = SourceRange(tail, Int(comment.start))
    let written = tree.file.text(value).unicodeScalars.count
    let width = max(1, gap.count + written - text.unicodeScalars.count)
    guard width != gap.count, tree.file.text(gap).utf8.allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return [] }
    return [Edit(gap, text: String(repeating: " ", count: width))]
  }

  /// Gives a block other arguments and blocks.
  private func rewrite(
    _ block: HCLBlock,
    as literal: SourceLiteral
  ) throws(EditRefusal) -> [Edit] {
    guard case .object(let members) = literal else { throw .notABlock(block.type) }
    guard let interior = HCLContainer(block.body, of: block, lines)?.interior else {
      throw .nothingThere(location(block.range))
    }
    let indentation = lines.indentation(at: Int(block.range.start))
    let body = try writer().body(members, indentedBy: indentation)
    let range = SourceRange(interior.lowerBound, interior.upperBound)
    return [Edit(range, text: lines.newline + body + indentation)]
  }
}

extension HCLExpression {
  /// The functions whose result has the members or elements of their only argument.
  private static let wrappers: Set = [
    "jsonencode", "yamlencode", "sensitive", "tolist", "tomap", "toset",
  ]

  /// The object or tuple constructor that the value is made of, at least in its last part.
  fileprivate var constructor: HCLExpression? {
    switch form {
    case .object, .tuple: self
    case .parentheses(let inner), .wrapped(let inner): inner.constructor
    case .call(let call) where !call.expandsLast:
      if Self.wrappers.contains(call.name), call.arguments.count == 1 {
        call.arguments[0].constructor
      } else if call.name == "merge" || call.name == "concat" {
        call.arguments.last?.constructor
      } else {
        nil
      }
    default: nil
    }
  }
}
