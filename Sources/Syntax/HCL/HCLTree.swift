package import SourceText

/// One parsed HCL file, expression or template.
///
/// Where the text has errors, the tree holds what could be read around them. It is immutable and
/// shared by reference.
package final class HCLTree: Sendable {
  /// The file that was parsed.
  package let file: SourceFile
  /// What is wrong in the file, in the order of its detection.
  package let diagnostics: [Diagnostic]
  /// Where the text stands in a file of the user, if `file` was made up.
  package let anchor: SourceLocation?

  let records: ContiguousArray<HCLRecord>
  let links: ContiguousArray<UInt32>
  let tokenRecords: ContiguousArray<HCLToken>
  private let root: UInt32

  init(_ reader: consuming HCLReader, root: UInt32) {
    self.file = reader.file
    self.diagnostics = reader.diagnostics
    self.anchor = reader.anchor
    self.records = reader.records
    self.links = reader.links
    self.tokenRecords = reader.tokens
    self.root = root
  }

  /// Whether a part of the text could not be read.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The arguments and blocks of the file; empty for an expression or a template.
  package var body: HCLBody { HCLBody(self, records[Int(root)].kind == .body ? root : nil) }

  /// The expression that the text is; `nil` for a file of arguments and blocks.
  package var expression: HCLExpression? {
    records[Int(root)].kind == .body ? nil : HCLExpression(self, root)
  }

  /// The tokens with comments and newlines.
  package var tokens: HCLTokens { HCLTokens(self) }

  func location(_ range: SourceRange) -> SourceLocation { anchor ?? SourceLocation(file, range) }

  /// The nodes that belong to a record by its links.
  func children(of record: HCLRecord) -> ArraySlice<UInt32> { links[record.links] }

  /// The text of the bytes, taken as they are.
  func text(from start: UInt32, to end: UInt32) -> String {
    file.text(SourceRange(Int(start), Int(max(start, end))))
  }
}
