package import Posture
package import SourceText
import Syntax

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
    let tree = try readableTree
    return try applying(
      unlessRefused { () throws(EditRefusal) in try Self.insertion(of: acceptance, into: tree) },
      expecting: acceptances + [acceptance]
    )
  }

  /// The register without the entries of these numbers, counted from 1.
  ///
  /// A comment right above an entry goes with it: it would speak of the next one.
  package func removing(_ numbers: [Int]) throws(EditError) -> SourceFile {
    let tree = try readableTree
    let entries = tree.root?["acceptances"]?.elements ?? []
    for number in numbers where !entries.indices.contains(number - 1) { throw .noEntry(number) }
    guard let list = tree.root?["acceptances"], !numbers.isEmpty else { return file }
    let places = Set(numbers).map { entries[$0 - 1].writtenRange }
    let rest = acceptances.indices.filter { !numbers.contains($0 + 1) }.map { acceptances[$0] }
    return try applying(
      unlessRefused { () throws(EditRefusal) in
        try YAMLEditor(tree).remove(elementsAt: places, from: list.range)
      },
      expecting: rest
    )
  }

  private var readableTree: SyntaxTree {
    get throws(EditError) {
      guard diagnostics.isEmpty else { throw .unsuitable }
      return YAMLParser.parse(file)
    }
  }

  private func unlessRefused(
    _ edits: () throws(EditRefusal) -> [Edit]
  ) throws(EditError) -> [Edit] {
    do throws(EditRefusal) { return try edits() } catch { throw .unsuitable }
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

  private static func insertion(
    of acceptance: Acceptance,
    into tree: SyntaxTree
  ) throws(EditRefusal) -> [Edit] {
    let entry = SourceLiteral(acceptance)
    guard let list = tree.root?["acceptances"] else {
      let file = tree.file
      let start = file.bytes.isEmpty || file.bytes.last == UInt8(ascii: "\n") ? "" : "\n"
      let text = start + "acceptances:\n" + acceptance.registerEntry
      return [Edit(insert: text, at: file.bytes.count)]
    }
    let editor = YAMLEditor(tree)
    return list.kind == .null
      ? try editor.replace(list.range, with: .list([entry]))
      : try editor.append([entry], to: list.range)
  }
}
