import Remedy
import SourceText
import Syntax
import Testing

/// A Terraform file to be edited, and places in it by their text.
struct HCLSample {
  let file: SourceFile
  let tree: HCLTree
  let editor: HCLEditor

  init(_ text: String) {
    file = SourceFile(path: "main.tf", text: text)
    tree = HCLParser.parse(file)
    editor = HCLEditor(tree)
  }

  /// The bytes of the first place at which `text` stands.
  func range(_ text: String) -> SourceRange {
    let whole = String(decoding: file.bytes, as: UTF8.self)
    guard let found = whole.firstRange(of: text) else { return SourceRange(0, 0) }
    let start = whole.utf8.distance(from: whole.startIndex, to: found.lowerBound)
    return SourceRange(start, start + text.utf8.count)
  }

  func applying(_ edits: [Edit]) throws -> String {
    String(decoding: try file.applying(edits).bytes, as: UTF8.self)
  }
}

/// Whether the edits that `change` makes turn `source` into `expected`, whatever ends its lines.
func expectEdit(
  _ source: String,
  _ expected: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation,
  _ change: (HCLSample) throws -> [Edit]
) throws {
  for newline in source.contains("\n") ? ["\n", "\r\n"] : ["\n"] {
    let sample = HCLSample(source.replacing("\n", with: newline))
    let edited = try sample.applying(change(sample))
    #expect(edited == expected.replacing("\n", with: newline), sourceLocation: sourceLocation)
    let tree = HCLParser.parse(SourceFile(path: "main.tf", text: edited))
    #expect(tree.diagnostics.isEmpty, sourceLocation: sourceLocation)
  }
}

extension HCLSample {
  /// The body of the first block of the file.
  var firstBody: SourceRange { tree.body.blocks[0].body.range }

  /// The objects and tuples of the file in source order, the outer before the inner.
  func constructor(_ start: String) -> SourceRange {
    let offset = range(start).start
    for length in 1...(file.bytes.count - Int(offset)) {
      let range = SourceRange(Int(offset), Int(offset) + length)
      if HCLRangeIndex(tree).expression(at: range) != nil { return range }
    }
    return SourceRange(0, 0)
  }
}
