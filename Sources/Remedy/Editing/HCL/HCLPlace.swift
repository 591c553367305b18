import SourceText

/// A place behind an item of a container, or in an empty one, at which pieces can be added.
struct HCLPlace {
  let container: HCLContainer
  /// The item to stand behind; `nil` only in an empty container.
  let item: HCLItem?
  let lines: HCLLines
  var writer: HCLWriter
  /// Whether the file aligns where a run alone does not tell.
  let aligns: Bool

  typealias Pieces = (HCLWriter, String) throws(EditRefusal) -> [HCLWriter.Piece]

  /// Adds what `pieces` makes with a writer and the indentation of the place.
  func adding(_ pieces: Pieces) throws(EditRefusal) -> [Edit] {
    guard let item else { return try filling(pieces) }
    guard container.kind != .body, container.isInline else {
      return try addingLines(behind: item, pieces)
    }
    if let edits = try hugging(item, pieces) { return edits }
    var writer = writer
    writer.isInline = true
    let texts = try pieces(writer, "").map(writer.member)
    guard let comma = lines.tail(at: item.end).comma else {
      return [Edit(insert: texts.map { ", " + $0 }.joined(), at: item.end)]
    }
    return [Edit(insert: texts.map { " \($0)," }.joined(), at: Int(comma.end))]
  }

  /// The indentation of items that stand on lines of their own.
  var indentation: String {
    let isOwn = { (item: HCLItem) in lines.beginsLine(item.start) }
    if let item, isOwn(item) { return lines.indentation(at: item.start) }
    if let first = container.items.last(where: isOwn) { return lines.indentation(at: first.start) }
    guard let interior = container.interior else { return "" }
    return lines.indentation(at: interior.lowerBound - 1) + writer.unit
  }

  /// Adds objects to a tuple that has its brackets on the lines of its objects' braces: `[{`, `}, {`
  /// and `}]`; `nil` where it has not, or where other elements come.
  ///
  /// `terraform fmt` indents `}, {` like the members of the objects.
  private func hugging(_ item: HCLItem, _ pieces: Pieces) throws(EditRefusal) -> [Edit]? {
    let brace = item.end - 1
    guard container.kind == .tuple, lines.file.bytes[brace] == UInt8(ascii: "}"),
      lines.beginsLine(brace), lines.tail(at: item.end).comma == nil
    else { return nil }
    let outer = lines.indentation(at: brace)
    let texts = try pieces(writer, outer).map(\.text)
    let end = lines.newline + outer + "}"
    guard texts.allSatisfy({ $0.hasSuffix(end) }) else { return nil }
    let inner = lines.newline + outer + writer.unit + "}"
    let objects = texts.map { $0.dropLast(end.count) }.joined(separator: inner + ", ")
    return [
      Edit(insert: writer.unit, at: brace), Edit(insert: ", " + objects + end, at: item.end),
    ]
  }

  private func addingLines(behind item: HCLItem, _ pieces: Pieces) throws(EditRefusal) -> [Edit] {
    let tail = lines.tail(at: item.end)
    let indentation = indentation
    let pieces = try pieces(writer, indentation)
    guard !pieces.isEmpty else { return [] }
    var edits: [Edit] = []
    // Behind a heredoc, the line ending alone parts the members of an object.
    if usesCommas, tail.comma == nil, container.kind == .tuple || !tail.isHeredoc {
      edits.append(
        Edit(insert: tail.isHeredoc ? lines.newline + indentation + "," : ",", at: item.end)
      )
    }
    let gap = isApart(pieces[0]) ? lines.newline : ""
    let run = gap.isEmpty ? alignment(endingWith: item) : nil
    let widths = pieces.prefix { !$0.isSpread }.map {
      indentation.unicodeScalars.count + $0.key.unicodeScalars.count
    }
    let column = widths.isEmpty || container.kind == .tuple ? nil : run?.column(with: widths)
    var writer = writer
    writer.style.aligns = writer.style.aligns && (run == nil || column != nil)
    if let run, let column { edits += run.moving(to: column) }
    let comma = usesCommas ? "," : ""
    let text = writer.lines(pieces, indentedBy: indentation, column: column, ending: comma)
    let ending = tail.comma == nil ? "" : comma
    let offset = tail.endsLine ? lines.end(at: tail.end) : tail.end
    edits.append(Edit(insert: gap + lines.newline + indentation + text + ending, at: offset))
    return edits
  }

