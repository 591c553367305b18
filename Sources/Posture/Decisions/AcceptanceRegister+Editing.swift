package import SourceText
internal import Syntax

extension AcceptanceRegister {
  /// Why a register cannot be edited.
  package enum EditError: Error {
    /// It has errors, or is written in a way that only a person can edit.
    case unsuitable
    /// It has no entry of this number.
    case noEntry(Int)
  }

  /// The register with `acceptance` behind its last entry; comments and formatting stay.
  ///
  /// The new text is read again and must hold the old decisions and the new one, and nothing else.
  package func adding(_ acceptance: Acceptance) throws(EditError) -> SourceFile {
    let tree = YAMLParser.parse(file)
    guard diagnostics.isEmpty else { throw .unsuitable }
    let edit = AcceptanceRegister.insertion(of: acceptance, in: tree)
    return try applying([edit], expecting: acceptances + [acceptance])
  }

  /// The register without the entries of these numbers, counted from 1.
  package func removing(_ numbers: [Int]) throws(EditError) -> SourceFile {
    guard diagnostics.isEmpty else { throw .unsuitable }
    let list = YAMLParser.parse(file).root?["acceptances"]
    var edits: [Edit] = []
    for number in Set(numbers) {
      guard let list, list.elements.indices.contains(number - 1) else { throw .noEntry(number) }
      edits.append(AcceptanceRegister.removal(of: number - 1, from: list))
    }
    let rest = acceptances.indices.filter { !numbers.contains($0 + 1) }.map { acceptances[$0] }
    return try applying(edits, expecting: rest)
  }

  private func applying(
    _ edits: [Edit],
    expecting expected: [Acceptance]
  ) throws(EditError) -> SourceFile {
    guard let edited = try? file.applying(edits) else { throw .unsuitable }
    let read = AcceptanceRegister(edited)
    let isSame =
      read.acceptances.map(\.target) == expected.map(\.target)
      && read.acceptances.map(\.terms) == expected.map(\.terms)
    guard read.diagnostics.isEmpty, isSame else { throw .unsuitable }
    return edited
  }

  private static func insertion(of acceptance: Acceptance, in tree: SyntaxTree) -> Edit {
    let file = tree.file
    let entry = AcceptanceText(acceptance)
    guard let head = tree.root?.entry("acceptances") else {
      let start = file.bytes.isEmpty || file.bytes.last == UInt8(ascii: "\n") ? "" : "\n"
      return Edit(
        insert: start + "acceptances:\n" + entry.block(indent: 2) + "\n",
        at: file.bytes.count
      )
    }
    let list = head.value
    if let last = list.elements.last, list.style == .flow {
      return Edit(insert: ", " + entry.flow, at: Int(last.range.end))
    }
    if let last = list.elements.last {
      let line = file.lines.line(at: max(Int(last.range.start), Int(last.range.end) - 1))
      let indent = file.indent(ofLine: file.lines.line(at: Int(last.range.start)))
      return Edit(
        insert: "\n" + entry.block(indent: indent),
        at: file.lineRange(line).bounds.upperBound
      )
    }
    let key = Int(head.key.range.start)
    let indent = key - Int(file.lines.starts[file.lines.line(at: key)])
    let text = ":\n" + entry.block(indent: indent + 2)
    return Edit(
      SourceRange(Int(head.key.range.end), Int(max(list.range.end, head.key.range.end + 1))),
      text: text
    )
  }

  private static func removal(of index: Int, from list: Node) -> Edit {
    let elements = list.elements
    let range = elements[index].range
    guard list.style == .flow else {
      let lines = list.file.lines
      let last = lines.line(at: max(Int(range.start), Int(range.end) - 1))
      let end = last + 1 < lines.starts.count ? Int(lines.starts[last + 1]) : list.file.bytes.count
      return Edit(SourceRange(Int(lines.starts[lines.line(at: Int(range.start))]), end), [])
    }
    if index + 1 < elements.count {
      return Edit(SourceRange(Int(range.start), Int(elements[index + 1].range.start)), [])
    }
    let start = index > 0 ? elements[index - 1].range.end : range.start
    return Edit(SourceRange(Int(start), Int(range.end)), [])
  }
}

extension SourceFile {
  /// How many spaces a line begins with.
  fileprivate func indent(ofLine line: Int) -> Int {
    bytes[lineRange(line).bounds].prefix { $0 == UInt8(ascii: " ") }.count
  }
}
