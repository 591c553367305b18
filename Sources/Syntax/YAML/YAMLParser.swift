package import SourceText

/// Reads YAML 1.1, as CloudFormation and Compose understand it, with positions.
package enum YAMLParser {
  /// Reads `file`, all its documents, up to its first error.
  package static func parse(_ file: SourceFile) -> SyntaxTree {
    var reader = YAMLReader(file: file)
    reader.read()
    return SyntaxTree(reader.builder)
  }
}
