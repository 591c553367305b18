package import SourceText

/// A name as it stands in the file.
package struct HCLName: Sendable {
  /// The name.
  package let text: String
  /// Its bytes.
  package let range: SourceRange

  init(_ tree: HCLTree, _ start: UInt32, _ end: UInt32) {
    self.text = tree.text(from: start, to: end)
    self.range = SourceRange(Int(start), Int(end))
  }
}