  /// Whether commas stand between the items.
  private var usesCommas: Bool {
    container.kind == .tuple
      || container.kind == .object
        && container.items.contains { lines.tail(at: $0.end).comma != nil }
  }

  /// Whether a blank line stands between the item and `piece`, as between others of their kind.
  private func isApart(_ piece: HCLWriter.Piece) -> Bool {
    guard container.kind == .body, let item, !piece.isBlock else { return false }
    let isSpread = lines.line(at: item.start) != lines.line(at: item.end)
    if isSpread { return lines.isApart(item) }
    return piece.isSpread
      && container.items.dropFirst().contains {
        $0.blockType == nil && lines.line(at: $0.start) != lines.line(at: $0.end)
          && lines.isApart($0)
      }
  }

  /// The run that the item is the last of.
  private func alignment(endingWith item: HCLItem) -> HCLAlignment? {
    let items = container.items
    if container.isInline { return brokenLine(of: item) }
    guard
      let run = lines.runs(of: items).first(where: { items[$0[$0.count - 1]].range == item.range })
    else { return nil }
    return HCLAlignment(rows: run.compactMap { lines.row(of: items[$0]) }, isUsual: aligns)
  }
}

extension HCLPlace {
  /// The run of the only argument of a block of one line, once it stands on a line of its own.
  private func brokenLine(of item: HCLItem) -> HCLAlignment? {
    guard let key = item.key, let separator = item.separator else { return nil }
    let gap = SourceRange(Int(key.end), Int(separator.start))
    let name = lines.file.text(key).unicodeScalars.count
    let width = indentation.unicodeScalars.count + name
    let row = HCLAlignment.Row(gap: gap, width: width, column: width + gap.count, isColon: false)
    return HCLAlignment(rows: [row], isUsual: aligns)
  }

  /// Puts the first items into an empty container.
  private func filling(_ pieces: Pieces) throws(EditRefusal) -> [Edit] {
    guard let interior = container.interior else { return try fillingFile(pieces) }
    let range = SourceRange(interior.lowerBound, interior.upperBound)
    let outer = lines.indentation(at: interior.lowerBound - 1)
    let inner = outer + writer.unit
    let hasComment = lines.hasComment(interior)
    let written = try pieces(writer, inner)
    guard let first = written.first else { return [] }
    if container.isInline, container.kind != .body, !hasComment, written.count == 1, !first.isSpread
    {
      let text = writer.member(first)
      return [Edit(range, text: container.kind == .object ? " \(text) " : text)]
    }
    let comma = container.kind == .tuple ? "," : ""
    let text = inner + writer.lines(written, indentedBy: inner, ending: comma) + comma
    guard hasComment else {
      return [Edit(range, text: lines.newline + text + lines.newline + outer)]
    }
    let closer = interior.upperBound
    guard lines.beginsLine(closer) else {
      let broken = lines.newline + text + lines.newline + outer
      return [Edit(insert: broken, at: closer)]
    }
    return [Edit(insert: text + lines.newline, at: lines.start(of: lines.line(at: closer)))]
  }

  private func fillingFile(_ pieces: Pieces) throws(EditRefusal) -> [Edit] {
    let text = writer.lines(try pieces(writer, ""), indentedBy: "")
    return [lines.appending(text, isApart: false)]
  }
}

extension HCLLines {
  /// Whether a blank line stands above an item and its comments.
  func isApart(_ item: HCLItem) -> Bool { isBlank(line(at: commentedStart(item.start)) - 1) }

  /// Adds lines at the end of the file.
  func appending(_ text: String, isApart: Bool) -> Edit {
    let end = file.bytes.count
    let isEmpty = end == file.contentStart
    let endsLine = isEmpty || file.bytes[end - 1] == UInt8(ascii: "\n")
    var gap = endsLine ? "" : newline
    if isApart, !isEmpty, !endsLine || !isBlank(file.lines.starts.count - 2) { gap += newline }
    return Edit(insert: gap + text + (endsLine ? newline : ""), at: end)
  }
}
