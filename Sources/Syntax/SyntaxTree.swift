package import SourceText

/// One parsed JSON or YAML file.
///
/// The tree is complete up to the first error; it is immutable and shared by reference.
package final class SyntaxTree: Sendable {
  /// The file that was parsed.
  package let file: SourceFile
  /// What is wrong or doubtful in the file, in the order of its detection.
  package let diagnostics: [Diagnostic]

  let records: ContiguousArray<NodeRecord>
  let decodedBytes: [UInt8]
  let properties: [UInt32: NodeProperties]
  private let roots: [UInt32]

  init(_ builder: consuming TreeBuilder) {
    self.file = builder.file
    self.diagnostics = builder.diagnostics
    self.records = builder.records
    self.decodedBytes = builder.decodedBytes
    self.properties = builder.properties
    self.roots = builder.roots
  }

  /// The root of every document: at most one in JSON, any number in YAML.
  package var documents: [Node] { roots.map { Node(self, at: $0, alias: nil) } }

  /// The root of the first document.
  package var root: Node? { roots.first.map { Node(self, at: $0, alias: nil) } }

  /// Whether a part of the file could not be read.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
