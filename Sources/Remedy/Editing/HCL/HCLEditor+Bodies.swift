package import SourceText
import Syntax

extension HCLEditor {
  /// Gives the argument `name` of a body another value, or adds it.
  package func set(
    _ name: String,
    to literal: SourceLiteral,
    in body: SourceRange
  ) throws(EditRefusal) -> [Edit] {
    let container = try container(at: body)
    guard let item = container.items.first(where: { $0.name == name }), let value = item.value
    else { return try insert([SourceLiteral.Member(name, literal)], into: body) }
    return try replace(value, with: literal)
  }

  /// Removes the argument `name` of a body with its comments; changes nothing where there is none.
  package func remove(_ name: String, from body: SourceRange) throws(EditRefusal) -> [Edit] {
    let keys = try container(at: body).items.filter { $0.name == name }.compactMap(\.key)
    return try remove(membersKeyedAt: keys, from: body)
  }

  /// Adds a block to the file, with one blank line around it.
  ///
  /// It stands behind the block whose header, body or whole range `block` is, or at the end of the
  /// file. Its labels are given before any quoting.
  package func appendTopLevel(
    _ type: String,
    labels: [String] = [],
    _ members: [SourceLiteral.Member],
    after block: SourceRange? = nil
  ) throws(EditRefusal) -> [Edit] {
    let text = try writer().block(type, labels: labels, members: members, indentedBy: "").text
    guard let block else { return [lines.appending(text, isApart: true)] }
    guard let nested = index.block(at: block), nested.parent.range == tree.body.range else {
      throw .nothingThere(location(block))
    }
    let tail = lines.tail(at: Int(nested.block.range.end))
    guard tail.endsLine else { throw .crowded(location(block)) }
    let end = lines.end(at: tail.end)
    let next = lines.line(at: end) + 1
    let isLast = lines.start(of: next) >= tree.file.bytes.count
    let gap = isLast || lines.isBlank(next) ? "" : lines.newline
    return [Edit(insert: lines.newline + lines.newline + text + gap, at: end)]
  }
}

extension HCLEditor {
  /// Adds arguments behind the last argument, blocks behind the last of their type or of all items.
  func insert(
    _ members: [SourceLiteral.Member],
    into container: HCLContainer
  ) throws(EditRefusal) -> [Edit] {
    let style = HCLMemberStyle(of: container.items, aligns: aligns, lines)
    guard let last = container.items.last else {
      return try place(in: container, style: style).adding {
        writer,
        indentation throws(EditRefusal) in
        try writer.items(members, indentedBy: indentation)
      }
    }
    var edits = try container.isInline ? breakingLines(of: container) : []
    let arguments = members.filter { !$0.isBlock }
    if !arguments.isEmpty { edits += try insert(arguments: arguments, into: container, style) }
    for member in members where member.isBlock {
      let like = container.items.last { $0.blockType == member.name }
      edits += try insert(member, behind: like ?? last, into: container, like != nil)
    }
    return edits
  }

  private func insert(
    arguments: [SourceLiteral.Member],
    into container: HCLContainer,
    _ style: HCLMemberStyle
  ) throws(EditRefusal) -> [Edit] {
    if let last = container.lastArgument {
      return try place(in: container, behind: last, style: style).adding {
        writer,
        indentation throws(EditRefusal) in
        try writer.items(arguments, indentedBy: indentation)
      }
    }
    let block = container.items[0]
    let start = lines.commentedStart(block.start)
    guard lines.beginsLine(start) else { throw .crowded(location(block.range)) }
    let indentation = lines.indentation(at: start)
    let writer = writer(style)
    let pieces = try writer.items(arguments, indentedBy: indentation)
    let text = indentation + writer.lines(pieces, indentedBy: indentation)
    let end = lines.newline + lines.newline
    return [Edit(insert: text + end, at: lines.start(of: lines.line(at: start)))]
  }

  private func insert(
    _ member: SourceLiteral.Member,
    behind item: HCLItem,
    into container: HCLContainer,
    _ isOfType: Bool
  ) throws(EditRefusal) -> [Edit] {
    let place = place(in: container, behind: item, style: HCLMemberStyle())
    let indentation = place.indentation
    let tail = lines.tail(at: item.end)
    guard tail.endsLine || container.isInline else { throw .crowded(location(item.range)) }
    let gap = isApart(item, in: container, isOfType) ? lines.newline + lines.newline : lines.newline
    let text = try writer().items([member], indentedBy: indentation).map {
      gap + indentation + $0.text
    }
    let offset = tail.endsLine ? lines.end(at: tail.end) : tail.end
    return [Edit(insert: text.joined(), at: offset)]
  }

  /// Whether blank lines part the blocks of a body, of one type where there are several.
  private func isApart(_ item: HCLItem, in container: HCLContainer, _ isOfType: Bool) -> Bool {
    let blocks = container.items.dropFirst().filter { $0.blockType != nil }
    let model = isOfType ? blocks.last { $0.blockType == item.blockType } : blocks.last
    return (model ?? blocks.last).map(lines.isApart) ?? true
  }

  /// Puts the braces of a block, and the only argument between them, on lines of their own.
  private func breakingLines(of container: HCLContainer) throws(EditRefusal) -> [Edit] {
    guard let interior = container.interior, let first = container.items.first,
      let last = container.items.last
    else { return [] }
    let outer = lines.indentation(at: interior.lowerBound - 1)
    let end = lines.tail(at: last.end).end
    guard !lines.hasComment(interior.lowerBound..<first.start), end <= interior.upperBound else {
      throw .crowded(location(first.range))
    }
    return [
      Edit(SourceRange(interior.lowerBound, first.start), text: lines.newline + outer + unit),
      Edit(SourceRange(end, interior.upperBound), text: lines.newline + outer),
    ]
  }
}
