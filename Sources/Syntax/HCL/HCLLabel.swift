package import SourceText

/// A word between the type of a block and its body.
package struct HCLLabel: Sendable {
  private let tree: HCLTree
  private let record: HCLRecord

  init(_ tree: HCLTree, _ index: UInt32) {
    self.tree = tree
    self.record = tree.records[Int(index)]
  }

  /// The bytes of the label, quotes included.
  package var range: SourceRange { record.range }
  /// Whether the label stands in quotes.
  package var isQuoted: Bool { record.flags.contains(.isQuoted) }

  /// The label without quotes and escape sequences.
  package var text: String {
    guard isQuoted else { return tree.file.text(range) }
    let end = Int(record.end) - (record.flags.contains(.isUnclosed) ? 0 : 1)
    let bounds = (Int(record.start) + 1)..<max(Int(record.start) + 1, end)
    return HCLEscapes.decode(bounds, of: tree.file.bytes, isQuoted: true)
  }
}
