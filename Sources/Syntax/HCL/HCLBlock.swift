package import SourceText

/// A body with a type and labels before it.
package struct HCLBlock: Sendable {
  let tree: HCLTree
  let index: UInt32

  init(_ tree: HCLTree, _ index: UInt32) {
    self.tree = tree
    self.index = index
  }

  private var record: HCLRecord { tree.records[Int(index)] }
  private var children: ArraySlice<UInt32> { tree.children(of: record) }

  /// The first word.
  package var type: String { tree.file.text(typeRange) }
  /// The bytes of the first word.
  package var typeRange: SourceRange { SourceRange(Int(record.start), Int(record.third)) }
  /// The labels between the type and the opening brace.
  package var labels: [HCLLabel] { children.dropLast().map { HCLLabel(tree, $0) } }
  /// The arguments and blocks within.
  package var body: HCLBody { HCLBody(tree, children.last) }

  private var bodyRecord: HCLRecord? { children.last.map { tree.records[Int($0)] } }

  /// The bytes of the opening brace; empty where it is missing.
  package var openBraceRange: SourceRange {
    let range = body.range
    return SourceRange(Int(range.start), min(Int(range.start) + 1, Int(range.end)))
  }

  /// The bytes of the closing brace; empty where it is missing.
  package var closeBraceRange: SourceRange {
    let range = body.range
    let isMissing = range.isEmpty || bodyRecord?.flags.contains(.isUnclosed) ?? true
    return SourceRange(Int(range.end) - (isMissing ? 0 : 1), Int(range.end))
  }

  /// The bytes from the type to the closing brace.
  package var range: SourceRange { record.range }
  /// The file and the bytes from the type to the closing brace.
  package var location: SourceLocation { tree.location(range) }

  /// The file and the bytes from the type to the last label.
  package var headerLocation: SourceLocation {
    tree.location(labels.reduce(typeRange) { $0.union($1.range) })
  }
}
